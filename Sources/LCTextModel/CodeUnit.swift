/// Classes of UTF-16 code units that every stage asks for. They are tables in code: no ICU call, no allocation.
extension UInt16 {
  /// Whether this unit is the first half of a surrogate pair.
  @inlinable public var isLeadSurrogate: Bool { self & 0xFC00 == 0xD800 }

  /// Whether this unit is the second half of a surrogate pair.
  @inlinable public var isTrailSurrogate: Bool { self & 0xFC00 == 0xDC00 }

  /// Whether this unit is white space in a scan: tab to carriage return, space, no-break space, the spaces of U+2000 to
  /// U+200A, the separators U+2028 and U+2029, or the ideographic space.
  @inlinable public var isWhiteSpace: Bool {
    if self <= 0x20 { return self == 0x20 || (self >= 0x09 && self <= 0x0D) }
    if self < 0xA0 { return self == 0x85 }
    return self == 0xA0 || self == 0x3000 || (self >= 0x2000 && self <= 0x200A) || self == 0x2028 || self == 0x2029
      || self == 0x202F
  }

  /// Whether this unit is a Han character of the basic plane (unified ideographs, extension A, compatibility ideographs,
  /// and 〇).
  @inlinable public var isHan: Bool {
    (self >= 0x4E00 && self <= 0x9FFF) || (self >= 0x3400 && self <= 0x4DBF) || (self >= 0xF900 && self <= 0xFAFF)
      || self == 0x3007
  }

  /// Whether this unit is an ASCII or full-width decimal digit.
  @inlinable public var isDecimalDigit: Bool {
    (self >= 0x30 && self <= 0x39) || (self >= 0xFF10 && self <= 0xFF19)
  }

  /// Whether this unit is a letter or digit of ASCII.
  @inlinable public var isASCIIAlphanumeric: Bool {
    self < 0x80 && (isDecimalDigit || isLatinLetter)
  }

  /// The ASCII form of a full-width letter, digit or mark; any other unit as it is.
  @inlinable public var halfWidth: UInt16 {
    self >= 0xFF01 && self <= 0xFF5E ? self - 0xFEE0 : self
  }

  /// Whether this unit is an ASCII or full-width Latin letter.
  @inlinable public var isLatinLetter: Bool {
    let folded = halfWidth | 0x20
    return folded >= 0x61 && folded <= 0x7A
  }
}
