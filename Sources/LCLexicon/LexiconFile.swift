/// The container of a compiled lexicon: a header of 24 bytes and a payload that is used in place.
///
///     offset  bytes  what
///          0      4  "LCLX"
///          4      2  version of the format
///          6      2  kind of the payload
///          8      8  bytes of the payload
///         16      8  checksum of the payload (FNV-1a, 64 bits)
///
/// All numbers are little-endian.
public enum LexiconFile {
  /// What a payload holds.
  public enum Kind: UInt16, Sendable, Hashable {
    /// Words with a number each: ``WordTable``.
    case words = 1
    /// Words and weights of word boundaries: ``BoundaryTables``.
    case boundaries = 2
    /// Words and weights of parts of speech: ``TagTables``.
    case tags = 3
    /// Words and in how many documents they stand: ``DocumentFrequency``.
    case frequencies = 4
  }

  /// The version of the format that is written and read.
  public static let version = 2
  static let headerSize = 24
  private static let magic: [UInt8] = [0x4C, 0x43, 0x4C, 0x58]

  /// A payload with its header before it.
  static func wrap(_ payload: [UInt8], kind: Kind) -> [UInt8] {
    var bytes = magic
    bytes.reserveCapacity(headerSize + payload.count)
    bytes.appendLittleEndian(UInt16(version))
    bytes.appendLittleEndian(kind.rawValue)
    bytes.appendLittleEndian(UInt64(payload.count))
    bytes.appendLittleEndian(payload.withUnsafeBytes(checksum))
    return bytes + payload
  }

  /// The payload of a file.
  ///
  /// - Parameter verifying: whether to compute the checksum, which reads every byte; the lexicons in the program itself are
  ///   not verified at each start.
  static func payload(
    of bytes: UnsafeRawBufferPointer, kind: Kind, verifying: Bool
  ) throws(LexiconError) -> UnsafeRawBufferPointer {
    guard bytes.count >= headerSize, bytes.prefix(4).elementsEqual(magic) else { throw .badHeader(expected: kind) }
    let version = Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 4, as: UInt16.self)))
    guard version == Self.version else { throw .unsupportedVersion(version) }
    guard UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 6, as: UInt16.self)) == kind.rawValue else {
      throw .badHeader(expected: kind)
    }
    let count = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    guard count <= UInt64(bytes.count - headerSize) else {
      throw .truncated(expected: Int(clamping: count) &+ headerSize, found: bytes.count)
    }
    let payload = UnsafeRawBufferPointer(rebasing: bytes[headerSize..<headerSize + Int(count)])
    if verifying {
      let stored = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
      guard stored == checksum(payload) else { throw .checksum }
    }
    return payload
  }

  /// FNV-1a over eight bytes at a time, the rest byte by byte.
  private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let prime: UInt64 = 0x100_0000_01B3
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var place = 0
    while place + 8 <= bytes.count {
      hash = (hash ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))) &* prime
      hash ^= hash >> 29
      place += 8
    }
    while place < bytes.count {
      hash = (hash ^ UInt64(bytes[place])) &* prime
      place += 1
    }
    return hash
  }
}

/// A compiled file in memory of its own, for tables that are not the program's.
final class OwnedBytes: @unchecked Sendable {
  // Written in `init` only.
  let bytes: UnsafeRawBufferPointer

  init(_ file: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: file.count, alignment: 16)
    copy.copyBytes(from: file)
    bytes = UnsafeRawBufferPointer(copy)
  }

  deinit {
    bytes.deallocate()
  }
}

extension [UInt8] {
  mutating func appendLittleEndian(_ value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
