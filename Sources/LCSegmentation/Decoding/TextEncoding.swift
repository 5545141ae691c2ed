/// A character encoding, by its name in lower case: `utf-8`, `gb18030`, `big5`, `utf-16le`, `shift_jis`, ….
public struct TextEncoding: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
  /// The name.
  public let rawValue: String

  /// Makes an encoding of its canonical name; see ``init(named:)`` for the names people use.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// UTF-8.
  public static let utf8 = TextEncoding(rawValue: "utf-8")
  /// UTF-16, the low byte first.
  public static let utf16LittleEndian = TextEncoding(rawValue: "utf-16le")
  /// UTF-16, the high byte first.
  public static let utf16BigEndian = TextEncoding(rawValue: "utf-16be")
  /// UTF-32, the low byte first.
  public static let utf32LittleEndian = TextEncoding(rawValue: "utf-32le")
  /// UTF-32, the high byte first.
  public static let utf32BigEndian = TextEncoding(rawValue: "utf-32be")
  /// GB 18030, which holds GB 2312 and GBK.
  public static let gb18030 = TextEncoding(rawValue: "gb18030")
  /// Big5.
  public static let big5 = TextEncoding(rawValue: "big5")

  /// Makes an encoding of a name in any case, an alias included (`GBK`, `utf8`, `cp936`, `latin1`, …).
  ///
  /// - Throws: ``SegmentationError/unknownEncoding(name:)`` when neither this module nor ICU knows it.
  public init(named name: String) throws(SegmentationError) {
    let folded = name.lowercased()
    if let known = Self.aliases[folded] {
      self = known
      return
    }
    guard !folded.isEmpty, let converter = try? Converter(encoding: TextEncoding(rawValue: folded)) else {
      throw .unknownEncoding(name: name)
    }
    self = Self.aliases[converter.name.lowercased()] ?? TextEncoding(rawValue: folded)
  }

  /// Names that mean one of the encodings above.
  private static let aliases: [String: TextEncoding] = [
    "utf-8": .utf8, "utf8": .utf8, "unicode-1-1-utf-8": .utf8,
    "utf-16le": .utf16LittleEndian, "utf16le": .utf16LittleEndian, "utf-16": .utf16LittleEndian, "utf16": .utf16LittleEndian,
    "utf-16be": .utf16BigEndian, "utf16be": .utf16BigEndian,
    "utf-32le": .utf32LittleEndian, "utf32le": .utf32LittleEndian, "utf-32": .utf32LittleEndian,
    "utf-32be": .utf32BigEndian, "utf32be": .utf32BigEndian,
    "gb18030": .gb18030, "gb2312": .gb18030, "gbk": .gb18030, "cp936": .gb18030, "windows-936": .gb18030, "gb-18030": .gb18030,
    "big5": .big5, "big-5": .big5, "cp950": .big5, "windows-950": .big5, "windows-950-2000": .big5,
  ]

  /// The name.
  public var description: String { rawValue }
}

/// The byte order marks, longest first: UTF-32's begins like UTF-16's.
enum ByteOrderMark {
  static let all: [(bytes: [UInt8], encoding: TextEncoding)] = [
    ([0xFF, 0xFE, 0x00, 0x00], .utf32LittleEndian),
    ([0x00, 0x00, 0xFE, 0xFF], .utf32BigEndian),
    ([0x84, 0x31, 0x95, 0x33], .gb18030),
    ([0xEF, 0xBB, 0xBF], .utf8),
    ([0xFF, 0xFE], .utf16LittleEndian),
    ([0xFE, 0xFF], .utf16BigEndian),
  ]

  /// The mark at the start of the bytes, if any.
  static func leading(_ bytes: UnsafeBufferPointer<UInt8>) -> (count: Int, encoding: TextEncoding)? {
    all.first { mark in bytes.count >= mark.bytes.count && bytes.prefix(mark.bytes.count).elementsEqual(mark.bytes) }
      .map { ($0.bytes.count, $0.encoding) }
  }
}
