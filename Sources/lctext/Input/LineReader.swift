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

  /// Whole lines of the file with their ends, or a part of a long one.
  struct Piece {
    /// The number of the first line, from 1.
    var number: Int
    /// What they say.
    var text: Text
    /// Whether the line goes on from the piece before, and whether it goes on in the next.
    var isContinued = false
    var isCut = false
  }

  private let bytes: ByteReader
  private var decoder: TextDecoder
  private var buffer: [UInt8]
  private var start = 0
  private var number = 0
  private var isAtEnd = false
  private var wholeText: (text: Text, next: Int)?
  /// Whether the last piece was cut.
  private var isInLine = false
  /// Lines before this place of the buffer are read one by one, as there is something to say of one of them.
  private var singleLineEnd = 0
  /// The end of a line whose rest could not be read.
  private var lineEnd: Piece?

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

  /// The bytes of a piece.
  private static let pieceSize = 1 << 16

  /// The next lines, or `nil` at the end. A line longer than a piece is cut behind a sentence, where the encoding shows
  /// where that is. A failure concerns one line; the next call goes on behind it.
  func nextPiece() throws(Failure) -> (piece: Piece, replacementCount: Int)? {
    if let piece = lineEnd {
      lineEnd = nil
      return (piece, 0)
    }
    if wholeText != nil || start < singleLineEnd { return try nextLineAsPiece() }
    singleLineEnd = 0
    while !isAtEnd, buffer.count - start < Self.pieceSize {
      buffer.removeSubrange(..<start)
      start = 0
      isAtEnd = try bytes.read(1 << 18, into: &buffer) == 0
    }
    guard start < buffer.count else { return nil }
    let limit = min(buffer.count, start + Self.pieceSize)
    let isRest = isAtEnd && limit == buffer.count
    if let end = buffer[start..<limit].lastIndex(of: 0x0A).map({ $0 + 1 }) ?? (isRest ? limit : nil) {
      return try linesAsPiece(end: end)
    }
    guard let end = UTF8Cut.place(in: buffer, start..<limit, decoder.encoding) else { return try nextLineAsPiece() }
    return try partAsPiece(end: end)
  }

  private func nextLineAsPiece() throws(Failure) -> (piece: Piece, replacementCount: Int)? {
    guard let line = try next() else { return nil }
    let text = Text(units: line.text.units + [0x0A])
    return (Piece(number: line.number, text: text), line.replacementCount)
  }

  private func linesAsPiece(end: Int) throws(Failure) -> (piece: Piece, replacementCount: Int)? {
    let wasInLine = isInLine
    do {
      let decoded = try decode(buffer[start..<end], line: number + 1)
      if decoded.replacementCount == 0 || wasInLine {
        let piece = Piece(number: number + 1, text: decoded.text, isContinued: wasInLine)
        advance(to: end, lines: decoded.text.units.count { $0 == 0x0A }, isInLine: false)
        return (piece, decoded.replacementCount)
      }
    } catch {
      if wasInLine {
        // The rest of the line is lost, but not its end, nor the lines behind it.
        lineEnd = Piece(number: number + 1, text: Text("\n"), isContinued: true)
        advance(to: buffer[start..<end].firstIndex(of: 0x0A).map { $0 + 1 } ?? end, lines: 1, isInLine: false)
        singleLineEnd = end
        throw error
      }
    }
    singleLineEnd = end
    return try nextLineAsPiece()
  }

  private func partAsPiece(end: Int) throws(Failure) -> (piece: Piece, replacementCount: Int)? {
    let wasInLine = isInLine
    defer { advance(to: end, lines: 0, isInLine: true) }
    let decoded = try decode(buffer[start..<end], line: number + 1)
    let piece = Piece(number: number + 1, text: decoded.text, isContinued: wasInLine, isCut: true)
    return (piece, decoded.replacementCount)
  }

  private func advance(to place: Int, lines: Int, isInLine: Bool) {
    start = place
    number += lines
    self.isInLine = isInLine
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
