public import LCLexicon
internal import LCSegmentation
public import LCTextModel
internal import LCTokenizer

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Learns the weights of keyword features.
///
/// In each document the candidates compete: the model gives each a share (the softmax of the scores), and the shares move
/// toward those of the right candidates (ListNet, Cao et al. 2007), longer ones having more. So every document counts alike,
/// however many candidates it has.
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
  private var lists: [[List]]

  private static let rate = 0.1
  private static let decay = 0.00002
  /// How much more a longer keyword of a headline is worth: its length to this power.
  private static let lengthPower = -0.3

  /// The candidates of one document.
  private struct List {
    var features: [(number: Int32, value: Float)] = []
    /// Where the features of each candidate end.
    var ends: [Int] = []
    /// The share of each candidate that is right.
    var targets: [Double] = []
  }

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
    var list = List()
    var isAnyRight = false
    for candidate in document.list.candidates {
      let word = Self.folded(text.string(in: KeywordExtractor.range(of: candidate, in: document)))
      let isRight =
        preset == .headline ? headline.contains(word) : keys.contains(Self.stemmed(word, isLatin: isLatin))
      document.forEachFeature(of: candidate) { list.features.append((Int32($0), Float($1))) }
      list.ends.append(list.features.count)
      list.targets.append(isRight ? preset == .headline ? pow(Double(word.utf16.count), Self.lengthPower) : 1 : 0)
      isAnyRight = isAnyRight || isRight
    }
    guard isAnyRight else { return }
    let sum = list.targets.reduce(0, +)
    for index in list.targets.indices { list.targets[index] /= sum }
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
    KeywordModel(weights: zip(KeywordModel.tableNames, lists).map { learned($0, $1) })
  }

  private func learned(_ name: String, _ lists: [List]) -> [Double] {
    var weights = [Double](repeating: 0, count: KeywordFeature.total)
    guard !lists.isEmpty else { return weights }
    var squares = [Double](repeating: 0.01, count: weights.count)
    var sums = weights
    var gradient = weights
    var order = Array(lists.indices)
    var random = KeywordRandom(state: 1)
    for pass in 1...max(passes, 1) {
      order.shuffle(using: &random)
      var loss = 0.0
      for index in order { loss += learn(lists[index], &weights, &squares, &gradient) }
      if pass > passes / 2 { for place in sums.indices { sums[place] += weights[place] } }
      progress("\(name): pass \(pass) of \(passes), \(lists.count) documents, loss \(loss / Double(lists.count))")
    }
    let count = Double(passes - passes / 2)
    return sums.map { ($0 / count * 10_000).rounded() / 10_000 }
  }

  private func learn(
    _ list: List, _ weights: inout [Double], _ squares: inout [Double], _ gradient: inout [Double]
  ) -> Double {
    var scores: [Double] = []
    var start = 0
    for end in list.ends {
      scores.append(list.features[start..<end].reduce(0) { $0 + weights[Int($1.number)] * Double($1.value) })
      start = end
    }
    let most = scores.max() ?? 0
    let sum = scores.reduce(0) { $0 + exp($1 - most) }
    for index in gradient.indices { gradient[index] = 0 }
    var loss = 0.0
    start = 0
    for (index, end) in list.ends.enumerated() {
      let share = exp(scores[index] - most) / sum
      if list.targets[index] > 0 { loss -= list.targets[index] * log(max(share, 1e-12)) }
      let error = list.targets[index] - share
      for feature in list.features[start..<end] { gradient[Int(feature.number)] += error * Double(feature.value) }
      start = end
    }
    for index in gradient.indices where gradient[index] != 0 {
      let step = gradient[index] - Self.decay * weights[index]
      squares[index] += step * step
      weights[index] += Self.rate * step / squares[index].squareRoot()
    }
    return loss
  }
}

/// Numbers that a seed fixes (SplitMix64).
struct KeywordRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
