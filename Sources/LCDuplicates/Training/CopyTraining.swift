internal import LCLexicon
internal import LCTextModel

/// Learns to tell copies from other pairs that share something.
///
/// Each candidate pair is learned from twice, once as if no third passage of its template were known, so that templates that
/// are filled only twice are told too.
public struct CopyTraining {
  /// How often the pairs are gone over.
  public var passes = 20
  /// Tells how far the training is.
  public var progress: (String) -> Void = { _ in }
  private var lists: [[RankedList]] = [[], []]
  private static let minimumLength = 12
  /// What unrelated passages share word for word is no chance from this length on.
  private static let quotedLength = 30

  /// Makes a training.
  public init() {}

  /// Adds passages that are told apart: no pair of them is a copy, but for long stretches that one quotes of the other word for
  /// word, which are left out. Quotations made of them (``QuotationGenerator``) are learned from too.
  public mutating func addUnrelated(_ passages: [Passage]) {
    add(
      passages, leavingOut: { $0.matched >= Self.quotedLength && $0.rewritten * 20 <= $0.matched },
      areCopies: { _, _ in false })
    var generator = QuotationGenerator(passages)
    add(generator.pairs(of: passages), areCopies: { $0 / 2 == $1 / 2 })
  }

  /// Adds passages and the pairs of them that are copies; `areCopies` is asked for each pair that shares something.
  public mutating func add(_ passages: [Passage], areCopies: (Int, Int) -> Bool) {
    add(passages, leavingOut: { _ in false }, areCopies: areCopies)
  }

  private mutating func add(_ passages: [Passage], leavingOut: (PairMeasure) -> Bool, areCopies: (Int, Int) -> Bool) {
    let store = PassageStore(passages)
    store.withView { view in
      let exact = ExactCopies(view, minimumLength: Self.minimumLength)
      for pair in Comparison(view, threads: 1).compare(CandidateFinder(view, threads: 1).pairs(among: exact.distinct))
      where !leavingOut(pair.measure) {
        let isCopy = exact.group(of: pair.a, limit: 8).contains { a in
          exact.group(of: pair.b, limit: 8).contains { areCopies(Int(a), Int($0)) }
        }
        add(pair.measure, isCopy)
        var alone = pair.measure
        alone.slots = 0
        if pair.measure.slots > 0 { add(alone, isCopy) }
      }
    }
  }

  private mutating func add(_ measure: PairMeasure, _ isCopy: Bool) {
    var list = RankedList()
    CopyFeature.forEach(of: measure) { list.add(feature: $0, 1) }
    list.end(target: isCopy ? 1 : 0)
    // Against a candidate without features, shares are those of logistic regression.
    list.end(target: isCopy ? 0 : 1)
    lists[measure.isLatin ? 1 : 0].append(list)
  }

  /// Learns; the same for the same passages.
  public func run() -> CopyModel {
    var trainer = RankingTrainer()
    trainer.passes = passes
    return CopyModel(
      weights: lists.map { lists in
        trainer.learn(lists, featureCount: CopyFeature.names.count) { pass, loss in
          progress("pass \(pass) of \(passes), \(lists.count) pairs, loss \(loss)")
        }
      })
  }
}
