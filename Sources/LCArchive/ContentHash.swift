/// 128 bits that tell contents apart; not against anybody who wants them to collide.
struct ContentHash {
  private var low: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var high: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private var count: UInt64 = 0

  /// Adds bytes that follow.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      low = (low ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      high = (high &+ UInt64(byte) &+ 1) &* 0xD6E8_FEB8_6659_FD93
      high ^= high >> 32
      count += 1
    }
  }

  /// The sixteen bytes.
  var bytes: [UInt8] {
    [Self.mixed(low ^ count), Self.mixed(high &+ count)].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
    }
  }

  static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
