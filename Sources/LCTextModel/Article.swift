/// An article of a page: its parts in the order an editor would print them.
public struct Article: Sendable, Hashable {
  /// What an article is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A report.
    case news
    /// An opinion piece or an essay.
    case commentary
    /// The text of a photograph.
    case caption
    /// A call, an announcement, an advertisement.
    case notice
    /// The head of the page.
    case masthead
    /// Anything else, left as it was.
    case other
  }

  /// What it is.
  public var kind: Kind
  /// The headline; several lines are joined by a space.
  public var headline: Excerpt?
  /// The line above the headline.
  public var kicker: Excerpt?
  /// The line below the headline.
  public var subheadline: Excerpt?
  /// Who wrote it, with the words around the names: （记者 苑莘）, ■ 本报记者 许金松.
  public var byline: Excerpt?
  /// Agency, place and date at the start of the body: 新华社济南2月3日电.
  public var dateline: Excerpt?
  /// The body.
  public var paragraphs: [Paragraph]
  /// Those whom the byline names.
  public var authors: [Author] = []
  /// What the dateline says.
  public var datelineFields: DatelineFields?
  /// How sure it is, from 0 to 1, that its parts belong in this order, where the scan has them in another; `nil` where it has
  /// them in this. The scan's order is that of the spans.
  public var orderConfidence: Double?

  /// Makes an article.
  public init(
    kind: Kind, headline: Excerpt? = nil, kicker: Excerpt? = nil, subheadline: Excerpt? = nil, byline: Excerpt? = nil,
    dateline: Excerpt? = nil, paragraphs: [Paragraph]
  ) {
    self.kind = kind
    self.headline = headline
    self.kicker = kicker
    self.subheadline = subheadline
    self.byline = byline
    self.dateline = dateline
    self.paragraphs = paragraphs
  }

  /// What the article tells: its paragraphs without the dateline and byline at the start, a line feed between two.
  ///
  /// - Complexity: O(length).
  public var story: Excerpt {
    var excerpts = paragraphs.map(\.excerpt)
    if let first = excerpts.first, let opening = first.spans.first {
      let ends = [dateline, byline].compactMap { $0?.spans.last?.upperBound }
      if let end = ends.filter({ $0 > opening.lowerBound && $0 <= opening.upperBound }).max() {
        excerpts[0] = first.suffix(afterSource: end)
      }
    }
    return Excerpt(joining: excerpts, separator: "\n")
  }

  /// The paragraphs as one excerpt, a line feed between two.
  public var body: Excerpt {
    Excerpt(joining: paragraphs.map(\.excerpt), separator: "\n")
  }
}

/// A paragraph of an article.
public struct Paragraph: Sendable, Hashable {
  /// Its text and places.
  public var excerpt: Excerpt
  /// Whether its head or tail is not on the page.
  public var isTruncated: Bool

  /// Makes a paragraph.
  public init(excerpt: Excerpt, isTruncated: Bool = false) {
    self.excerpt = excerpt
    self.isTruncated = isTruncated
  }
}
