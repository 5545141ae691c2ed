internal import LCLexicon
internal import LCSegmentation
public import LCTextModel

/// Learns which sentences of a text its summary is made of.
public struct SentenceTraining {
  /// How often the texts are gone over.
  public var passes = 20
  /// Tells how far the training is.
  public var progress: (String) -> Void = { _ in }
  private let units: UnitFinder
  private let reader: GramReader
  private var lists: [[RankedList]] = [[], []]
  /// How sharply the best sentences are told from the good ones.
  private static let sharpness = 6.0

  /// Makes a training.
  public init() throws {
    units = UnitFinder(segmenter: try SentenceSegmenter(), verbs: try ClauseVerbs())
    reader = GramReader()
  }

  /// Adds a text with a summary in other words: the nearer a sentence is to it by ROUGE-1 and ROUGE-2 on characters (Lin
  /// 2004), the better.
  public mutating func add(_ text: Text, summary: Text) {
    let gold = Overlap(summary.units[...])
    add(text) { sentence in
      Mathematics.exponential(Self.sharpness * gold.value(text.units[sentence]))
    }
  }

  /// Adds a text with the sentences of its summary.
  public mutating func add(_ text: Text, extract: Text) {
    let whole = extract.units.filter { !$0.isWhiteSpace }
    add(text) { sentence in
      let units = text.units[sentence].filter { !$0.isWhiteSpace }
      return units.count > 3 && whole.firstRange(of: units) != nil ? 1 : 0
    }
  }

  private mutating func add(_ text: Text, target: (Range<Int>) -> Double) {
    let sentences = units.sentences(in: text)
    let document = SentenceDocument(text, sentences, BigramSums(sentences, in: text), reader)
    guard document.sentences.count > 1 else { return }
    var list = RankedList()
    for (number, sentence) in document.sentences.enumerated() {
      document.forEachFeature(of: number) { list.add(feature: $0, $1) }
      list.end(target: target(sentence))
    }
    if list.hasTarget { lists[document.isLatin ? 1 : 0].append(list) }
  }

  /// Learns; the same for the same texts.
  public func run() -> SentenceModel {
    var trainer = RankingTrainer()
    trainer.passes = passes
    return SentenceModel(
      weights: lists.map { lists in
        trainer.learn(lists, featureCount: SentenceFeature.names.count) { pass, loss in
          progress("sentences: pass \(pass) of \(passes), \(lists.count) texts, loss \(loss)")
        }
      })
  }
}

/// How near texts are to one text: the sum of the F measures of characters and of pairs of characters.
struct Overlap {
  private let gold: [UInt16]

  init(_ gold: ContiguousArray<UInt16>.SubSequence) {
    self.gold = Self.characters(gold)
  }

  /// From 0 to 2. Complexity: O(length of both).
  func value(_ units: ContiguousArray<UInt16>.SubSequence) -> Double {
    let found = Self.characters(units)
    return Self.measure(found, gold, 1) + Self.measure(found, gold, 2)
  }

  private static func characters(_ units: ContiguousArray<UInt16>.SubSequence) -> [UInt16] {
    units.lazy.map(\.halfWidth).filter { !$0.isWhiteSpace }
  }

  private static func measure(_ one: [UInt16], _ other: [UInt16], _ n: Int) -> Double {
    var counts: [UInt32: Int] = [:]
    let grams = { (units: [UInt16]) in
      n == 1 ? units.map(UInt32.init) : zip(units, units.dropFirst()).map { UInt32($0) << 16 | UInt32($1) }
    }
    let (first, second) = (grams(one), grams(other))
    for gram in first { counts[gram, default: 0] += 1 }
    var shared = 0
    for gram in second where (counts[gram] ?? 0) > 0 {
      counts[gram, default: 0] -= 1
      shared += 1
    }
    return shared == 0 ? 0 : 2 * Double(shared) / Double(first.count + second.count)
  }
}
