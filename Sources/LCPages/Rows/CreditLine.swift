internal import LCTextModel

/// Lines of names: who wrote or photographed.
enum CreditLine {
  private static let roles: [Pattern] = ["记者", "通讯员", "评论员", "摄影", "摄", "文/图", "图/文", "报道", "特约"]
  private static let writers: [Pattern] = ["本报记者", "本报通讯员", "本报评论员", "本报特约", "通讯员", "记者"]
  /// The longest credit, in UTF-16 units.
  private static let longest = 60

  /// Whether a line is a credit.
  ///
  /// ■ or □ before a name; 本报记者 and names alone; or a sign-off in brackets, (姓名 职务).
  static func isCredit(_ range: Range<Int>, in text: Text) -> Bool {
    guard range.count <= longest, let first = text.units[range].first, let last = text.units[range].last else { return false }
    let hasStop = text.units[range].contains { $0.isSentenceEnd || $0.isClauseMark }
    if hasStop { return false }
    if first.isCreditMark { return range.count >= 3 }
    if first == 0x28 || first == 0xFF08 { return (last == 0x29 || last == 0xFF09) && isSignOff(range, in: text) }
    guard let role = writers.first(where: { text.has($0, at: range.lowerBound, limit: range.upperBound) }) else { return false }
    return isNames(range.lowerBound + role.units.count, limit: range.upperBound, in: text)
  }

  /// Whether brackets close a signed article: a name, a space and an office.
  static func isSignOff(_ range: Range<Int>, in text: Text) -> Bool {
    guard range.count >= 4, text.units[range].dropFirst().dropLast().allSatisfy({ !$0.isClosing && !$0.isOpening }) else {
      return false
    }
    return text.units[range].contains(where: \.isWhiteSpace)
  }

  /// Whether names follow: the words of a credit, or words of two to four Han characters with spaces between.
  ///
  /// - Parameter limit: where the line ends; a closing bracket ends the names before it.
  static func isNames(_ start: Int, limit: Int, in text: Text) -> Bool {
    let end = text.units[start..<limit].firstIndex { $0 == 0xFF09 || $0 == 0x29 } ?? limit
    guard end - start <= longest else { return false }
    if text.hasAny(roles, in: start..<end) { return true }
    var length = 0
    for place in start..<end {
      let unit = text.units[place]
      if unit.isWhiteSpace || unit == 0x3001 {
        length = 0
      } else {
        length += 1
        guard unit.isHan || unit == 0xB7, length <= 4 || (unit == 0xB7) else { return false }
      }
    }
    return end > start
  }

  /// Whether the credit is of a reporter: it names one, or ends with 报道.
  static func isReporter(_ range: Range<Int>, in text: Text) -> Bool {
    text.hasAny(["记者", "报道", "通讯员"], in: range)
  }
}
