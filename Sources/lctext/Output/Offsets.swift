internal import ArgumentParser
internal import LCText

/// The unit of `start` and `end` in JSON.
enum OffsetUnit: String, CaseIterable, ExpressibleByArgument, Sendable {
  case codepoints
  case utf8
  case utf16
}

/// Converts UTF-16 ranges of one text to what the output shows.
struct Offsets {
  private let index: PositionIndex
  private let unit: OffsetUnit

  init(_ text: Text, unit: OffsetUnit) {
    index = PositionIndex(text)
    self.unit = unit
  }

  func callAsFunction(_ offset: Int) -> Int {
    switch unit {
    case .codepoints: index.codePointOffset(utf16: offset)
    case .utf8: index.utf8Offset(utf16: offset)
    case .utf16: offset
    }
  }

  /// The line, from 1.
  func line(_ offset: Int) -> Int {
    index.line(utf16: offset)
  }

  /// The line and column, from 1.
  func position(_ offset: Int) -> Position {
    index.position(utf16: offset)
  }
}

extension JSONWriter {
  /// Writes the keys `start` and `end`.
  mutating func span(_ range: Range<Int>, _ offsets: Offsets) {
    key("start")
    number(offsets(range.lowerBound))
    key("end")
    number(offsets(range.upperBound))
  }
}
