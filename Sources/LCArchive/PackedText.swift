internal import LCTextModel

/// Text in two bytes a Han character and one an ASCII character: two thirds of UTF-8.
///
///     00…7F          ASCII
///     80…D1 xx       U+4E00 … U+9FFF
///     D2…D3 xx       U+3000 … U+31FF
///     D4 xx          U+FF00 … U+FFFF
///     FF xx xx       any other UTF-16 unit
enum PackedText {
  static func bytes(of units: some Sequence<UInt16>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(units.underestimatedCount * 2)
    for unit in units {
      switch unit {
      case ..<0x80: bytes.append(UInt8(unit))
      case 0x4E00...0x9FFF: bytes += [UInt8((unit - 0x4E00) >> 8) + 0x80, UInt8(truncatingIfNeeded: unit)]
      case 0x3000...0x31FF: bytes += [UInt8((unit - 0x3000) >> 8) + 0xD2, UInt8(truncatingIfNeeded: unit)]
      case 0xFF00...: bytes += [0xD4, UInt8(truncatingIfNeeded: unit)]
      default: bytes += [0xFF, UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)]
      }
    }
    return bytes
  }

  /// - Returns: `nil` for bytes that are no packed text.
  static func units(of bytes: some Sequence<UInt8>) -> ContiguousArray<UInt16>? {
    var units = ContiguousArray<UInt16>()
    units.reserveCapacity(bytes.underestimatedCount / 2)
    var iterator = bytes.makeIterator()
    while let lead = iterator.next() {
      if lead < 0x80 {
        units.append(UInt16(lead))
        continue
      }
      guard let low = iterator.next() else { return nil }
      switch lead {
      case 0x80...0xD1: units.append(0x4E00 + UInt16(lead - 0x80) << 8 + UInt16(low))
      case 0xD2...0xD3: units.append(0x3000 + UInt16(lead - 0xD2) << 8 + UInt16(low))
      case 0xD4: units.append(0xFF00 + UInt16(low))
      case 0xFF:
        guard let last = iterator.next() else { return nil }
        units.append(UInt16(low) << 8 + UInt16(last))
      default: return nil
      }
    }
    return units
  }
}
