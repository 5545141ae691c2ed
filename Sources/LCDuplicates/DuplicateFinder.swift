public import LCTextModel

/// Finds passages that repeat others, wholly or in part, through the noise of OCR.
///
/// Candidates come from an inverted index of character grams (``GramIndex``); each is verified by an alignment
/// (``Aligner``). Two passages match when most of the shorter one is shared without a long gap, or when a long dense run is
/// shared by both, as when a passage is quoted inside another.
///
///     let matches = DuplicateFinder().matches(among: blocks)
///     matches.first?.kind   // .exact
public struct DuplicateFinder: Sendable {
  /// When passages count as repeated.
  public struct Options: Sendable {
    /// Passages with fewer letters, digits and Han characters are not compared: set phrases and names repeat rightly.
    public var minimumLength = 30
    /// The share of the shorter passage that must be shared.
    public var coverage = 0.6
    /// The longest gap there may be in it, as a share of its length.
    public var longestGap = 0.35
    /// A shared run of this many Han characters (twice as many letters) is a match by itself.
    public var quotedLength = 38
    /// … when at least this share of the characters it spans agree.
    public var quotedDensity = 0.6

    /// Makes options with their defaults.
    public init() {}
  }

  private let options: Options

  /// Makes a finder.
  public init(options: Options = Options()) {
    self.options = options
  }

  /// The passages that repeat each other, in order of their numbers.
  ///
  /// - Complexity: O(n log n) for n characters in all, and for each candidate pair the cost of an alignment.
  public func matches(among passages: [Passage]) -> [DuplicateMatch] {
    let folded = FoldedPassages(passages)
    let comparison = Comparison(folded, options)
    return GramIndex(folded).candidates().compactMap { comparison.match(Int($0.a), Int($0.b)) }
  }
}

/// Decides about pairs of passages.
private struct Comparison {
  private let folded: FoldedPassages
  private let options: DuplicateFinder.Options
  private let aligner: Aligner
  private let facts: FactGuard

  init(_ folded: FoldedPassages, _ options: DuplicateFinder.Options) {
    self.folded = folded
    self.options = options
    aligner = Aligner(folded)
    facts = FactGuard(folded)
  }

  func match(_ a: Int, _ b: Int) -> DuplicateMatch? {
    let aRange = folded.range(a)
    let bRange = folded.range(b)
    let shorter = min(aRange.count, bRange.count)
    guard shorter >= options.minimumLength else { return nil }
    if aRange.count == bRange.count, folded.units[aRange] == folded.units[bRange] {
      return found(a, b, .exact, Alignment(runs: [.init(a: 0, b: 0, count: shorter)]), [])
    }
    let alignment = aligner.align(aRange, bRange)
    guard let kind = kind(alignment, aRange, bRange) else { return nil }
    let differences = facts.differences(alignment, aRange, bRange)
    // One digit may be misread; two facts that differ are another event.
    return found(a, b, differences.count >= 2 ? .sameTemplate : kind, alignment, differences)
  }

  private func kind(_ alignment: Alignment, _ a: Range<Int>, _ b: Range<Int>) -> DuplicateMatch.Kind? {
    let shorter = min(a.count, b.count)
    let longer = max(a.count, b.count)
    let matched = alignment.matched
    let span = max(alignment.aRange.count, alignment.bRange.count)
    let isShorterFirst = a.count <= b.count
    let longestGap = alignment.gaps.map { isShorterFirst ? $0.a.count : $0.b.count }.max() ?? 0
    let covers =
      Double(matched) >= options.coverage * Double(shorter)
      && Double(longestGap) <= options.longestGap * Double(shorter)
    let wanted = folded.units[a].first.map { $0 < 0x2E80 } == true ? 2 * options.quotedLength : options.quotedLength
    let isQuoted = matched >= wanted && Double(matched) >= options.quotedDensity * Double(span)
    guard covers || isQuoted else { return nil }
    if covers, Double(matched) < options.quotedDensity * Double(span) { return .interleaved }
    return covers && Double(shorter) >= 0.8 * Double(longer) ? .near : .contained
  }

  private func found(
    _ a: Int, _ b: Int, _ kind: DuplicateMatch.Kind, _ alignment: Alignment,
    _ differences: [(a: Range<Int>, b: Range<Int>)]
  ) -> DuplicateMatch {
    let span = max(alignment.aRange.count, alignment.bRange.count)
    return DuplicateMatch(
      a: a, b: b, kind: kind, similarity: Double(alignment.matched) / Double(max(span, 1)),
      aRange: folded.source(alignment.aRange, of: a), bRange: folded.source(alignment.bRange, of: b),
      facts: differences.map { .init(aRange: folded.source($0.a, of: a), bRange: folded.source($0.b, of: b)) })
  }
}
