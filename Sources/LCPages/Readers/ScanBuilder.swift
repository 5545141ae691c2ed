internal import LCTextModel

/// Puts a scanned page together, line by line.
struct ScanBuilder {
  /// The size of the page's image; boxes outside it are no boxes.
  var size: (width: Double, height: Double)?
  private var units = ContiguousArray<UInt16>()
  private var lines: [LineGeometry] = []
  private var outside = 0
  private var startsBlock = false
  var notes: [String] = []

  /// Says that the next line begins a block.
  mutating func startBlock() { startsBlock = true }

  /// Adds a line; one without text is passed over.
  mutating func add(_ line: String, box: Box?, confidence: Double?) {
    let content = line.split { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }.joined(separator: " ")
    guard content.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return }
    if !lines.isEmpty {
      units.append(0x0A)
      if startsBlock {
        units.append(0x0A)
        lines.append(LineGeometry())
      }
    }
    startsBlock = false
    units += content.utf16
    let box = box.flatMap { inside($0) }
    lines.append(LineGeometry(box: box, confidence: confidence.flatMap(Self.share)))
  }

  private static func share(_ confidence: Double) -> Double? {
    confidence.isFinite ? min(max(confidence, 0), 1) : nil
  }

  /// A box that is on the page; some units over the edge are cut off.
  private mutating func inside(_ box: Box) -> Box? {
    guard [box.x, box.y, box.width, box.height].allSatisfy(\.isFinite), box.width > 0, box.height > 0 else {
      outside += 1
      return nil
    }
    guard let size else { return box }
    let (left, top) = (max(box.x, 0), max(box.y, 0))
    let (right, bottom) = (min(box.maxX, size.width), min(box.maxY, size.height))
    guard right > left, bottom > top else {
      outside += 1
      return nil
    }
    return Box(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// The page; `nil` when it has no line.
  var page: ScannedPage? {
    guard !lines.isEmpty else { return nil }
    var notes = notes
    if outside > 0 { notes.append("\(outside) boxes are empty or outside the page; their lines have none") }
    return ScannedPage(text: Text(units: units), lines: lines, notes: notes)
  }

  /// Words as a line: with spaces between them, but none between two Han characters.
  static func line(of words: [String]) -> String {
    var line = ""
    for word in words where !word.isEmpty {
      if let last = line.utf16.last, let first = word.utf16.first, !(last.isIdeographic && first.isIdeographic) { line += " " }
      line += word
    }
    return line
  }
}
