internal import LCTextModel

/// Takes widths, indents and sizes of rows from the boxes of their lines, where the scan has them.
enum RowGeometry {
  /// The fewest lines with boxes that say how wide a character is.
  private static let leastLines = 3

  /// - Complexity: O(r log r) for r rows.
  static func measure(_ rows: inout [Row], _ lines: [LineGeometry]) {
    // A line that was cut at spaces has several rows and one box: it says nothing of any.
    let whole = rows.indices.filter { index in
      let line = rows[index].line
      return lines.indices.contains(line) && lines[line].box != nil && rows[index].gap != .space
        && !(index + 1 < rows.count && rows[index + 1].gap == .space)
    }
    let boxes = whole.compactMap { index in lines[rows[index].line].box.map { (index: index, box: $0) } }
    guard boxes.count >= leastLines else { return }
    // A character is as wide as in the usual line; long lines tell it best.
    let ems = boxes.filter { rows[$0.index].width >= 4 }.map { $0.box.width / rows[$0.index].width }.sorted()
    let heights = boxes.map(\.box.height).sorted()
    guard !ems.isEmpty else { return }
    let em = ems[ems.count / 2]
    let height = heights[heights.count / 2]
    var left: [Int: Double] = [:]
    for (index, box) in boxes { left[rows[index].block] = min(left[rows[index].block] ?? .infinity, box.x) }
    for (index, box) in boxes {
      rows[index].width = box.width / em
      rows[index].indent = (box.x - (left[rows[index].block] ?? box.x)) / em
      rows[index].size = box.height / height
    }
  }
}
