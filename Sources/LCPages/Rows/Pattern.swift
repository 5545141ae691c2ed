internal import LCTextModel

/// A literal that is looked for in a text.
struct Pattern: ExpressibleByStringLiteral, Sendable {
  let units: [UInt16]

  init(stringLiteral value: String) {
    units = Array(value.utf16)
  }
}

extension Text {
  /// Whether a pattern stands at an offset, inside `limit`.
  func has(_ pattern: Pattern, at offset: Int, limit: Int) -> Bool {
    guard offset >= 0, offset + pattern.units.count <= limit else { return false }
    for (index, unit) in pattern.units.enumerated() where units[offset + index] != unit { return false }
    return true
  }

  /// Where a pattern first stands in a range. Complexity: O(range · pattern).
  func first(_ pattern: Pattern, in range: Range<Int>) -> Int? {
    guard let head = pattern.units.first else { return nil }
    for offset in range where units[offset] == head && has(pattern, at: offset, limit: range.upperBound) { return offset }
    return nil
  }

  /// Whether any of the patterns stands in a range.
  func hasAny(_ patterns: [Pattern], in range: Range<Int>) -> Bool {
    patterns.contains { first($0, in: range) != nil }
  }

  /// How many of the patterns stand in a range.
  func count(of patterns: [Pattern], in range: Range<Int>) -> Int {
    patterns.count { first($0, in: range) != nil }
  }
}

/// Classes of punctuation in scans, where OCR writes half-width forms for full-width ones.
extension UInt16 {
  /// 。！？… and the half-width ! and ?
  var isSentenceEnd: Bool {
    self == 0x3002 || self == 0xFF01 || self == 0xFF1F || self == 0x2026 || self == 0x21 || self == 0x3F
  }

  /// ，；： and their half-width forms.
  var isClauseMark: Bool {
    self == 0xFF0C || self == 0xFF1B || self == 0x2C || self == 0x3B
  }

  /// A quote or bracket that closes; the straight quote may.
  var isClosing: Bool {
    switch self {
    case 0x201D, 0x2019, 0x300D, 0x300F, 0x300B, 0x3011, 0xFF09, 0x29, 0x5D, 0x22: true
    default: false
    }
  }

  /// A quote or bracket that opens and cannot close.
  var isOpening: Bool {
    switch self {
    case 0x201C, 0x2018, 0x300C, 0x300E, 0x300A, 0x3010, 0xFF08, 0x28, 0x5B: true
    default: false
    }
  }

  /// A character that no paragraph begins with: a mark that closes or separates.
  var cannotBeginParagraph: Bool {
    self == 0x3001 || self == 0x3002 || self == 0xFF1A || self == 0x3A || isClauseMark || (isClosing && self != 0x22)
      || self == 0xFF01 || self == 0xFF1F || self == 0x21 || self == 0x3F || self == 0x25
  }

  /// A mark that stands before a credit: ■ □ ● ○ ◆ ◇ ▲ △.
  var isCreditMark: Bool { self >= 0x25A0 && self <= 0x25CF }

  /// Han characters and full-width marks: what is set without spaces.
  var isIdeographic: Bool {
    isHan || (self >= 0x3001 && self <= 0x303F) || (self >= 0xFF00 && self <= 0xFF60) || (self >= 0x2014 && self <= 0x2026)
  }
}
