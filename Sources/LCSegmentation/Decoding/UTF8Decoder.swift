/// Strict UTF-8 to UTF-16.
///
/// Follows the Unicode Standard, section 3.9: overlong forms, surrogates and code points above U+10FFFF are invalid, and an
/// invalid sequence ends at its first byte that cannot go on (the maximal subpart), as in the WHATWG encoding standard.
enum UTF8Decoder {
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, into sink: inout DecodingSink) throws(SegmentationError) {
    // Never more units than bytes; pages of the array that stay untouched cost nothing.
    var place = 0
    sink.set(
      ContiguousArray(unsafeUninitializedCapacity: bytes.count) { output, count in
        (place, count) = run(bytes, output)
      })
    while place < bytes.count {
      let part = subpart(bytes, at: place)
      if !part.isComplete {
        try sink.invalid(offset: place, count: part.length, in: bytes)
        place += part.length
      }
      // After damage, text goes on in pieces; a character that a piece cuts begins the next one.
      let rest = UnsafeBufferPointer(rebasing: bytes[place..<min(place + 4096, bytes.count)])
      place += withUnsafeTemporaryAllocation(of: UInt16.self, capacity: rest.count) { output in
        let (read, written) = run(rest, output)
        sink.append(UnsafeBufferPointer(rebasing: output[..<written]))
        return read
      }
    }
  }

  /// Decodes until the end or the first invalid sequence; returns the bytes read and the units written.
  private static func run(
    _ bytes: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt16>
  ) -> (read: Int, written: Int) {
    guard let source = bytes.baseAddress, let target = output.baseAddress else { return (0, 0) }
    let count = bytes.count
    var place = 0
    var written = 0
    while place < count {
      let lead = source[place]
      if lead < 0x80 {
        target[written] = UInt16(lead)
        place += 1
        written += 1
      } else if lead & 0xF0 == 0xE0 {
        guard place + 2 < count else { break }
        let second = source[place + 1]
        let third = source[place + 2]
        let unit = UInt16(lead & 0x0F) << 12 | UInt16(second & 0x3F) << 6 | UInt16(third & 0x3F)
        guard (second & 0xC0) | (third & 0xC0) == 0x80, second & third & 0x80 != 0, unit >= 0x800, unit & 0xF800 != 0xD800
        else { break }
        target[written] = unit
        place += 3
        written += 1
      } else if lead >= 0xC2, lead < 0xE0 {
        guard place + 1 < count, source[place + 1] & 0xC0 == 0x80 else { break }
        target[written] = UInt16(lead & 0x1F) << 6 | UInt16(source[place + 1] & 0x3F)
        place += 2
        written += 1
      } else {
        guard lead >= 0xF0, lead < 0xF5, place + 3 < count else { break }
        let second = source[place + 1]
        let third = source[place + 2]
        let fourth = source[place + 3]
        guard second & 0xC0 == 0x80, third & 0xC0 == 0x80, fourth & 0xC0 == 0x80 else { break }
        let scalar = UInt32(lead & 0x07) << 18 | UInt32(second & 0x3F) << 12 | UInt32(third & 0x3F) << 6 | UInt32(fourth & 0x3F)
        guard scalar >= 0x10000, scalar <= 0x10FFFF else { break }
        target[written] = UInt16(0xD7C0 + (scalar >> 10))
        target[written + 1] = UInt16(0xDC00 + (scalar & 0x3FF))
        place += 4
        written += 2
      }
    }
    return (place, written)
  }

  /// The maximal subpart of the sequence that starts at a byte: its length, and whether it is a whole character.
  static func subpart(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (length: Int, isComplete: Bool) {
    let lead = bytes[place]
    let following: Int
    var allowed: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0x00...0x7F: return (1, true)
    case 0xC2...0xDF: following = 1
    case 0xE0: (following, allowed) = (2, 0xA0...0xBF)
    case 0xED: (following, allowed) = (2, 0x80...0x9F)
    case 0xE1...0xEF: following = 2
    case 0xF0: (following, allowed) = (3, 0x90...0xBF)
    case 0xF4: (following, allowed) = (3, 0x80...0x8F)
    case 0xF1...0xF3: following = 3
    default: return (1, false)
    }
    var length = 1
    while length <= following, place + length < bytes.count, allowed.contains(bytes[place + length]) {
      allowed = 0x80...0xBF
      length += 1
    }
    return (length, length == following + 1)
  }
}
