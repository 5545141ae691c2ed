internal import LCTextModel

/// Puts a page together: collects the edits of all parts first, then takes out their clean text.
struct PageAssembly {
  let text: Text
  private var edits: [Edit] = []
  private var drafts: [(draft: ArticleDraft, kind: Article.Kind)] = []
  private var others: [Block] = []
  private var furniture: [(kind: FurnitureItem.Kind, rows: [Row], range: Range<Int>)] = []

  /// How sure it is that the rows at these offsets follow those they were brought behind.
  private var order: [Int: Double] = [:]
  private let rejected: Set<EditReason>
  private let seam: Seam

  /// - Parameter rejected: the kinds of edits that are not made.
  init(text: Text, seam: Seam, rejected: Set<EditReason>) {
    self.text = text
    self.seam = seam
    self.rejected = rejected
  }

  /// Adds what a newspaper's page holds.
  ///
  /// - Parameter order: how sure it is that the rows at these offsets follow those they were brought behind.
  mutating func add(_ sections: PageSections, _ grouping: ArticleGrouping, order: [Int: Double]) {
    self.order = order
    for draft in grouping.drafts { drafts.append((draft, ArticleKinds.kind(draft, in: text))) }
    for row in sections.furniture { furniture.append((row.traits.contains(.isMasthead) ? .masthead : .staff, [row], row.range)) }
    for row in grouping.leftOver { furniture.append((row.traits.contains(.isLabel) ? .label : .scrap, [row], row.range)) }
    for (draft, _) in drafts {
      for paragraph in draft.body.paragraphs { edits += Cleaning.edits(of: paragraph, in: text, seam) }
      for row in draft.headings + draft.credits { edits += Cleaning.edits(of: [row], in: text, seam) }
    }
  }

  /// Adds the blocks of a page that is no newspaper's; they are not changed.
  mutating func addOther(_ blocks: [Block]) {
    others = blocks
  }

  /// Adds a part that belongs to no article.
  mutating func add(_ kind: FurnitureItem.Kind, range: Range<Int>) {
    furniture.append((kind, [], range))
  }

  /// The page. Complexity: O(e log e + n).
  func page(blocks: [Block], duplicates: [RepeatedBlock]) -> Page {
    let sorted = edits.filter { !rejected.contains($0.reason) }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var articles: [Article] = []
    var captions: [Article] = []
    for (draft, kind) in drafts {
      let article = article(draft, kind, sorted)
      if kind == .caption { captions.append(article) } else { articles.append(article) }
    }
    if !others.isEmpty {
      let paragraphs = others.map { Paragraph(excerpt: Excerpt(of: [$0.range], in: text)) }
      articles.append(Article(kind: .other, paragraphs: paragraphs))
    }
    let items = furniture.sorted { $0.range.lowerBound < $1.range.lowerBound }.map {
      FurnitureItem(kind: $0.kind, excerpt: Excerpt(of: [$0.range], in: text, edits: sorted))
    }
    var page = Page(
      source: text, edits: Cleaning.script(of: sorted, in: text), blocks: blocks, articles: articles, captions: captions,
      furniture: items,
      duplicates: duplicates)
    page.masthead = MastheadReader.masthead(furniture.filter { $0.kind == .masthead }.map(\.range), in: text)
    return page
  }

  private func article(_ draft: ArticleDraft, _ kind: Article.Kind, _ edits: [Edit]) -> Article {
    let heading = HeadingParts(draft.headings, in: text)
    let byline = draft.credits.map(\.range) + [draft.dateline?.byline].compactMap { $0 }
    var article = Article(
      kind: kind, headline: lines(heading.headline.map(\.range), edits), kicker: lines(heading.kicker.map(\.range), edits),
      subheadline: lines(heading.subheadline.map(\.range), edits), byline: lines(byline, edits),
      dateline: draft.dateline.map { Excerpt(of: [$0.dateline], in: text, edits: edits) },
      paragraphs: draft.body.paragraphs.map { paragraph($0, edits) })
    article.orderConfidence = draft.body.rows.compactMap { order[$0.range.lowerBound] }.min()
    article.authors = byline.flatMap { BylineNames.authors(in: Excerpt(of: [$0], in: text, edits: edits).string) }
    article.datelineFields = draft.dateline?.fields(in: text)
    return article
  }

  /// Lines of one part, joined by a space; `nil` when there are none.
  private func lines(_ ranges: [Range<Int>], _ edits: [Edit]) -> Excerpt? {
    guard !ranges.isEmpty else { return nil }
    return Excerpt(joining: ranges.map { Excerpt(of: [$0], in: text, edits: edits) }, separator: " ")
  }

  private func paragraph(_ rows: [Row], _ edits: [Edit]) -> Paragraph {
    let spans = Cleaning.adjacentRuns(rows, in: text).compactMap { run in
      run.first.flatMap { first in run.last.map { first.range.lowerBound..<$0.range.upperBound } }
    }
    let isWhole = rows.last.map { $0.traits.contains(.endsSentence) || $0.traits.contains(.isField) } ?? true
    return Paragraph(excerpt: Excerpt(of: spans, in: text, edits: edits), isTruncated: !isWhole)
  }
}
