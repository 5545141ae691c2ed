internal import LCText

/// Shows where two copies differ, one above the other: equal characters stand in the same columns.
struct PassageDiff {
  /// Columns of a terminal that a row fills.
  private static let rowWidth = 72
  /// Rows that are shown; a long text of which every row differs is no help.
  private static let rowLimit = 6
  /// Longer copies are compared up to here.
  private static let lengthLimit = 4_000

  /// A column: a character of either or both.
  private struct Column {
    var a: Character?
    var b: Character?

    var isEqual: Bool { a == b }
    var width: Int { max(a.map(DisplayWidth.of) ?? 0, b.map(DisplayWidth.of) ?? 0) }
  }

  private var columns: [Column] = []

  /// - Complexity: O((a + b) · differences).
  init(_ a: Text, _ b: Text) {
    let (first, second) = (Array(a.string.prefix(Self.lengthLimit)), Array(b.string.prefix(Self.lengthLimit)))
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in second.difference(from: first) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var (i, j) = (0, 0)
    while i < first.count || j < second.count {
      let isRemoved = i < first.count && removed.contains(i)
      let isInserted = j < second.count && inserted.contains(j)
      columns.append(
        Column(
          a: isRemoved || !isInserted ? first[i] : nil,
          b: isInserted || !isRemoved ? second[j] : nil))
      if isRemoved || !isInserted { i += 1 }
      if isInserted || !isRemoved { j += 1 }
    }
  }

  /// The rows with a difference.
  func text(isColored: Bool) -> String {
    var text = ""
    var shown = 0
    var start = 0
    while start < columns.count, shown < Self.rowLimit {
      var end = start
      var width = 0
      while end < columns.count, width + columns[end].width <= Self.rowWidth {
        width += columns[end].width
        end += 1
      }
      if end == start { end += 1 }
      let row = columns[start..<end]
      if !row.allSatisfy(\.isEqual) {
        text += "  a \(side(row, \.a, isColored))\n  b \(side(row, \.b, isColored))\n"
        if !isColored { text += "    \(marks(row))\n" }
        shown += 1
      }
      start = end
    }
    return text
  }

  private func side(_ row: ArraySlice<Column>, _ side: (Column) -> Character?, _ isColored: Bool) -> String {
    var text = ""
    for column in row {
      let character = side(column)
      let padding = String(repeating: " ", count: column.width - (character.map(DisplayWidth.of) ?? 0))
      let shown = (character.map(String.init) ?? "") + padding
      text += isColored && !column.isEqual ? "\u{1B}[31m\(shown)\u{1B}[0m" : shown
    }
    return trimmed(text)
  }

  private func marks(_ row: ArraySlice<Column>) -> String {
    trimmed(row.map { String(repeating: $0.isEqual ? " " : "^", count: $0.width) }.joined())
  }

  private func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }
}
