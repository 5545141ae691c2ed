/// The units that word boundaries stand between: Han characters and marks one by one, a run of digits, a run of Latin
/// letters.
///
/// Each has a number of 13 bits, frequent characters first. Full-width forms are those of ASCII.
public struct UnitAlphabet: Sendable {
  /// A run of digits.
  public static let digits: UInt16 = 1
  /// A run of Latin letters.
  public static let latin: UInt16 = 2
  /// A character that training did not see.
  public static let unknown: UInt16 = 3
  /// The number of the most frequent character.
  public static let first: UInt16 = 4
  /// One more than the greatest number there can be.
  public static let limit = 1 << 13

  /// The number of each UTF-16 unit.
  let numbers: ContiguousArray<UInt16>
  /// The characters in the order of their numbers.
  public let characters: [UInt16]

  /// Makes an alphabet of characters, frequent ones first; at most `limit - first` of them count.
  ///
  /// - Complexity: O(65,536).
  public init(characters: [UInt16]) {
    self.characters = Array(characters.prefix(Self.limit - Int(Self.first)))
    var numbers = ContiguousArray(repeating: Self.unknown, count: 1 << 16)
    for (index, character) in self.characters.enumerated() { numbers[Int(character)] = UInt16(index) + Self.first }
    for unit in UInt16(0x30)...0x39 { numbers[Int(unit)] = Self.digits }
    for unit in UInt16(0x41)...0x5A { numbers[Int(unit)] = Self.latin }
    for unit in UInt16(0x61)...0x7A { numbers[Int(unit)] = Self.latin }
    for unit in UInt16(0xFF01)...0xFF5E { numbers[Int(unit)] = numbers[Int(unit) - 0xFEE0] }
    self.numbers = numbers
  }

  /// One more than the greatest number in use.
  public var count: Int { characters.count + Int(Self.first) }

  /// The number of a UTF-16 unit.
  public subscript(unit: UInt16) -> UInt16 {
    numbers[Int(unit)]
  }

  /// Calls `body` with the numbers of all UTF-16 units, one for each of 65,536.
  public func withNumbers<Result>(_ body: (UnsafePointer<UInt16>?) -> Result) -> Result {
    numbers.withUnsafeBufferPointer { body($0.baseAddress) }
  }

  /// The numbers of a word's units, runs as one; `nil` when the word holds a character the alphabet does not have.
  public func units(of word: some Sequence<UInt16>) -> [UInt16]? {
    var units: [UInt16] = []
    for character in word {
      let number = self[character]
      if number == Self.unknown { return nil }
      if number < Self.unknown, units.last == number { continue }
      units.append(number)
    }
    return units
  }
}
