public import LCTextModel

/// A keyword of a whole issue.
public struct IssueKeyword: Sendable, Hashable {
  /// The keyword as it stands at its first place.
  public var text: String
  /// The numbers of the articles that have it, in order.
  public var articles: [Int]
  /// Its score; comparable within one issue only.
  public var score: Double
}

/// Collects what an issue is about as a whole: keywords that several of its articles share, and the best of single ones.
///
/// A keyword counts in each article by its rank there, so that a long article says no more than a short one; of two of which
/// one is part of the other the better stays.
public struct IssueKeywords: Sendable {
  private var found: [IssueKeyword] = []
  private var numbers: [String: Int] = [:]
  private var articleCount = 0

  /// Makes an empty collection.
  public init() {}

  /// Adds the keywords of the next article. Complexity: O(keywords).
  public mutating func add(_ keywords: [Keyword]) {
    for (rank, keyword) in keywords.enumerated() {
      let number = numbers[keyword.text] ?? found.count
      if number == found.count {
        numbers[keyword.text] = number
        found.append(IssueKeyword(text: keyword.text, articles: [], score: 0))
      }
      found[number].articles.append(articleCount)
      found[number].score += 1 / Double(rank + 2)
    }
    articleCount += 1
  }

  /// The best of all. Complexity: O(k log k) for k keywords.
  ///
  /// - Parameter top: the most keywords.
  public func best(_ top: Int) -> [IssueKeyword] {
    let order = found.indices.sorted { (found[$1].score, $0) < (found[$0].score, $1) }
    var kept: [IssueKeyword] = []
    for number in order {
      if kept.count >= top { break }
      let word = found[number].text
      if kept.contains(where: { $0.text.contains(word) || word.contains($0.text) }) { continue }
      kept.append(found[number])
    }
    return kept
  }
}

extension Digester {
  /// What an issue is about as a whole; see ``IssueKeywords``.
  ///
  /// - Parameters:
  ///   - articles: the issue's articles.
  ///   - top: the most keywords.
  public func issueKeywords(of articles: [ArticleDigest], top: Int = 10) -> [IssueKeyword] {
    var keywords = IssueKeywords()
    for article in articles { keywords.add(article.keywords) }
    return keywords.best(top)
  }
}
