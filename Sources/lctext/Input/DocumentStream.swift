internal import LCText

/// The documents of all inputs, one after the other; nothing is read before it is asked for.
final class DocumentStream {
  /// The most bytes of one document. A page has some 20 kB, a year of a newspaper 20 MB; what is longer is no document, and
  /// reading it would only fill the memory.
  static let sizeLimit = 1 << 28
  /// A text of more bytes is read in pieces where that makes no difference.
  private static let pieceLimit = 1 << 21

  /// Whether it matters only which lines there are, not which documents: lines then come many at a time, a long one in
  /// parts, and a large text like lines.
  var isInPieces = false

  private let decoder: TextDecoder
  private let format: InputFormat
  private let reporter: Reporter
  private var files: ArraySlice<String>
  private var current: RecordReader?
  private var count = 0
  /// The further pages of a file.
  private var pending: ArraySlice<Document> = []

  init(_ options: InputOptions, reporter: Reporter, defaultFormat: InputFormat = .auto) {
    decoder = options.decoder
    format = options.input == .auto ? defaultFormat : options.input
    self.reporter = reporter
    files = InputFiles.list(options.paths, reporter: reporter)[...]
  }

  /// The next document, or `nil` at the end. What cannot be read is reported and passed over.
  func next() -> Document? {
    guard var document = nextDocument() else { return nil }
    count += 1
    document.number = count
    return document
  }

  private func nextDocument() -> Document? {
    while true {
      do throws(Failure) {
        if let document = pending.popFirst() {
          return document
        } else if let reader = current {
          let isInPieces = isInPieces && reader.format == .lines
          let document = isInPieces ? try reader.nextPiece(reporter) : try reader.next(reporter)
          if let document { return document }
          current = nil
        } else if let path = files.popFirst() {
          if let document = try open(path) { return document }
        } else {
          return nil
        }
      } catch {
        reporter.report(error)
      }
    }
  }

  private func open(_ path: String) throws(Failure) -> Document? {
    let bytes = try ByteReader(path: path)
    var head: [UInt8] = []
    while head.count < InputSniffer.headSize, try bytes.read(InputSniffer.headSize, into: &head) > 0 {}
    let format = format == .auto ? InputSniffer.format(head) : format
    switch format {
    case .auto, .text:
      if isInPieces, try bytes.isLarger(than: Self.pieceLimit, beginning: &head) {
        current = RecordReader(try LineReader(bytes, head: head, decoder: decoder), path: path, format: .lines, decoder)
        return nil
      }
      try bytes.readAll(into: &head, limit: Self.sizeLimit)
      return try wholeDocument(path, head)
    case .alto, .hocr, .page, .paddle, .tesseract:
      try bytes.readAll(into: &head, limit: Self.sizeLimit)
      let documents = try scannedPages(path, head, format)
      pending = documents.dropFirst()
      return documents.first
    case .lines, .jsonl, .tsv:
      current = RecordReader(try LineReader(bytes, head: head, decoder: decoder), path: path, format: format, decoder)
      return nil
    }
  }

  private func scannedPages(_ path: String, _ bytes: [UInt8], _ format: InputFormat) throws(Failure) -> [Document] {
    guard let scan = ScanFormat(rawValue: format.rawValue) else { return [] }
    let pages: [ScannedPage]
    do {
      pages = try scan.pages(bytes)
    } catch {
      throw Failure(.badData, path: path, line: error.line, error.description)
    }
    return pages.enumerated().map { number, page in
      for note in page.notes { reporter.note("\(path): \(note)") }
      return Document(
        path: path, id: pages.count > 1 ? "\(path)#\(number + 1)" : path, text: page.text, lines: page.lines, encoding: .utf8)
    }
  }

  private func wholeDocument(_ path: String, _ bytes: [UInt8]) throws(Failure) -> Document {
    let decoded: DecodedText
    do {
      decoded = try decoder.decode(bytes)
    } catch {
      throw Failure(error, path: path)
    }
    guard decoded.text.units.contains(where: { !$0.isWhiteSpace }) else {
      throw Failure(.badData, path: path, bytes.isEmpty ? "the file is empty" : "the file holds white space only")
    }
    if decoded.replacementCount > 0 {
      reporter.note("\(path): \(decoded.replacementCount) invalid sequences read as U+FFFD")
    }
    return Document(path: path, id: path, text: decoded.text, encoding: decoded.encoding)
  }
}
