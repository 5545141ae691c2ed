public import LCTextModel

/// Finds passages that repeat others, wholly or in part, through the noise of OCR.
///
/// Candidates come from an inverted index of character grams (``CandidateFinder``); each is aligned (``Aligner``), what the
/// two share and differ in is measured (``PairMeasure``), and learned weights tell copies from what is alike by chance, by a
/// set phrase, or by a template that is filled with other facts (``CopyModel``).
///
///     let matches = DuplicateFinder().matches(among: blocks)
///     matches.first?.kind   // .exact
public struct DuplicateFinder: Sendable {
  /// When passages count as repeated.
  public struct Options: Sendable {
    /// Passages with fewer letters, digits and Han characters are not compared: set phrases and names repeat rightly.
    public var minimumLength = 30
    /// The threads to work with; the matches are the same whatever it is.
    public var threads = 1

    /// Makes options with their defaults.
    public init() {}
  }

  /// Of a greater group of exact copies, only the first is compared with other passages, and matched with the others.
  private static let groupLimit = 8

  private let options: Options
  private let model: CopyModel

  /// Makes a finder.
  public init(options: Options = Options(), model: CopyModel = .embedded) {
    self.options = options
    self.model = model
  }

  /// The passages that repeat each other, in order of their numbers.
  ///
  /// - Complexity: O(n log n) for n characters in all, and for each candidate pair the cost of an alignment.
  public func matches(among passages: [Passage]) -> [DuplicateMatch] {
    matches(in: PassageStore(passages))
  }

  /// The passages of a store that repeat each other, in order of their numbers.
  ///
  /// - Complexity: O(n log n) for n characters in all, and for each candidate pair the cost of an alignment.
  public func matches(in store: PassageStore) -> [DuplicateMatch] {
    store.withView { view in
      let exact = ExactCopies(view, minimumLength: options.minimumLength)
      let pairs = CandidateFinder(view, threads: options.threads).pairs(among: exact.distinct)
      var found: [DuplicateMatch] = []
      let model = model
      for pair in Comparison(view, threads: options.threads).compare(pairs, isWanted: { model.score($0) > 0 }) {
        guard let kind = kind(of: pair) else { continue }
        // What a passage shares with another, its exact copies share too.
        for a in exact.group(of: pair.a, limit: Self.groupLimit) {
          for b in exact.group(of: pair.b, limit: Self.groupLimit) {
            found.append(Self.match(pair, kind, Int(a), Int(b), in: store))
          }
        }
      }
      for (first, copies) in exact.copies { Self.addExact([first] + copies, in: store, to: &found) }
      return found.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    }
  }

  /// The matches among pairs of passages that somebody else has chosen, in order.
  ///
  /// - Parameter pairs: numbers of passages, the smaller first, no pair twice.
  /// - Complexity: the cost of an alignment for each pair.
  public func matches(in store: PassageStore, pairs: [(a: Int, b: Int)]) -> [DuplicateMatch] {
    store.withView { view in
      let candidates = pairs.map { CandidateFinder.Pair(a: Int32($0.a), b: Int32($0.b)) }
      return Comparison(view, threads: options.threads).compare(candidates).compactMap { pair in
        guard min(pair.measure.shorterLength, pair.measure.longerLength) >= options.minimumLength else { return nil }
        return kind(of: pair).map { Self.match(pair, $0, Int(pair.a), Int(pair.b), in: store) }
      }
    }
  }

  /// - Parameters:
  ///   - a: the pair's first passage, or an exact copy of it.
  ///   - b: the same of the second.
  private static func match(
    _ pair: ComparedPair, _ kind: DuplicateMatch.Kind, _ a: Int, _ b: Int, in store: PassageStore
  ) -> DuplicateMatch {
    let span = max(pair.aRange.count, pair.bRange.count, 1)
    let facts = pair.blocks.filter(\.isFact).map { (store.source($0.a, of: a), store.source($0.b, of: b)) }
    let ranges = (store.source(pair.aRange, of: a), store.source(pair.bRange, of: b))
    let isSwapped = a > b
    return DuplicateMatch(
      a: min(a, b), b: max(a, b), kind: kind, similarity: Double(pair.measure.matched) / Double(span),
      aRange: isSwapped ? ranges.1 : ranges.0, bRange: isSwapped ? ranges.0 : ranges.1,
      facts: facts.map { .init(aRange: isSwapped ? $0.1 : $0.0, bRange: isSwapped ? $0.0 : $0.1) })
  }

  private func kind(of pair: ComparedPair) -> DuplicateMatch.Kind? {
    model.score(pair.measure) > 0 ? Self.copyKind(pair.measure) : Self.templateKind(pair)
  }

  /// How the passages of a pair that are copies are alike.
  private static func copyKind(_ measure: PairMeasure) -> DuplicateMatch.Kind {
    if measure.matched == measure.longerLength, measure.runCount == 1 { return .exact }
    if measure.coverage >= 0.5, 10 * measure.matched < 7 * max(measure.longerSpan, measure.shorterSpan),
      measure.longInsertions >= 2
    {
      return .interleaved
    }
    return measure.coverage >= 0.5 && 5 * measure.shorterLength >= 4 * measure.longerLength ? .near : .contained
  }

  /// Whether the passages of a pair that are no copies are of one template.
  private static func templateKind(_ pair: ComparedPair) -> DuplicateMatch.Kind? {
    let measure = pair.measure
    guard measure.coverage >= ComparedPair.templateCoverage, 4 * measure.overhang <= measure.shorterLength else { return nil }
    return pair.blocks.count(where: \.isFact) >= 2 || measure.slots >= 2 ? .sameTemplate : nil
  }

  private static func addExact(_ group: [Int32], in store: PassageStore, to found: inout [DuplicateMatch]) {
    for first in group.indices.dropLast() where first == 0 || group.count <= groupLimit {
      for second in group[(first + 1)...] {
        let (a, b) = (Int(group[first]), Int(second))
        found.append(
          DuplicateMatch(
            a: a, b: b, kind: .exact, similarity: 1, aRange: store.foldedSource(of: a), bRange: store.foldedSource(of: b)))
      }
    }
  }
}
