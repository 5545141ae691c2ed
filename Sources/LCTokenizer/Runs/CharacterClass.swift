internal import LCTextModel

/// How a UTF-16 unit takes part in tokenizing.
enum CharacterClass: UInt8 {
  /// Of a script whose words ICU finds.
  case other
  /// White space and controls.
  case space
  /// What stands between Han characters: punctuation, digits, Latin letters of ASCII and their full-width forms.
  case neutral
  /// A Han character.
  case han
  /// Japanese kana: text with them is Japanese, Han characters and all.
  case kana

  /// The class of each unit.
  static let table: ContiguousArray<UInt8> = {
    var table = ContiguousArray(repeating: other.rawValue, count: 1 << 16)
    func set(_ range: ClosedRange<UInt16>, _ value: CharacterClass) {
      for unit in range { table[Int(unit)] = value.rawValue }
    }
    set(0...0x20, .space)
    set(0x21...0x7E, .neutral)
    set(0x7F...0xA0, .space)
    for unit in UInt16(0)...UInt16.max where unit.isWhiteSpace { table[Int(unit)] = space.rawValue }
    for unit: UInt16 in [0xA5, 0xA7, 0xA8, 0xB0, 0xB1, 0xB7, 0xD7, 0xF7, 0x2103, 0x2109, 0x2116] {
      table[Int(unit)] = neutral.rawValue
    }
    set(0x2010...0x2027, .neutral)
    set(0x2030...0x205E, .neutral)
    set(0x2150...0x218F, .neutral)
    set(0x2190...0x22FF, .neutral)
    set(0x2460...0x24FF, .neutral)
    set(0x2500...0x27BF, .neutral)
    set(0x3001...0x303F, .neutral)
    set(0x3040...0x30FF, .kana)
    set(0x31F0...0x31FF, .kana)
    set(0x3220...0x33FF, .neutral)
    set(0xFE30...0xFE4F, .neutral)
    set(0xFF01...0xFF65, .neutral)
    set(0xFF66...0xFF9F, .kana)
    set(0xFFE0...0xFFE6, .neutral)
    for unit in UInt16(0)...UInt16.max where unit.isHan { table[Int(unit)] = han.rawValue }
    return table
  }()
}
