internal import LCTextModel

/// The pairs of characters of the articles of a page, to find out in which of them a block is at home.
struct ArticleWords {
  private let pieces: [PagePiece]
  private let articles: [Int]
  private let rows: [Row]
  private let text: Text
  private var known: [Int: Bigrams] = [:]

  init(_ pieces: [PagePiece], _ articles: [Int], _ rows: [Row], in text: Text) {
    self.pieces = pieces
    self.articles = articles
    self.rows = rows
    self.text = text
  }

  /// The share of a block's pairs that stand in the body of an article, the block itself left out.
  ///
  /// - Complexity: O(length of the article), once for each article and more often only for a block's own.
  mutating func share(of number: Int, in article: Int) -> Double {
    let own = bigrams([number])
    if articles[number] == article { return own.share(in: bigrams(members(article).filter { $0 != number })) }
    let words = known[article] ?? bigrams(members(article))
    known[article] = words
    return own.share(in: words)
  }

  /// Whether a body stands under the heading of the article that follows it: one with a dateline of its own and no other
  /// heading, with which the heading shares its words and with the body it does not.
  func isUnderOthersHeading(_ number: Int) -> Bool {
    guard pieces[number].startEvidence < 0, number > 0, !pieces[number - 1].isBody else { return false }
    var heading: [Int] = []
    var place = number - 1
    while place >= 0, !pieces[place].isBody {
      heading.append(place)
      place -= 1
    }
    let end = number + Self.reach
    guard let follower = (number + 1..<min(end, pieces.count)).first(where: { pieces[$0].beginsArticle || !pieces[$0].isBody }),
      pieces[follower].isBody
    else { return false }
    let words = bigrams(heading)
    let inNext = words.share(in: bigrams(Array(follower..<min(follower + Self.reach, pieces.count))))
    return inNext >= 0.5 && words.share(in: bigrams(Array(number..<follower))) < 0.2
  }

  private static let reach = 12

  private func members(_ article: Int) -> [Int] {
    articles.indices.filter { articles[$0] == article && pieces[$0].isBody }
  }

  private func bigrams(_ numbers: [Int]) -> Bigrams {
    Bigrams(numbers.flatMap { pieces[$0].rows.map { rows[$0].range } }, in: text)
  }
}
