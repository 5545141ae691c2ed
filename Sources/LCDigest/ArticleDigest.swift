public import LCTextModel

/// What an editor reads of an article in a few seconds.
public struct ArticleDigest: Sendable {
  /// Its number on its page, from 1, in the page's reading order.
  public var number: Int
  /// The article.
  public var article: Article
  /// Its body without dateline and byline; the ranges below are of its text.
  public var story: Excerpt
  /// The words an editor would put in the headline, best first.
  public var keywords: [Keyword]
  /// Its sentences that say most, in at most ``Digester/Options/summaryLength`` characters.
  public var summary: Summary
  /// One run of clauses that says what it is about.
  public var lead: Summary
  /// What an editor should look at.
  public var flags: [ArticleFlag]

  /// Makes a digest.
  public init(
    number: Int, article: Article, story: Excerpt, keywords: [Keyword], summary: Summary, lead: Summary,
    flags: [ArticleFlag] = []
  ) {
    self.number = number
    self.article = article
    self.story = story
    self.keywords = keywords
    self.summary = summary
    self.lead = lead
    self.flags = flags
  }
}

/// A page with the digests of its articles.
public struct PageDigest: Sendable {
  /// The page.
  public var page: Page
  /// A digest for each of the page's articles, in their order; notices come behind the others.
  public var articles: [ArticleDigest]

  /// Makes a digest.
  public init(page: Page, articles: [ArticleDigest]) {
    self.page = page
    self.articles = articles
  }
}

/// A passage that stands on two pages of an issue.
public struct IssueDuplicate: Sendable, Hashable {
  /// The numbers of the two pages, from 0; `a` is before `b`.
  public var a: Int, b: Int
  /// The blocks the passage stands in, from 0, on each page.
  public var aBlock: Int, bBlock: Int
  /// How they are alike; its ranges are UTF-16 offsets of the two pages' sources.
  public var match: DuplicateMatch

  /// Makes a pair.
  public init(a: Int, b: Int, aBlock: Int, bBlock: Int, match: DuplicateMatch) {
    self.a = a
    self.b = b
    self.aBlock = aBlock
    self.bBlock = bBlock
    self.match = match
  }
}
