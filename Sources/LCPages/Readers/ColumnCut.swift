internal import LCTextModel

/// Finds the blocks of a page by the white space between boxes: the recursive X-Y cut (Nagy and Seth 1984).
enum ColumnCut {
  /// A cut between lines must be this many times as high as a line; one between columns as wide.
  private static let lineGap = 1.2
  private static let columnGap = 0.6
  private static let depthLimit = 64

  /// The numbers of the boxes of each block, blocks in reading order: what stands above first, then columns from the left.
  ///
  /// - Complexity: O(n log n) for each level of cuts.
  static func blocks(_ boxes: [Box]) -> [[Int]] {
    guard !boxes.isEmpty else { return [] }
    let heights = boxes.map(\.height).sorted()
    var blocks: [[Int]] = []
    cut(Array(boxes.indices), boxes, em: max(heights[heights.count / 2], 1), depth: 0, &blocks)
    return blocks
  }

  private static func cut(_ members: [Int], _ boxes: [Box], em: Double, depth: Int, _ blocks: inout [[Int]]) {
    guard members.count > 1, depth < depthLimit else { return blocks.append(members) }
    let columns = parts(members, gap: columnGap * em) { (boxes[$0].x, boxes[$0].maxX) }
    if columns.count > 1 {
      for column in columns { cut(column, boxes, em: em, depth: depth + 1, &blocks) }
      return
    }
    let rows = parts(members, gap: lineGap * em) { (boxes[$0].y, boxes[$0].maxY) }
    if rows.count > 1 {
      for row in rows { cut(row, boxes, em: em, depth: depth + 1, &blocks) }
      return
    }
    // A line that runs over several columns, such as a headline, hides the space between them: it is cut off first.
    if let wide = members.min(by: { boxes[$0].y < boxes[$1].y }),
      boxes[wide].width > 1.5 * median(members.map { boxes[$0].width })
    {
      let rest = members.filter { $0 != wide }
      if parts(rest, gap: columnGap * em, { (boxes[$0].x, boxes[$0].maxX) }).count > 1 {
        blocks.append([wide])
        return cut(rest, boxes, em: em, depth: depth + 1, &blocks)
      }
    }
    blocks.append(members.sorted { (boxes[$0].y, boxes[$0].x, $0) < (boxes[$1].y, boxes[$1].x, $1) })
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  /// The members in groups with a gap between them, along one axis.
  private static func parts(_ members: [Int], gap: Double, _ extent: (Int) -> (Double, Double)) -> [[Int]] {
    let sorted = members.sorted { (extent($0).0, $0) < (extent($1).0, $1) }
    var parts: [[Int]] = []
    var end = -Double.infinity
    for member in sorted {
      let (start, stop) = extent(member)
      if start - end > gap { parts.append([]) }
      parts[parts.count - 1].append(member)
      end = max(end, stop)
    }
    return parts
  }

  /// The boxes of a block in printed lines: those that stand side by side are one.
  ///
  /// - Complexity: O(n log n).
  static func rows(_ block: [Int], _ boxes: [Box]) -> [[Int]] {
    let sorted = block.sorted { (boxes[$0].y, $0) < (boxes[$1].y, $1) }
    var rows: [[Int]] = []
    for member in sorted {
      let box = boxes[member]
      if let last = rows.last, let first = last.first, box.y + box.height / 2 < boxes[first].maxY,
        last.allSatisfy({ boxes[$0].maxX <= box.x || box.maxX <= boxes[$0].x })
      {
        rows[rows.count - 1].append(member)
      } else {
        rows.append([member])
      }
    }
    return rows.map { $0.sorted { boxes[$0].x < boxes[$1].x } }
  }
}
