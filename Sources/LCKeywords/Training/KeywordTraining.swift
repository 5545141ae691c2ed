internal import LCLexicon
internal import LCSegmentation
public import LCTextModel
internal import LCTokenizer

/// Learns the weights of keyword features.
///
/// The candidates of a document compete (``RankingTrainer``): the right ones share it, longer ones of a headline having less,
/// so that two short words are worth more than one that holds both.
public struct KeywordTraining {
  /// A document with what its keywords should be.
  public struct Example: Sendable {
    /// The document.
    public var text: Text
    /// Its headline. For headlines it tells the right keywords; for topics it is part of the document.
    public var title: Text?
    /// The right keywords for topics.
    public var keys: [String]

    /// Makes an example.
    public init(text: Text, title: Text?, keys: [String]) {
      self.text = text
      self.title = title
      self.keys = keys
    }
  }

  /// How often the documents are gone over.
  public var passes = 20
  /// Tells how far the training is.
  public var progress: (String) -> Void = { _ in }
  private let finder: CandidateFinder
  private let tokenizer: Tokenizer
  private let segmenter: SentenceSegmenter
  private var lists: [[RankedList]]

  /// What the length of a headline's keyword changes of its worth: the length to this power.
  private static let lengthPower = -0.3

  /// Makes a training with the program's own stop words and background.
  public init() throws {
    finder = CandidateFinder(
      stopWords: try .embedded(), background: try .embedded(), minimumLength: 2, longest: KeywordExtractor.longestPhrase)
    tokenizer = try Tokenizer(isTagging: true)
    segmenter = try SentenceSegmenter()
    lists = .init(repeating: [], count: KeywordModel.tableNames.count)
  }

  /// Adds a document.
  public mutating func add(_ example: Example, for preset: KeywordPreset) {
    let (text, titleLength) = KeywordExtractor.joined(example.text, title: preset == .topic ? example.title : nil)
    let document = KeywordDocument(text, tokenizer.tokens(in: text), titleLength: titleLength, finder, segmenter)
    let isLatin = document.isInLatinLetters
    let headline = Self.folded(example.title?.string ?? "")
    let keys = Set(example.keys.map { Self.stemmed(Self.folded($0), isLatin: isLatin) })
    var list = RankedList()
    for candidate in document.list.candidates {
      let word = Self.folded(text.string(in: KeywordExtractor.range(of: candidate, in: document)))
      let isRight =
        preset == .headline ? headline.contains(word) : keys.contains(Self.stemmed(word, isLatin: isLatin))
      document.forEachFeature(of: candidate) { list.add(feature: $0, $1) }
      list.end(target: isRight ? preset == .headline ? Mathematics.power(Double(word.utf16.count), Self.lengthPower) : 1 : 0)
    }
    guard list.hasTarget else { return }
    let number = KeywordPreset.allCases.firstIndex(of: preset) ?? 0
    lists[2 * number + (isLatin ? 1 : 0)].append(list)
  }

  private static func folded(_ string: String) -> String {
    String(decoding: string.lowercased().utf16.map(\.halfWidth), as: UTF16.self)
  }

  /// A key without what number and tense add to English words.
  private static func stemmed(_ string: String, isLatin: Bool) -> String {
    guard isLatin else { return string }
    return string.split(separator: " ").map { word in
      for ending in ["ies", "es", "s", "ing", "ed"] where word.count > ending.count + 2 && word.hasSuffix(ending) {
        return word.dropLast(ending.count)
      }
      return word
    }.joined(separator: " ")
  }

  /// Learns; the same for the same documents.
  public func run() -> KeywordModel {
    var trainer = RankingTrainer()
    trainer.passes = passes
    return KeywordModel(
      weights: zip(KeywordModel.tableNames, lists).map { name, lists in
        trainer.learn(lists, featureCount: KeywordFeature.names.count) { pass, loss in
          progress("\(name): pass \(pass) of \(passes), \(lists.count) documents, loss \(loss)")
        }
      })
  }
}
