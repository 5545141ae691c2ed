internal import LCSegmentation
public import LCTextModel

extension PageReader {
  /// A page of one article that needs no rebuilding: each line is a paragraph.
  ///
  /// - Parameters:
  ///   - text: the body.
  ///   - headline: its headline, where it is known.
  /// - Complexity: O(n).
  public func page(ofArticle text: Text, headline: Text? = nil) -> Page {
    let (rows, blocks) = RowReader.read(text)
    var lines: [[Row]] = []
    for row in rows {
      if row.gap == .space, let last = lines.indices.last { lines[last].append(row) } else { lines.append([row]) }
    }
    let edits = lines.flatMap { Cleaning.edits(of: $0, in: text) }
    let dateline = rows.first.flatMap { Dateline.match(text, at: $0.range.lowerBound, limit: text.count) }
    let article = Article(
      kind: .news, headline: headline.map { Excerpt(of: [$0.range], in: $0) },
      byline: dateline?.byline.map { Excerpt(of: [$0], in: text, edits: edits) },
      dateline: dateline.map { Excerpt(of: [$0.dateline], in: text, edits: edits) },
      paragraphs: lines.compactMap { line in
        guard let first = line.first, let last = line.last else { return nil }
        return Paragraph(
          excerpt: Excerpt(of: [first.range.lowerBound..<last.range.upperBound], in: text, edits: edits))
      })
    return Page(
      source: text, edits: Cleaning.script(of: edits, in: text), blocks: blocks, articles: rows.isEmpty ? [] : [article],
      captions: [], furniture: [],
      duplicates: [])
  }
}
