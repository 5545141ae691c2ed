internal import LCTextModel

/// Whether a page's headlines stand before or after their bodies. A PDF's text layer often gives them after.
enum HeadlineDirection {
  case before
  case after

  /// How much a heading at the page's top or bottom counts, against a heading whose every bigram stands in one of its
  /// neighbours only.
  private static let edge = 0.6

  /// Decides by which neighbour the headings share their words with.
  ///
  /// - Complexity: O(length of headings and bodies).
  static func infer(_ sections: PageSections, in text: Text) -> HeadlineDirection {
    var evidence = 0.0
    if sections.between.first?.headings.isEmpty == false { evidence += edge }
    if sections.between.last?.headings.isEmpty == false { evidence -= edge }
    let bodies = sections.bodies.map { Bigrams($0.rows.lazy.map(\.range), in: text) }
    for (number, between) in sections.between.enumerated() where !between.headings.isEmpty {
      guard number > 0, number < bodies.count else { continue }
      let heading = Bigrams(between.headings.lazy.map(\.range), in: text)
      evidence += heading.share(in: bodies[number]) - heading.share(in: bodies[number - 1])
    }
    return evidence < 0 ? .after : .before
  }
}

/// The pairs of Han characters of some ranges.
struct Bigrams {
  private var pairs: Set<UInt32> = []

  init(_ ranges: some Sequence<Range<Int>>, in text: Text) {
    for range in ranges {
      var previous: UInt16 = 0
      for unit in text.units[range] where !unit.isWhiteSpace {
        if previous.isHan, unit.isHan { pairs.insert(UInt32(previous) << 16 | UInt32(unit)) }
        previous = unit
      }
    }
  }

  /// The share of these pairs that stand in `other`, too.
  func share(in other: Bigrams) -> Double {
    pairs.isEmpty ? 0 : Double(pairs.count { other.pairs.contains($0) }) / Double(pairs.count)
  }
}
