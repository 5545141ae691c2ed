internal import LCText

/// Takes out of a page's digest what is said of each article.
struct PageParts {
  private let document: Document
  private let page: Int
  private let index: PositionIndex
  /// The lines that were shown: each has one anchor.
  private var shown: Set<Int> = []

  init(_ document: Document) {
    self.document = document
    page = document.number
    index = PositionIndex(document.text)
  }

  /// The anchor of a line.
  static func anchor(page: Int, line: Int) -> String { "p\(page)l\(line)" }

  func anchor(of range: Range<Int>) -> String {
    Self.anchor(page: page, line: index.line(utf16: range.lowerBound))
  }

  /// `25–27`, or `25`.
  func lineNumbers(_ range: Range<Int>) -> String {
    LineList.numbers([range], index)
  }

  mutating func parts(of digest: ArticleDigest) -> ArticleParts {
    var parts = parts(of: digest.article, number: digest.number)
    if digest.article.headline == nil, !digest.lead.text.isEmpty { parts.title = "\(parts.headline) \(digest.lead.text)" }
    parts.keywords = digest.keywords.map(\.text)
    parts.summary = digest.summary.text
    parts.flags = digest.flags.map { $0.rawValue.replacing("_", with: " ") }
    return parts
  }

  mutating func parts(of article: Article, number: Int) -> ArticleParts {
    let spans = [article.kicker, article.headline, article.subheadline, article.body].compactMap { $0?.spans }.joined()
      .sorted { $0.lowerBound < $1.lowerBound }
    let headline = article.headline?.string ?? ArticleParts.noHeadline
    return ArticleParts(
      anchor: "p\(page)a\(number)", number: number, headline: headline, title: headline,
      kicker: article.kicker?.string, subheadline: article.subheadline?.string, byline: article.byline?.string,
      kind: article.kind == .news ? nil : article.kind.rawValue, lines: LineList.text(spans, index, bridged: 1), keywords: [],
      summary: "", paragraphs: article.paragraphs.map(\.excerpt.string), scan: lines(spans), flags: [])
  }

  mutating func piece(_ item: FurnitureItem) -> ScanPiece {
    ScanPiece(kind: item.kind.rawValue, lines: lines(item.excerpt.spans))
  }

  private mutating func lines(_ spans: [Range<Int>]) -> [ScanLine] {
    var lines: [ScanLine] = []
    for span in spans {
      let first = index.line(utf16: span.lowerBound)
      let pieces = document.text.units[span].split(separator: 0x0A, omittingEmptySubsequences: false)
      for (offset, units) in pieces.enumerated() where !units.allSatisfy(\.isWhiteSpace) {
        let isNew = shown.insert(first + offset).inserted
        lines.append(
          ScanLine(
            number: first + offset, anchor: isNew ? Self.anchor(page: page, line: first + offset) : nil,
            text: document.text.string(in: units.startIndex..<units.endIndex)))
      }
    }
    return lines
  }
}
