internal import CICUShim

/// An ICU converter from one encoding to UTF-16; used by one thread.
final class Converter {
  private let handle: OpaquePointer

  /// Opens a converter.
  init(encoding: TextEncoding) throws(SegmentationError) {
    var status: Int32 = 0
    guard let handle = lc_converter_open(encoding.rawValue, &status) else {
      throw .unknownEncoding(name: encoding.rawValue)
    }
    self.handle = handle
  }

  deinit {
    lc_converter_close(handle)
  }

  /// ICU's own name of the encoding.
  var name: String {
    var status: Int32 = 0
    return String(cString: lc_converter_name(handle, &status))
  }

  /// Decodes a whole input.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>, into sink: inout DecodingSink) throws(SegmentationError) {
    let chunk = 1 << 16
    let buffer = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: chunk)
    defer { buffer.deallocate() }
    var place = 0
    while true {
      let step = lc_converter_decode(
        handle, bytes.baseAddress.map { $0 + place }, Int64(bytes.count - place), buffer.baseAddress, Int64(chunk), 1)
      guard step.status <= 0 else { throw .icu("decode", status: step.status) }
      sink.append(UnsafeBufferPointer(rebasing: buffer[..<Int(step.produced)]))
      if step.bad_offset >= 0 {
        try sink.invalid(offset: place + Int(step.bad_offset), count: Int(step.bad_length), in: bytes)
      }
      place += Int(step.consumed)
      if place >= bytes.count, step.bad_offset < 0, step.produced < chunk { return }
    }
  }
}

/// Collects decoded units, and deals with what could not be decoded: an error, or U+FFFD when the reader accepts losses.
struct DecodingSink {
  let encoding: TextEncoding
  let isLossy: Bool
  private(set) var units = ContiguousArray<UInt16>()
  private(set) var replacementCount = 0

  init(encoding: TextEncoding, isLossy: Bool, capacity: Int) {
    self.encoding = encoding
    self.isLossy = isLossy
    units.reserveCapacity(capacity)
  }

  mutating func append(_ decoded: UnsafeBufferPointer<UInt16>) {
    units.append(contentsOf: decoded)
  }

  mutating func append(_ unit: UInt16) {
    units.append(unit)
  }

  /// Takes the units of a whole input at once, where nothing was collected before.
  mutating func set(_ decoded: ContiguousArray<UInt16>) {
    units = decoded
  }

  mutating func invalid(
    offset: Int, count: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) throws(SegmentationError) {
    guard isLossy else {
      let end = min(offset + max(count, 1), bytes.count)
      throw .invalidBytes(encoding: encoding, offset: offset, bytes: Array(bytes[min(offset, end)..<end]))
    }
    units.append(0xFFFD)
    replacementCount += 1
  }
}
