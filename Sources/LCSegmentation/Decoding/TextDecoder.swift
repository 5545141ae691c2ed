public import LCTextModel

/// A decoded document and how it was read.
public struct DecodedText: Sendable {
  /// The document, without a byte order mark.
  public let text: Text
  /// The encoding it was read in.
  public let encoding: TextEncoding
  /// Whether it began with a byte order mark.
  public let hasByteOrderMark: Bool
  /// The number of U+FFFD that stand for bytes the encoding does not have. 0 unless losses were accepted.
  public let replacementCount: Int
}

/// Turns bytes into text.
///
///     let decoded = try TextDecoder().decode(bytes)
///     decoded.encoding   // gb18030
public struct TextDecoder: Sendable {
  /// The encoding to read in; `nil` detects it.
  public var encoding: TextEncoding?
  /// Whether bytes that the encoding does not have become U+FFFD rather than an error.
  public var isLossy: Bool

  /// Makes a decoder.
  public init(encoding: TextEncoding? = nil, isLossy: Bool = false) {
    self.encoding = encoding
    self.isLossy = isLossy
  }

  /// Decodes a document.
  ///
  /// - Throws: ``SegmentationError/invalidBytes(encoding:offset:bytes:)`` with the first byte that does not fit (of the most
  ///   likely encoding, when none was given), ``SegmentationError/binaryData(offset:)`` for a NUL,
  ///   ``SegmentationError/undetectedEncoding``, ``SegmentationError/tooLong(byteCount:)``.
  /// - Complexity: O(n).
  public func decode(_ bytes: UnsafeBufferPointer<UInt8>) throws(SegmentationError) -> DecodedText {
    guard bytes.count < Int(Int32.max) else { throw .tooLong(byteCount: bytes.count) }
    if let encoding { return try decode(bytes, as: encoding) }
    let guesses = EncodingDetector.guesses(bytes)
    var firstError: SegmentationError?
    for guess in guesses {
      do {
        return try TextDecoder(encoding: guess, isLossy: false).decode(bytes, as: guess)
      } catch {
        firstError = firstError ?? error
        if case .binaryData = error { break }
      }
    }
    if let place = bytes.firstIndex(of: 0), !guesses.contains(where: { $0.rawValue.hasPrefix("utf-16") }) {
      throw .binaryData(offset: place)
    }
    guard let firstError, let best = guesses.first else { throw .undetectedEncoding }
    if isLossy, case .invalidBytes = firstError { return try decode(bytes, as: best) }
    throw firstError
  }

  /// Decodes a document.
  public func decode(_ bytes: [UInt8]) throws(SegmentationError) -> DecodedText {
    try Result { () in try bytes.withUnsafeBufferPointer { try decode($0) } }
      .mapError { $0 as? SegmentationError ?? .undetectedEncoding }.get()
  }

  private func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, as encoding: TextEncoding
  ) throws(SegmentationError) -> DecodedText {
    let mark = ByteOrderMark.leading(bytes).flatMap { $0.encoding == encoding ? $0.count : nil } ?? 0
    let body = UnsafeBufferPointer(rebasing: bytes[mark...])
    var sink = DecodingSink(
      encoding: encoding, isLossy: isLossy, capacity: encoding == .utf8 ? 0 : body.count / 2 + 1)
    do {
      switch encoding {
      case .utf8: try UTF8Decoder.decode(body, into: &sink)
      case .utf16LittleEndian: try UTF16Decoder.decode(body, bigEndian: false, into: &sink)
      case .utf16BigEndian: try UTF16Decoder.decode(body, bigEndian: true, into: &sink)
      default: try Converter(encoding: encoding).decode(body, into: &sink)
      }
    } catch {
      // Offsets count from the start of the input, mark included.
      guard case .invalidBytes(let encoding, let offset, let bytes) = error else { throw error }
      throw .invalidBytes(encoding: encoding, offset: offset + mark, bytes: bytes)
    }
    if let place = sink.units.firstIndex(of: 0) {
      throw .binaryData(offset: mark + byteOffset(ofUnit: place, in: sink.units, body, encoding: encoding))
    }
    return DecodedText(
      text: Text(units: sink.units), encoding: encoding, hasByteOrderMark: mark > 0,
      replacementCount: sink.replacementCount)
  }

  /// Where a NUL unit stands in the bytes. Encodings that are supersets of ASCII have NUL bytes for NUL alone.
  private func byteOffset(
    ofUnit unit: Int, in units: ContiguousArray<UInt16>, _ bytes: UnsafeBufferPointer<UInt8>, encoding: TextEncoding
  ) -> Int {
    switch encoding {
    case .utf16LittleEndian, .utf16BigEndian: return 2 * unit
    case .utf32LittleEndian, .utf32BigEndian: return 4 * units[..<unit].count { !$0.isTrailSurrogate }
    default: return bytes.firstIndex(of: 0) ?? 0
    }
  }
}
