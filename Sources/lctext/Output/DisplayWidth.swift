/// How many columns of a terminal characters fill (Unicode Standard Annex 11: wide and full-width ones fill two).
enum DisplayWidth {
  /// The columns of a character.
  static func of(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
    default: return 1
    }
  }

  /// The columns of a string.
  static func of(_ string: String) -> Int {
    string.reduce(0) { $0 + of($1) }
  }
}
