internal import LCTextModel

/// One printed line of a page: a line of the scan, or a piece of one where OCR turned wraps into spaces.
struct Row {
  /// What stands between a row and the one before.
  enum Gap {
    /// White space inside one line of the scan.
    case space
    /// A line's end.
    case newline
    /// At least one blank line.
    case blank
  }

  /// Without white space at its ends, in UTF-16 offsets of the page.
  var range: Range<Int>
  /// The line of the scan, from 0.
  var line: Int
  /// The block it stands in, from 0.
  var block: Int
  var gap: Gap
  /// The width in ems: full-width characters 1, letters and digits of ASCII one half.
  var width: Double
  /// The width of the column around it, when several rows share one.
  var columnWidth: Double?
  /// How far it stands in from the left edge of its block, in ems, where the scan has boxes.
  var indent: Double?
  /// How high it is, as a multiple of the page's usual line, where the scan has boxes.
  var size: Double?
  var traits: RowTraits
}

/// Reads the rows of a page.
struct RowReader {
  private let text: Text
  private var rows: [Row] = []
  private var blocks: [Block] = []

  /// The rows and the blocks of a text. Complexity: O(n).
  ///
  /// - Parameter lines: where the lines stand on the image; may be empty.
  static func read(_ text: Text, _ lines: [LineGeometry] = []) -> (rows: [Row], blocks: [Block]) {
    var reader = RowReader(text: text)
    reader.readLines()
    RowGeometry.measure(&reader.rows, lines)
    ColumnWidths.measure(&reader.rows)
    return (reader.rows, reader.blocks)
  }

  private init(text: Text) {
    self.text = text
  }

  private mutating func readLines() {
    var lineStart = 0
    var line = 0
    var isAfterBlank = true
    while lineStart <= text.count {
      let lineEnd = text.units[lineStart...].firstIndex(of: 0x0A) ?? text.count
      let content = text.trimmed(lineStart..<lineEnd)
      if content.isEmpty {
        isAfterBlank = true
      } else {
        if isAfterBlank {
          blocks.append(Block(lines: line..<line + 1, range: content))
        } else {
          let last = blocks.count - 1
          blocks[last].lines = blocks[last].lines.lowerBound..<line + 1
          blocks[last].range = blocks[last].range.lowerBound..<content.upperBound
        }
        add(content, line: line, gap: isAfterBlank ? .blank : .newline)
        isAfterBlank = false
      }
      lineStart = lineEnd + 1
      line += 1
    }
  }

  /// Adds the rows of one line of the scan.
  private mutating func add(_ content: Range<Int>, line: Int, gap: Row.Gap) {
    var gap = gap
    for range in WrapSpaces.pieces(of: content, in: text) {
      rows.append(
        Row(
          range: range, line: line, block: blocks.count - 1, gap: gap, width: ColumnWidths.width(of: range, in: text),
          traits: RowTraits(range, in: text)))
      gap = .space
    }
  }
}
