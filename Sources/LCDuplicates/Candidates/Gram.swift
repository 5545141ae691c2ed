/// Character grams: runs of as many folded characters as make chance meetings rare.
struct Gram {
  /// Grams of Han characters have this length; chance meetings are rarer with longer ones in large collections.
  let hanLength: Int
  /// Grams that begin with a letter or a digit.
  static let latinLength = 8

  init(passages: Int) {
    hanLength = passages < 50_000 ? 4 : passages < 2_000_000 ? 5 : 6
  }

  init(hanLength: Int) {
    self.hanLength = hanLength
  }

  /// Calls `body` with the hash of each gram of a folded passage.
  ///
  /// Passages that are shorter than their grams have none.
  @inline(__always)
  func forEachHash(_ passage: FoldedPassage, _ body: (UInt64) -> Void) {
    forEachHash(passage, part: 0, of: 0, body)
  }

  /// Calls `body` with the hash of each gram of one part of all grams; which part a gram is of is told by its first two
  /// units, which costs less than its hash.
  @inline(__always)
  func forEachHash(_ passage: FoldedPassage, part: UInt32, of bits: UInt32, _ body: (UInt64) -> Void) {
    let units = passage.units
    let count = passage.count
    var place = 0
    while place < count {
      defer { place += 1 }
      let first = units[place]
      if bits > 0 {
        let mixed = (UInt32(first) &* 0x9E37_79B1) ^ (UInt32(units[place + 1]) &* 0x85EB_CA6B)
        if (mixed &* 0xC2B2_AE35) >> (32 &- bits) != part { continue }
      }
      let length = first < 0x2E80 ? Self.latinLength : hanLength
      if place + length <= count { body(Self.hash(units + place, length)) }
    }
  }

  /// A hash of 4 to 8 units, the same on every machine.
  @inline(__always)
  static func hash(_ units: UnsafePointer<UInt16>, _ length: Int) -> UInt64 {
    let bytes = UnsafeRawPointer(units)
    let head = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    let tail = UInt64(littleEndian: (bytes + 2 * (length - 4)).loadUnaligned(as: UInt64.self))
    var hash = (head &* 0x9E37_79B9_7F4A_7C15) ^ ((tail &+ UInt64(length)) &* 0xC2B2_AE3D_27D4_EB4F)
    hash ^= hash >> 29
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    return hash ^ (hash >> 32)
  }
}
