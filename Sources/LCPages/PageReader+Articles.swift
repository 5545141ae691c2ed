internal import LCSegmentation
public import LCTextModel

extension PageReader {
  /// A page of one article that needs no rebuilding: each line is a paragraph.
  ///
  /// - Parameters:
  ///   - text: the body.
  ///   - headline: its headline, where it is known.
  /// - Complexity: O(n).
  ///
  /// An article that is a bulletin, short items each under a heading of its own, gives an article for each (``Bulletin``).
  public func page(ofArticle text: Text, headline: Text? = nil) -> Page {
    let (rows, blocks) = RowReader.read(text)
    var lines: [[Row]] = []
    for row in rows {
      if row.gap == .space, let last = lines.indices.last { lines[last].append(row) } else { lines.append([row]) }
    }
    let edits = lines.flatMap { Cleaning.edits(of: $0, in: text, seam) }.filter { !rejected.contains($0.reason) }
    let parts = Bulletin.parts(lines, in: text)
    let articles = parts.map { part in
      Self.article(
        part.body,
        headline: part.heading.map { Excerpt(of: [$0], in: text, edits: edits) }
          ?? headline.map { Excerpt(of: [$0.range], in: $0) },
        edits, in: text)
    }
    return Page(
      source: text, edits: Cleaning.script(of: edits, in: text), blocks: blocks, articles: rows.isEmpty ? [] : articles,
      captions: [], furniture: [],
      duplicates: [])
  }

  private static func article(_ lines: [[Row]], headline: Excerpt?, _ edits: [Edit], in text: Text) -> Article {
    let start = lines.first?.first?.range.lowerBound
    let dateline = start.flatMap { Dateline.match(text, at: $0, limit: text.count) }
    var article = Article(
      kind: .news, headline: headline, byline: dateline?.byline.map { Excerpt(of: [$0], in: text, edits: edits) },
      dateline: dateline.map { Excerpt(of: [$0.dateline], in: text, edits: edits) },
      paragraphs: lines.compactMap { line in
        guard let first = line.first, let last = line.last else { return nil }
        return Paragraph(
          excerpt: Excerpt(of: [first.range.lowerBound..<last.range.upperBound], in: text, edits: edits))
      })
    article.authors = dateline?.byline.map { BylineNames.authors(in: text.string(in: $0)) } ?? []
    article.datelineFields = dateline?.fields(in: text)
    return article
  }
}
