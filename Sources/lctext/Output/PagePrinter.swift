internal import LCText

/// A page for a person: each article with its lines, and what was changed.
struct PagePrinter {
  private let page: Page
  private let index: PositionIndex
  private(set) var output = ""

  /// The printed page in UTF-8.
  var bytes: [UInt8] { Array(output.utf8) }

  init(_ page: Page, of document: Document, showsEdits: Bool) {
    self.page = page
    index = PositionIndex(document.text)
    output += "\(document.id)\n"
    for article in page.articles + page.captions { print(article) }
    for item in page.furniture {
      output += "\n[\(item.kind.rawValue)] \(item.excerpt.string)  (\(LineList.text(item.excerpt.spans, index)))\n"
    }
    printDuplicates()
    if showsEdits { printEdits(of: document) }
    output += "\n"
  }

  private mutating func print(_ article: Article) {
    output += "\n"
    if let kicker = article.kicker { output += "\(kicker.string)\n" }
    output += "[\(article.kind.rawValue)] \(article.headline?.string ?? "(no headline)")\n"
    if let line = article.subheadline { output += "\(line.string)\n" }
    if let byline = article.byline { output += "\(byline.string)\n" }
    if let confidence = article.orderConfidence {
      output += "(in another order than in the scan; sure by \(Int((100 * confidence).rounded())) %)\n"
    }
    for paragraph in article.paragraphs {
      let lines = LineList.text(paragraph.excerpt.spans, index)
      output += "  \(paragraph.excerpt.string)\(paragraph.isTruncated ? " […]" : "")  (\(lines))\n"
    }
  }

  private mutating func printDuplicates() {
    for item in page.duplicates where item.match.kind != .sameTemplate {
      let (a, b) = (LineList.text([item.match.aRange], index), LineList.text([item.match.bRange], index))
      output += "\n[repeated] \(a) = \(b)  \(item.match.kind.rawValue)\n"
    }
  }

  private mutating func printEdits(of document: Document) {
    output += "\n"
    for edit in page.edits.edits {
      let position = index.position(utf16: edit.range.lowerBound)
      let before = Self.visible(document.text.string(in: edit.range))
      let after = Self.visible(Text(units: edit.replacement).string)
      output += "\(position.line):\(position.column)  \(edit.reason.rawValue)  “\(before)” → “\(after)”\n"
    }
  }

  private static func visible(_ string: String) -> String {
    String(string.map { $0 == "\n" || $0 == "\r\n" ? "⏎" : $0 == " " || $0 == "\u{3000}" ? "␣" : $0 })
  }
}

/// The lines of ranges, as a person writes them.
enum LineList {
  /// `lines 5–7, 9`, or `line 5`.
  ///
  /// - Parameter bridged: how many lines between two ranges are passed over, as the blank lines inside an article.
  static func text(_ ranges: [Range<Int>], _ index: PositionIndex, bridged: Int = 0) -> String {
    let lines = lines(ranges, index, bridged)
    return (lines.count == 1 && lines[0].count == 1 ? "line " : "lines ") + numbers(lines)
  }

  /// `5–7, 9`, or `5`.
  static func numbers(_ ranges: [Range<Int>], _ index: PositionIndex) -> String {
    numbers(lines(ranges, index, 0))
  }

  private static func numbers(_ lines: [ClosedRange<Int>]) -> String {
    lines.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: ", ")
  }

  private static func lines(_ ranges: [Range<Int>], _ index: PositionIndex, _ bridged: Int) -> [ClosedRange<Int>] {
    var lines: [ClosedRange<Int>] = []
    for range in ranges where !range.isEmpty {
      let (first, last) = (index.line(utf16: range.lowerBound), index.line(utf16: range.upperBound - 1))
      if let previous = lines.last, previous.upperBound + 1 + bridged >= first, previous.upperBound <= last {
        lines[lines.count - 1] = previous.lowerBound...last
      } else {
        lines.append(first...last)
      }
    }
    return lines
  }
}
