internal import LCTextModel

/// Reads the table that Tesseract writes: a row for each page, block, paragraph, line and word.
enum TesseractReader {
  /// The columns, in this order.
  private enum Column: Int {
    case level, page, block, paragraph, line, word, left, top, width, height, confidence, text
  }

  /// The header that such a table begins with.
  static let header = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"

  /// - Throws: ``ScanError/malformed(line:column:reason:)``.
  static func pages(_ text: String) throws(ScanError) -> [ScannedPage] {
    var pages: [ScannedPage] = []
    var builder = ScanBuilder()
    var words: [String] = []
    var confidences: [Double] = []
    var box: Box?
    func endLine() {
      if !words.isEmpty { builder.add(ScanBuilder.line(of: words), box: box, confidence: confidences.mean) }
      (words, confidences, box) = ([], [], nil)
    }
    for (number, row) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().dropFirst() {
      if row.isEmpty { continue }
      let fields = row.split(separator: "\t", maxSplits: Column.text.rawValue, omittingEmptySubsequences: false)
      let numbers = fields.prefix(Column.text.rawValue).compactMap { Double($0) }
      guard numbers.count == Column.text.rawValue else {
        throw .malformed(line: number + 1, column: 1, reason: "a row of Tesseract's has eleven numbers and a text")
      }
      let place = Box(
        x: numbers[Column.left.rawValue], y: numbers[Column.top.rawValue], width: numbers[Column.width.rawValue],
        height: numbers[Column.height.rawValue])
      switch Int(exactly: numbers[0]) {
      case 1:
        endLine()
        if let page = builder.page { pages.append(page) }
        builder = ScanBuilder()
        builder.size = (place.maxX, place.maxY)
      case 2, 3:
        endLine()
        builder.startBlock()
      case 4:
        endLine()
        box = place
      case 5:
        words.append(fields.count > Column.text.rawValue ? String(fields[Column.text.rawValue]) : "")
        let confidence = numbers[Column.confidence.rawValue]
        if confidence >= 0 { confidences.append(confidence / 100) }
      default: break
      }
    }
    endLine()
    if let page = builder.page { pages.append(page) }
    return pages
  }
}
