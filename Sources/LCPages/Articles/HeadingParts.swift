internal import LCTextModel

/// The lines of a heading told apart: kicker above, headline, sub-line below.
struct HeadingParts {
  var kicker: [Row] = []
  var headline: [Row] = []
  var subheadline: [Row] = []

  /// The endings of offices and places: such a line by itself names who does what the next line says.
  private static let actors: Set<Character> = ["局", "委", "县", "区", "市", "院", "校", "会", "司", "厂", "镇", "乡", "部", "办", "处", "所"]
  private static let longestActor = 12
  /// A sub-line under a short headline is much longer than it.
  private static let longSubline = 24.0

  /// - Parameter rows: the lines in the scan's order; lines without a blank between belong together.
  init(_ rows: [Row], in text: Text) {
    let labels = rows.prefix { $0.traits.contains(.isLabel) }
    kicker = Array(labels)
    var groups = Self.groups(Array(rows.dropFirst(labels.count)))
    if groups.isEmpty { return }
    if labels.isEmpty, groups.count >= 3, let first = groups.first, let last = groups.last,
      Self.width(last) > Self.longSubline, Self.width(first) * 2 <= Self.width(last)
    {
      headline = first
      subheadline = groups.dropFirst().flatMap { $0 }
      return
    }
    headline = groups.removeLast()
    if let above = groups.last, Self.belongs(above, to: headline, hasLabel: !labels.isEmpty, in: text) {
      headline = groups.removeLast() + headline
    }
    kicker += groups.flatMap { $0 }
  }

  private static func groups(_ rows: [Row]) -> [[Row]] {
    var groups: [[Row]] = []
    for row in rows {
      if row.gap == .blank || groups.isEmpty {
        groups.append([row])
      } else {
        groups[groups.count - 1].append(row)
      }
    }
    return groups
  }

  private static func width(_ group: [Row]) -> Double {
    group.reduce(0) { $0 + $1.width }
  }

  /// Whether the line above the last is the first half of the headline: it names an actor, or the column's label above
  /// both was found already, or either line does not end.
  private static func belongs(_ above: [Row], to headline: [Row], hasLabel: Bool, in text: Text) -> Bool {
    guard above.count == 1, let row = above.first, let next = headline.last else { return false }
    if hasLabel { return true }
    let line = text.string(in: row.range)
    if row.range.count <= longestActor, let last = line.last, actors.contains(last),
      !row.traits.contains(.hasHanSpace)
    {
      return true
    }
    return [next, row].contains { text.units[$0.range].last == 0x7684 }
  }
}
