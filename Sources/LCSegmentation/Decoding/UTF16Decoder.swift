internal import LCTextModel

/// Strict UTF-16 bytes to UTF-16 units: an unpaired surrogate or a lone last byte is invalid.
enum UTF16Decoder {
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, bigEndian: Bool, into sink: inout DecodingSink
  ) throws(SegmentationError) {
    let high = bigEndian ? 0 : 1
    var place = 0
    var needsTrail = false
    while place + 1 < bytes.count {
      let unit = UInt16(bytes[place + high]) << 8 | UInt16(bytes[place + 1 - high])
      if needsTrail, !unit.isTrailSurrogate {
        needsTrail = false
        try sink.invalid(offset: place - 2, count: 2, in: bytes)
      }
      if unit.isTrailSurrogate, !needsTrail {
        try sink.invalid(offset: place, count: 2, in: bytes)
      } else if unit.isLeadSurrogate {
        needsTrail = true
      } else {
        if needsTrail {
          sink.append(UInt16(bytes[place - 2 + high]) << 8 | UInt16(bytes[place - 1 - high]))
          needsTrail = false
        }
        sink.append(unit)
      }
      place += 2
    }
    if needsTrail { try sink.invalid(offset: place - 2, count: 2, in: bytes) }
    if place < bytes.count { try sink.invalid(offset: place, count: 1, in: bytes) }
  }
}
