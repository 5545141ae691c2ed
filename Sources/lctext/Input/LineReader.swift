internal import LCText

/// Reads a file line by line, decoded. Memory holds one line and one piece of the file.
///
/// Encodings in which the byte 0A is always a line feed are decoded line by line; others (UTF-16, UTF-32, ISO 2022) as a
/// whole first.
final class LineReader {
  /// A line of the file.
  struct Line {
    /// Its number, from 1.
    var number: Int
    /// Its text, without the line's end.
    var text: Text
    /// The number of U+FFFD that stand for bytes the encoding does not have.
    var replacementCount: Int
  }

  private let bytes: ByteReader
  private var decoder: TextDecoder
  private var buffer: [UInt8]
  private var start = 0
  private var number = 0
  private var isAtEnd = false
  private var wholeText: (text: Text, next: Int)?

  /// - Parameter head: the bytes that were read to tell the format.
  init(_ bytes: ByteReader, head: [UInt8], decoder: TextDecoder) throws(Failure) {
    self.bytes = bytes
    self.decoder = decoder
    buffer = head
    let encoding = decoder.encoding ?? head.withUnsafeBufferPointer { EncodingDetector.guesses($0) }.first ?? .utf8
    self.decoder.encoding = encoding
    if encoding.rawValue.hasPrefix("utf-16") || encoding.rawValue.hasPrefix("utf-32")
      || encoding.rawValue.hasPrefix("iso-2022")
    {
      try bytes.readAll(into: &buffer, limit: DocumentStream.sizeLimit)
      wholeText = (try decode(buffer[...], line: nil).text, 0)
    } else if buffer.starts(with: [0xEF, 0xBB, 0xBF]) {
      start = 3
    }
  }

  /// The next line, or `nil` at the end. A failure concerns one line; the next call goes on behind it.
  func next() throws(Failure) -> Line? {
    if wholeText != nil { return nextOfWholeText() }
    var searched = start
    while true {
      if let end = lineFeed(from: searched) {
        defer { start = end + 1 }
        number += 1
        return try line(buffer[start..<end])
      }
      searched = buffer.count
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        number += 1
        return try line(buffer[start...])
      }
      buffer.removeSubrange(..<start)
      searched -= start
      start = 0
      isAtEnd = try bytes.read(1 << 18, into: &buffer) == 0
      if buffer.count - start > DocumentStream.sizeLimit, lineFeed(from: searched) == nil {
        try skipLine()
        throw Failure(
          .badData, path: bytes.path, line: number, "line longer than \(DocumentStream.sizeLimit) bytes, left out")
      }
    }
  }

  private func lineFeed(from place: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard place < bytes.count, let base = bytes.baseAddress else { return nil }
      return memchr(base + place, 0x0A, bytes.count - place).map { UnsafeRawPointer($0) - base }
    }
  }

  /// Reads on to the next line feed and forgets what stands before it.
  private func skipLine() throws(Failure) {
    number += 1
    while !isAtEnd {
      buffer.removeAll(keepingCapacity: true)
      start = 0
      isAtEnd = try bytes.read(1 << 18, into: &buffer) == 0
      if let end = lineFeed(from: 0) {
        start = end + 1
        return
      }
    }
    start = buffer.count
  }

  private func line(_ content: ArraySlice<UInt8>) throws(Failure) -> Line {
    let body = content.last == 0x0D ? content.dropLast() : content
    let decoded = try decode(body, line: number)
    return Line(number: number, text: decoded.text, replacementCount: decoded.replacementCount)
  }

  private func decode(_ content: ArraySlice<UInt8>, line: Int?) throws(Failure) -> DecodedText {
    let result = content.withUnsafeBufferPointer { content in
      Result { () throws(SegmentationError) in try decoder.decode(content) }
    }
    switch result {
    case .success(let decoded): return decoded
    case .failure(let error): throw Failure(error, path: bytes.path, line: line)
    }
  }

  private func nextOfWholeText() -> Line? {
    guard let (text, place) = wholeText, place < text.count else { return nil }
    let end = text.units[place...].firstIndex(of: 0x0A) ?? text.count
    wholeText = (text, end + 1)
    number += 1
    let content = end > place && text.units[end - 1] == 0x0D ? place..<end - 1 : place..<end
    return Line(number: number, text: Text(units: ContiguousArray(text.units[content])), replacementCount: 0)
  }
}
