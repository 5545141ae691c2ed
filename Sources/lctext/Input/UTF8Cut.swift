internal import LCText

/// Where a line that is too long for one piece is cut.
enum UTF8Cut {
  /// The last place in a range behind the end of a sentence or white space, or else the last before a character; `nil` when
  /// the encoding does not show where characters begin.
  static func place(in bytes: [UInt8], _ range: Range<Int>, _ encoding: TextEncoding?) -> Int? {
    guard encoding == .utf8 else { return nil }
    var place = range.upperBound
    while place > range.lowerBound + range.count / 2 {
      if bytes[place - 1] == 0x20 { return place }
      // The full stop of Chinese is E3 80 82, its exclamation and question marks EF BC 81 and EF BC 9F.
      let last = bytes[place - 1]
      if last == 0x82, bytes[place - 3] == 0xE3, bytes[place - 2] == 0x80 { return place }
      if last == 0x81 || last == 0x9F, bytes[place - 3] == 0xEF, bytes[place - 2] == 0xBC { return place }
      place -= 1
    }
    place = range.upperBound
    while place > range.upperBound - 4, place < bytes.count, bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }
}
