internal import LCTextModel

/// The words that open a report: 本报讯（记者 x）, 本报聊城讯, 新华社济南2月3日电(记者 x).
struct Dateline {
  /// From the agency to 讯 or 电.
  var dateline: Range<Int>
  /// The names in brackets behind it.
  var byline: Range<Int>?

  private static let agencies: [Pattern] = [
    "本报", "本台", "本网", "新华社", "新华网", "中新社", "中新网", "人民网", "央视网", "光明网",
  ]
  /// The longest 本报…讯 or 新华社…电, and the longest bracket of names.
  private static let longest = 24
  private static let longestByline = 80

  /// The dateline that starts at an offset, white space passed over; `nil` when none does.
  ///
  /// - Complexity: O(1): it looks at some hundred units at most.
  static func match(_ text: Text, at offset: Int, limit: Int) -> Dateline? {
    var start = offset
    while start < limit, text.units[start].isWhiteSpace { start += 1 }
    guard let agency = agencies.first(where: { text.has($0, at: start, limit: limit) }) else { return nil }
    var place = start + agency.units.count
    while place < min(limit, start + longest) {
      let unit = text.units[place]
      // 讯 or 电; not the start of 电话, 电力, 讯息, and no mark before it.
      if unit == 0x8BAF || unit == 0x7535 {
        let dateline = start..<place + 1
        let byline = byline(text, at: place + 1, limit: limit)
        guard byline != nil || isEnd(text, place + 1, limit) else { return nil }
        return Dateline(dateline: dateline, byline: byline)
      }
      if unit.isClauseMark || unit.isSentenceEnd || unit.isOpening || unit.isClosing { return nil }
      place += 1
    }
    return nil
  }

  /// What the dateline says. Complexity: O(length).
  func fields(in text: Text) -> DatelineFields? {
    guard let agency = Self.agencies.first(where: { text.has($0, at: dateline.lowerBound, limit: dateline.upperBound) }) else {
      return nil
    }
    let start = dateline.lowerBound + agency.units.count
    var place = start
    while place < dateline.upperBound - 1, !text.units[place].isDecimalDigit { place += 1 }
    var fields = DatelineFields(agency: text.string(in: dateline.lowerBound..<start))
    let name = text.string(in: text.trimmed(start..<place))
    if !name.isEmpty { fields.place = name }
    let numbers = text.units[place..<dateline.upperBound].split { !$0.isDecimalDigit }.compactMap { digits in
      Int(String(decoding: digits.map(\.halfWidth), as: UTF16.self))
    }
    if numbers.count == 2, (1...12).contains(numbers[0]), (1...31).contains(numbers[1]) {
      (fields.month, fields.day) = (numbers[0], numbers[1])
    }
    return fields
  }

  /// White space or the end: a dateline without names stands apart from the text.
  private static func isEnd(_ text: Text, _ place: Int, _ limit: Int) -> Bool {
    place >= limit || text.units[place].isWhiteSpace
  }

  private static func byline(_ text: Text, at offset: Int, limit: Int) -> Range<Int>? {
    var start = offset
    while start < limit, text.units[start].isWhiteSpace { start += 1 }
    guard start < limit, text.units[start] == 0xFF08 || text.units[start] == 0x28 else { return nil }
    var place = start + 1
    while place < min(limit, start + longestByline) {
      if text.units[place] == 0xFF09 || text.units[place] == 0x29 { return start..<place + 1 }
      if text.units[place].isClauseMark || text.units[place].isSentenceEnd { return nil }
      place += 1
    }
    return nil
  }
}
