public import LCLexicon
internal import LCSegmentation
public import LCTextModel

/// Learns which run of clauses is nearest to a text's headline, by ROUGE-1 and ROUGE-2 on characters (Lin 2004).
public struct HeadlineTraining {
  /// How often the texts are gone over.
  public var passes = 20
  /// Tells how far the training is.
  public var progress: (String) -> Void = { _ in }
  private let units: UnitFinder
  private var lists: [RankedList] = []

  /// The longest run that is learned from.
  private static let limit = 60
  /// How sharply the best runs are told from the good ones.
  private static let sharpness = 5.0

  /// Makes a training.
  public init() throws {
    units = UnitFinder(segmenter: try SentenceSegmenter())
  }

  /// Adds a text with its headline.
  public mutating func add(_ text: Text, headline: Text) {
    let document = HeadlineDocument(text, units.sentences(in: text), units, limit: Self.limit)
    guard document.spans.count > 1 else { return }
    let gold = Self.characters(headline.units[...])
    var list = RankedList()
    for span in document.spans {
      document.forEachFeature(of: span) { list.add(feature: $0, $1) }
      let found = Self.characters(text.units[span.span.range])
      let value = Self.overlap(found, gold, 1) + Self.overlap(found, gold, 2)
      list.end(target: Mathematics.exponential(Self.sharpness * value))
    }
    lists.append(list)
  }

  private static func characters(_ units: ContiguousArray<UInt16>.SubSequence) -> [UInt16] {
    units.lazy.map(\.halfWidth).filter { !$0.isWhiteSpace }
  }

  /// The F measure of the n-grams that two texts share.
  private static func overlap(_ one: [UInt16], _ other: [UInt16], _ n: Int) -> Double {
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

  /// Learns; the same for the same texts.
  public func run() -> HeadlineModel {
    var trainer = RankingTrainer()
    trainer.passes = passes
    return HeadlineModel(
      weights: trainer.learn(lists, featureCount: HeadlineFeature.names.count) { pass, loss in
        progress("headline: pass \(pass) of \(passes), \(lists.count) texts, loss \(loss)")
      })
  }
}
