internal import LCTextModel

extension BlockOrder {
  /// Brings paragraphs home that stand in another article: blocks of a column of another width, and bodies under a heading that
  /// is not theirs. A home is an article whose words they share and whose end they fit.
  mutating func findHomes() {
    var homes = ArticleWords(pieces, articles, rows, in: text)
    var previous = [Int?](repeating: nil, count: pieces.count)
    for (source, target) in next.enumerated() { if let target { previous[target] = source } }
    for number in pieces.indices.dropFirst() where previous[number] == nil && pieces[number].isBody {
      if pieces[number].beginsArticle {
        if homes.isUnderOthersHeading(number) {
          bringHome(number, among: openEnds(besides: number), least: Self.leastShare, more: Self.clearlyMore, &homes)
        }
      } else if isOfOtherColumn(number, previous) {
        // The column's width speaks for itself; words need only not speak against it.
        bringHome(number, among: finishedEnds(of: number), least: 0, more: 0, &homes)
      }
    }
  }

  private mutating func bringHome(
    _ number: Int, among ends: [Int], least: Double, more: Double, _ homes: inout ArticleWords
  ) {
    let own = homes.share(of: number, in: articles[number])
    let best = ends.map { (end: $0, share: homes.share(of: number, in: articles[$0])) }.max {
      ($0.share, $0.end) < ($1.share, $1.end)
    }
    guard let best, best.share >= least, best.share > own + more else { return }
    next[best.end] = number
    // Half sure of a home that fits no better, and the more the more of its words are at home there.
    homeConfidence[number] = min(0.5 + best.share - own, 0.95)
    breakCircles()
  }

  /// How many of a block's pairs of characters must stand in its home, and how many more than where it is.
  private static let leastShare = 0.15
  private static let clearlyMore = 0.03
  /// How many articles back a home may be.
  private static let articlesBack = 3

  /// Whether a block's column is of another width than that of the block before, which was moved there or stands alone.
  private func isOfOtherColumn(_ number: Int, _ previous: [Int?]) -> Bool {
    guard pieces[number].rows.count >= 3, let width = pieces[number].columnWidth, !pieces[number - 1].isOpen,
      let source = previous[number - 1], source != number - 2, let other = pieces[source].columnWidth
    else { return false }
    return abs(width - other) > 2
  }

  /// The finished last blocks of articles before, whose columns are of a block's width.
  private func finishedEnds(of number: Int) -> [Int] {
    (0..<number).filter { end in
      pieces[end].isBody && !pieces[end].isOpen && next[end] == nil && articles[end] < articles[number]
        && articles[end] >= articles[number] - Self.articlesBack && articles[end + 1] != articles[end]
        && abs((columnWidth(endingAt: end) ?? 0) - (pieces[number].columnWidth ?? 0)) <= 2
    }
  }

  private func columnWidth(endingAt number: Int) -> Double? {
    var number = number
    while number > 0, pieces[number].columnWidth == nil || pieces[number].rows.count < 3, articles[number - 1] == articles[number]
    {
      number -= 1
    }
    return pieces[number].columnWidth
  }

  /// The unfinished blocks that nothing goes on with.
  private func openEnds(besides number: Int) -> [Int] {
    pieces.indices.filter { pieces[$0].isBody && pieces[$0].isOpen && next[$0] == nil && articles[$0] != articles[number] }
  }
}
