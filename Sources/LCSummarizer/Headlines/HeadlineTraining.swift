internal import LCLexicon
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
    units = UnitFinder(segmenter: try SentenceSegmenter(), verbs: try ClauseVerbs())
  }

  /// Adds a text with its headline.
  public mutating func add(_ text: Text, headline: Text) {
    let sentences = units.sentences(in: text)
    let document = HeadlineDocument(
      text, sentences, BigramSums(sentences, in: text), units, limit: Self.limit)
    guard document.spans.count > 1 else { return }
    let gold = Overlap(headline.units[...])
    var list = RankedList()
    for span in document.spans {
      document.forEachFeature(of: span) { list.add(feature: $0, $1) }
      list.end(target: Mathematics.exponential(Self.sharpness * gold.value(text.units[span.span.range])))
    }
    lists.append(list)
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
