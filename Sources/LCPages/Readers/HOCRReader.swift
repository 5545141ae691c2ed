internal import LCTextModel

/// Reads hOCR (Breuel 2007) as XHTML: lines with their boxes, the mean confidence of their words, paragraphs as blocks.
final class HOCRReader: XMLHandler {
  private var builder = ScanBuilder()
  private(set) var pages: [ScannedPage] = []
  /// What each open element is.
  private var stack: [Kind] = []
  private var line: (text: String, box: Box?, confidences: [Double])?

  private enum Kind {
    case page, block, line, other
  }

  private static let blocks: Set<String> = ["ocr_carea", "ocr_par", "ocrx_block", "ocr_column"]
  private static let lines: Set<String> = ["ocr_line", "ocrx_line", "ocr_header", "ocr_caption", "ocr_textfloat", "ocr_footer"]

  func start(_ name: String, _ attributes: [String: String]) {
    let classes = (attributes["class"] ?? "").split(separator: " ").map(String.init)
    let properties = HOCRProperties(attributes["title"] ?? "")
    var kind = Kind.other
    if classes.contains("ocr_page") {
      kind = .page
      builder = ScanBuilder()
      if let box = properties.box { builder.size = (box.maxX, box.maxY) }
    } else if classes.contains(where: Self.blocks.contains) {
      kind = .block
      builder.startBlock()
    } else if line == nil, classes.contains(where: Self.lines.contains) {
      kind = .line
      line = ("", properties.box, properties.confidence.map { [$0] } ?? [])
    } else if line != nil, classes.contains("ocrx_word"), let confidence = properties.confidence {
      line?.confidences.append(confidence)
    } else if line == nil, ["p", "h1", "h2", "h3", "h4", "div"].contains(name) {
      builder.startBlock()
    }
    stack.append(kind)
  }

  func end(_ name: String) {
    switch stack.popLast() {
    case .line:
      if let line {
        let words = line.text.split(whereSeparator: \.isWhitespace).map(String.init)
        builder.add(ScanBuilder.line(of: words), box: line.box, confidence: line.confidences.mean)
      }
      line = nil
    case .page:
      if let page = builder.page { pages.append(page) }
      builder = ScanBuilder()
    default: break
    }
  }

  func text(_ text: String) {
    line?.text += text
  }

  /// The pages of a document; lines without a page's element are one.
  ///
  /// - Throws: ``ScanError/malformed(line:column:reason:)``, ``ScanError/tooDeep(line:)``.
  static func pages(_ bytes: [UInt8]) throws(ScanError) -> [ScannedPage] {
    let reader = HOCRReader()
    try XMLReader.read(bytes, reader)
    if reader.pages.isEmpty, let page = reader.builder.page { return [page] }
    return reader.pages
  }
}

/// The properties in a title: `bbox 10 20 110 40; x_wconf 93`.
struct HOCRProperties {
  private(set) var box: Box?
  /// From 0 to 1.
  private(set) var confidence: Double?

  init(_ title: String) {
    for property in title.split(separator: ";") {
      let words = property.split(whereSeparator: \.isWhitespace)
      let numbers = words.dropFirst().compactMap { Double($0) }
      switch words.first {
      case "bbox" where numbers.count >= 4:
        box = Box(x: numbers[0], y: numbers[1], width: numbers[2] - numbers[0], height: numbers[3] - numbers[1])
      case "x_wconf": confidence = numbers.first.map { $0 / 100 }
      default: break
      }
    }
  }
}
