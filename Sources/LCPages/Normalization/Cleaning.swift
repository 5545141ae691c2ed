internal import LCTextModel

/// The edits that make rows of one paragraph or headline clean text.
struct Cleaning {
  private let text: Text
  private let seam: Seam
  private var edits: [Edit] = []

  /// The edits of rows that stand together, in the text's order.
  ///
  /// - Parameter seam: knows which words there are.
  /// - Complexity: O(length of the rows).
  static func edits(of rows: [Row], in text: Text, _ seam: Seam) -> [Edit] {
    var cleaning = Cleaning(text: text, seam: seam)
    for run in Self.adjacentRuns(rows, in: text) { cleaning.clean(run) }
    return cleaning.edits
  }

  /// The script of the edits of several parts.
  ///
  /// Each edit lies in a part of its own, so that a script can always be made of them.
  static func script(of edits: [Edit], in text: Text) -> EditScript {
    (try? EditScript(source: text, edits: edits)) ?? EditScript(identity: text.count)
  }

  private init(text: Text, seam: Seam) {
    self.text = text
    self.seam = seam
  }

  /// Rows with nothing but white space between them.
  static func adjacentRuns(_ rows: [Row], in text: Text) -> [[Row]] {
    var runs: [[Row]] = []
    for row in rows {
      if let last = runs.last?.last, last.range.upperBound <= row.range.lowerBound,
        text.units[last.range.upperBound..<row.range.lowerBound].allSatisfy(\.isWhiteSpace)
      {
        runs[runs.count - 1].append(row)
      } else {
        runs.append([row])
      }
    }
    return runs
  }

  private mutating func clean(_ rows: [Row]) {
    guard let first = rows.first, let last = rows.last else { return }
    let range = first.range.lowerBound..<last.range.upperBound
    let marks = Marks(range, in: text)
    for (number, row) in rows.enumerated() {
      cleanRow(row, marks)
      if number + 1 < rows.count { join(row, rows[number + 1]) }
    }
  }

  private mutating func join(_ row: Row, _ next: Row) {
    let gap = row.range.upperBound..<next.range.lowerBound
    guard !gap.isEmpty else { return }
    // A width edit may have taken the white space already.
    if let last = edits.last, last.range.upperBound > gap.lowerBound { return }
    if let isOwn = hyphenIsOwn(row, next) {
      // Where both halves are words of their own and the whole is none, the hyphen is the word's.
      let range = isOwn ? gap : gap.lowerBound - 1..<gap.upperBound
      edits.append(Edit(range: range, replacement: [], reason: .hyphenation))
      return
    }
    let isLatin = [row.range.upperBound - 1, next.range.lowerBound].allSatisfy {
      text.units[$0].isLatinLetter && text.units[$0] < 0x80
    }
    edits.append(
      Edit(range: gap, replacement: isLatin ? [0x20] : [], reason: next.gap == .space ? .wrapSpace : .lineJoin))
  }

  /// Where a hyphen at a row's end divides a word: whether it is the word's own (well-known).
  private func hyphenIsOwn(_ row: Row, _ next: Row) -> Bool? {
    let units = text.units
    let end = row.range.upperBound - 1
    guard next.gap != .space, units[end] == 0x2D || units[end] == 0xAD, end > row.range.lowerBound, units[end - 1].isLatinLetter,
      units[next.range.lowerBound].isLatinLetter
    else { return nil }
    var start = end
    while start > row.range.lowerBound, units[start - 1].isLatinLetter { start -= 1 }
    var stop = next.range.lowerBound
    while stop < next.range.upperBound, units[stop].isLatinLetter { stop += 1 }
    let (left, right) = (Array(units[start..<end]), Array(units[next.range.lowerBound..<stop]))
    if units[end] == 0xAD || seam.isWord(left + right) { return false }
    let isUpper = right.first.map { $0 < 0x61 } ?? false
    return isUpper || (seam.isWord(left) && seam.isWord(right))
  }

  private mutating func cleanRow(_ row: Row, _ marks: Marks) {
    var place = row.range.lowerBound
    while place < row.range.upperBound {
      let unit = text.units[place]
      var end = place + 1
      if unit.isWhiteSpace {
        while end < row.range.upperBound, text.units[end].isWhiteSpace { end += 1 }
        if let reason = spaceReason(place, end, row) { edits.append(Edit(range: place..<end, reason: reason)) }
      } else if let full = marks.replacement(at: place) {
        while end < row.range.upperBound, text.units[end].isWhiteSpace { end += 1 }
        // The space after a half-width mark goes with it; before an opening bracket's text, too.
        edits.append(
          Edit(range: place..<end, replacement: [full], reason: unit == 0x22 ? .quote : .punctuationWidth))
      }
      place = end
    }
  }

  /// Why the white space `start..<end` inside a row goes; `nil` when it stays.
  private func spaceReason(_ start: Int, _ end: Int, _ row: Row) -> EditReason? {
    if row.traits.contains(.isLetterSpaced) { return .letterSpacing }
    guard start > row.range.lowerBound, end < row.range.upperBound else { return nil }
    let before = text.units[start - 1]
    let after = text.units[end]
    if row.traits.contains(.hasDateline), WrapSpaces.isBehindDateline(start, row.range, in: text), !after.isOpening {
      return nil
    }
    let isFullMark = { (unit: UInt16) in unit.isIdeographic && !unit.isHan }
    if isFullMark(before) || isFullMark(after) { return .justificationSpace }
    let isNumber = { (unit: UInt16) in unit.isDecimalDigit || unit == 0x25 }
    if (before.isHan && isNumber(after)) || (isNumber(before) && after.isHan) {
      // Headlines keep the space between clauses: 37个项目入选 2023年省重大项目.
      return row.traits.contains(.hasClauses) || row.traits.contains(.hasInnerEnd) || row.columnWidth != nil
        ? .justificationSpace : nil
    }
    return nil
  }
}
