internal import LCKeywords
internal import LCPages
internal import LCSummarizer
public import LCTextModel

/// Digests an issue: pages become articles, each with keywords, a summary and a lead; repeated passages are told.
///
///     let digester = try Digester()
///     let digest = digester.digest(of: page)
///     digest.articles.map(\.lead.text)
///
/// It is safe to use from several threads at once.
public struct Digester: Sendable {
  /// How much is said of an article.
  public struct Options: Sendable {
    /// The most keywords.
    public var keywordCount = 5
    /// The most UTF-16 units of a summary.
    public var summaryLength = 120
    /// The most UTF-16 units of a lead.
    public var leadLength = 56

    /// Makes options with their defaults.
    public init() {}
  }

  private let options: Options
  private let reader: PageReader
  private let keywords: KeywordExtractor
  private let summarizer: Summarizer

  /// Makes a digester.
  ///
  /// - Throws: `LexiconError` or `SegmentationError` when the program's own data are damaged.
  public init(options: Options = Options()) throws {
    self.options = options
    reader = try PageReader()
    var extraction = KeywordExtractor.Options()
    extraction.top = options.keywordCount
    // Beside a headline, terms say more than its own words again.
    extraction.preset = .topic
    extraction.mayHoldParts = false
    keywords = try KeywordExtractor(options: extraction)
    summarizer = try Summarizer()
  }

  /// The digest of a page's scan. Complexity: O(n log n).
  ///
  /// - Parameters:
  ///   - text: the scan's lines.
  ///   - lines: where they stand on the image, from 0; may be empty.
  public func digest(of text: Text, lines: [LineGeometry] = []) -> PageDigest {
    digest(of: reader.page(of: text, lines: lines))
  }

  /// The digest of a text that is one article already, a paragraph a line. Complexity: O(n log n).
  public func digest(ofArticle text: Text, headline: Text? = nil) -> PageDigest {
    digest(of: reader.page(ofArticle: text, headline: headline))
  }

  private func digest(of page: Page) -> PageDigest {
    let digests = page.articles.enumerated().map { digest(of: $1, number: $0 + 1, flags: $1.flags(on: page)) }
    return PageDigest(
      page: page,
      articles: digests.filter { $0.article.kind != .notice } + digests.filter { $0.article.kind == .notice })
  }

  private func digest(of article: Article, number: Int, flags: [ArticleFlag]) -> ArticleDigest {
    let story = article.story
    let summaries = summarizer.summaries(
      of: story.text, budgets: [.characters(options.summaryLength), .clauses(characters: options.leadLength)])
    return ArticleDigest(
      number: number, article: article, story: story, keywords: keywords.keywords(in: story.text), summary: summaries[0],
      lead: summaries[1], flags: flags)
  }

  /// The passages that stand on two pages; what repeats inside one page is told by the page.
  ///
  /// - Complexity: O(n log n) for n characters of all pages.
  public func duplicates(across pages: [Page]) -> [IssueDuplicate] {
    var passages = IssuePassages()
    for page in pages { passages.add(page) }
    return passages.repeated().duplicates
  }
}
