internal import LCSegmentation
public import LCTextModel

/// The forms that OCR's pages come in.
public enum ScanFormat: String, Sendable, Hashable, CaseIterable {
  /// ALTO, versions 2 to 4.
  case alto
  /// hOCR, as XHTML.
  case hocr
  /// PAGE XML.
  case page
  /// JSON with lines and boxes, as of PaddleOCR.
  case paddle
  /// The table of Tesseract.
  case tesseract

  /// The form of a file by its first bytes; `nil` for what is none of these. Complexity: O(bytes).
  public init?(head: [UInt8]) {
    let content = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    let text = String(decoding: content.prefix(1 << 14), as: UTF8.self)
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else { return nil }
    switch first {
    case "<":
      if text.contains("PcGts") {
        self = .page
      } else if text.contains("<alto") || text.contains(":alto") {
        self = .alto
      } else if ["ocr_page", "ocr_line", "ocrx_word", "ocr_carea"].contains(where: text.contains) {
        self = .hocr
      } else {
        return nil
      }
    case "{", "[":
      guard Self.hasBoxes(text, isList: first == "[") else { return nil }
      self = .paddle
    case "l" where text.hasPrefix(TesseractReader.header): self = .tesseract
    default: return nil
    }
  }

  /// The pages of a file, in order.
  ///
  /// - Throws: ``ScanError``.
  /// - Complexity: O(bytes), with boxes and no order O(n log n) for n lines.
  public func pages(_ bytes: [UInt8]) throws(ScanError) -> [ScannedPage] {
    let pages: [ScannedPage]
    switch self {
    case .alto:
      let reader = ALTOReader()
      try XMLReader.read(bytes, reader)
      pages = reader.pages
    case .hocr:
      do {
        pages = try HOCRReader.pages(bytes)
      } catch .malformed {
        // Much hOCR is HTML and no XML.
        pages = try HOCRReader.pages(HTMLMender.mended(bytes))
      }
    case .page:
      let reader = PAGEReader()
      try XMLReader.read(bytes, reader)
      pages = reader.pages
    case .paddle: pages = try BoxReader.pages(bytes)
    case .tesseract: pages = try TesseractReader.pages(String(decoding: bytes, as: UTF8.self))
    }
    guard !pages.isEmpty else { throw .noText }
    return pages
  }

  /// Whether JSON begins like a list of recognised lines: with a key of boxes or texts that has a list, and not like a record of
  /// JSON Lines, which has an id and a text.
  private static func hasBoxes(_ text: String, isList: Bool) -> Bool {
    let line = text.drop(while: \.isWhitespace).prefix { !$0.isNewline }
    if line.last == "}", line.contains("\"text\""), line.contains("\"id\"") { return false }
    let dense = text.filter { !$0.isWhitespace }
    if isList, dense.hasPrefix("[[[") { return true }
    return ["box", "points", "rec_texts", "texts", "text_region", "transcription", "dt_polys", "bbox"].contains { key in
      dense.contains("\"\(key)\":[") || dense.contains("\"\(key)\":{")
    }
  }
}
