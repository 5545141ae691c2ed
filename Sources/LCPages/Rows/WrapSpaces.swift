internal import LCTextModel

/// Finds where OCR turned the wraps of a column into spaces.
enum WrapSpaces {
  /// The printed lines inside a line of the scan; one piece when the line is no running text.
  static func pieces(of line: Range<Int>, in text: Text) -> [Range<Int>] {
    let isProse = isProse(line, in: text)
    var pieces: [Range<Int>] = []
    var start = line.lowerBound
    var place = line.lowerBound
    while place < line.upperBound {
      guard text.units[place].isWhiteSpace else {
        place += 1
        continue
      }
      var end = place
      while text.units[end].isWhiteSpace { end += 1 }
      // A photograph's credit behind its text: ……。 ■ 本报记者 x
      if place > start, end < line.upperBound, text.units[end].isCreditMark,
        CreditLine.isCredit(end..<line.upperBound, in: text)
      {
        return pieces + [start..<place, end..<line.upperBound]
      }
      let beginsArticle = Dateline.match(text, at: end, limit: line.upperBound) != nil
      if beginsArticle || (isProse && isWrap(place, end, line, in: text)) {
        pieces.append(start..<place)
        start = end
      }
      place = end
    }
    return pieces + [start..<line.upperBound]
  }

  /// Running text has clauses, headlines and credits have not.
  static func isProse(_ line: Range<Int>, in text: Text) -> Bool {
    text.units[line].contains { $0.isClauseMark || $0 == 0x3002 }
  }

  /// Whether the white space at `start..<end` is a wrap: between characters that are set without spaces, outside a
  /// credit's brackets, and not behind a dateline such as 本报聊城讯.
  static func isWrap(_ start: Int, _ end: Int, _ line: Range<Int>, in text: Text) -> Bool {
    guard start > line.lowerBound, end < line.upperBound else { return false }
    let before = text.units[start - 1]
    let after = text.units[end]
    let isBeforeMark = before == 0x22 || before == 0x29
    let isAfterMark = after.isOpening || after == 0x22
    guard before.isIdeographic ? after.isIdeographic || isAfterMark : isBeforeMark && after.isIdeographic else { return false }
    guard !isBehindDateline(start, line, in: text) else { return false }
    return !isInCredit(start, line, in: text)
  }

  /// Whether a place follows 本报聊城讯 or the like without names.
  static func isBehindDateline(_ place: Int, _ line: Range<Int>, in text: Text) -> Bool {
    guard text.units[place - 1] == 0x8BAF || text.units[place - 1] == 0x7535 else { return false }
    return Dateline.match(text, at: line.lowerBound, limit: place + 1).map { $0.dateline.upperBound == place } ?? false
  }

  /// Whether a place stands inside brackets that hold names: （记者 x 通讯员 y）.
  private static func isInCredit(_ place: Int, _ line: Range<Int>, in text: Text) -> Bool {
    let reach = max(line.lowerBound, place - 40)
    var offset = place - 1
    while offset >= reach {
      let unit = text.units[offset]
      if unit == 0xFF09 || unit == 0x29 { return false }
      if unit == 0xFF08 || unit == 0x28 { return CreditLine.isNames(offset + 1, limit: line.upperBound, in: text) }
      offset -= 1
    }
    return false
  }
}
