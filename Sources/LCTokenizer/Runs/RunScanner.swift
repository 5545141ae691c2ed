internal import LCTextModel

/// Cuts text into runs by who finds their words: the boundary decoder for Chinese, ICU for other languages.
struct RunScanner {
  /// A stretch of text whose words one engine finds.
  enum Run {
    case space(Range<Int>)
    case chinese(Range<Int>)
    case other(Range<Int>)
  }

  private let units: UnsafeBufferPointer<UInt16>
  private let classes: UnsafePointer<UInt8>
  /// Lines longer than this are cut behind a sentence or white space.
  private static let longestLine = 8192

  init(_ units: UnsafeBufferPointer<UInt16>, classes: UnsafePointer<UInt8>) {
    self.units = units
    self.classes = classes
  }

  /// Calls `body` with the runs from left to right; together they are the text.
  func forEachRun(_ body: (Run) -> Void) {
    var start = 0
    while start < units.count {
      let line = self.line(from: start)
      if line.hasHan, !line.hasKana {
        chineseLine(start..<line.end, body)
      } else {
        body(.other(start..<line.end))
      }
      start = line.end
    }
  }

  /// A line with its end, cut where it is too long.
  private func line(from start: Int) -> (end: Int, hasHan: Bool, hasKana: Bool) {
    var seen: UInt8 = 0
    var place = start
    while place < units.count {
      let unit = units[place]
      seen |= 1 << classes[Int(unit)]
      place &+= 1
      if unit == 0x0A { break }
      if place &- start >= Self.longestLine, unit == 0x3002 || classes[Int(unit)] == CharacterClass.space.rawValue { break }
      if place &- start >= 2 &* Self.longestLine, !unit.isLeadSurrogate { break }
    }
    return (place, seen & 1 << CharacterClass.han.rawValue != 0, seen & 1 << CharacterClass.kana.rawValue != 0)
  }

  private func chineseLine(_ line: Range<Int>, _ body: (Run) -> Void) {
    var place = line.lowerBound
    while place < line.upperBound {
      let kind = engine(place)
      var end = place &+ 1
      while end < line.upperBound, engine(end) == kind { end &+= 1 }
      switch kind {
      case 1: body(.space(place..<end))
      case 2: body(.chinese(place..<end))
      default: body(.other(place..<end))
      }
      place = end
    }
  }

  /// 1 for white space, 2 for the boundary decoder, 0 for ICU.
  @inline(__always)
  private func engine(_ place: Int) -> UInt8 {
    min(classes[Int(units[place])], 2)
  }
}
