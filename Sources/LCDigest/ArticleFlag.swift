internal import LCTextModel

/// What an editor should look at before printing an article.
public enum ArticleFlag: String, Sendable, Hashable, CaseIterable {
  /// Its head or tail is not on the page.
  case truncated
  /// A passage of it stands on the page again.
  case repeated
  /// Its parts stand in another order than in the scan.
  case orderProposed = "order_proposed"
}

extension Article {
  /// What an editor should look at, on its page. Complexity: O(spans · duplicates).
  func flags(on page: Page) -> [ArticleFlag] {
    var flags: [ArticleFlag] = []
    if paragraphs.contains(where: \.isTruncated) { flags.append(.truncated) }
    let spans = body.spans
    let repeated = page.duplicates.filter { $0.match.kind != .sameTemplate }.flatMap { [$0.match.aRange, $0.match.bRange] }
    if spans.contains(where: { span in repeated.contains { $0.overlaps(span) } }) { flags.append(.repeated) }
    if zip(spans, spans.dropFirst()).contains(where: { $1.lowerBound < $0.lowerBound }) { flags.append(.orderProposed) }
    return flags
  }
}
