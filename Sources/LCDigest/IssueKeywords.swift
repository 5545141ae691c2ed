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
  /// A keyword with the numbers of the articles that have it, and its rank in each.
  private struct Found: Sendable {
    var text: String
    var ranks: [(article: Int32, rank: Int32)] = []
  }

  private var found: [Found] = []
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
        found.append(Found(text: keyword.text))
      }
      found[number].ranks.append((Int32(articleCount), Int32(rank)))
    }
    articleCount += 1
  }

  /// The best of all. Complexity: O(k log k) for k keywords.
  ///
  /// - Parameters:
  ///   - top: the most keywords.
  ///   - copies: the numbers of articles that count for nothing, being copies of others.
  public func best(_ top: Int, without copies: Set<Int> = []) -> [IssueKeyword] {
    let all = found.map { item in
      let ranks = item.ranks.filter { !copies.contains(Int($0.article)) }
      return IssueKeyword(
        text: item.text, articles: ranks.map { Int($0.article) }, score: ranks.reduce(0) { $0 + 1 / Double($1.rank + 2) })
    }
    let order = all.indices.sorted { (all[$1].score, $0) < (all[$0].score, $1) }
    var kept: [IssueKeyword] = []
    for number in order where all[number].score > 0 {
      if kept.count >= top { break }
      let word = all[number].text
      if kept.contains(where: { $0.text.contains(word) || word.contains($0.text) }) { continue }
      kept.append(all[number])
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
