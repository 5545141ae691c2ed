internal import LCLexicon
internal import LCTextModel

/// Puts the blocks of a page in the order they are to be read in, where the scan has them in another.
///
/// A block that ends inside a sentence is gone on with by another. Where the next one does not fit, the unfinished blocks and
/// those that begin inside a sentence are matched so that all seams together are most likely: by the characters and words
/// over the seam, indents, the widths of the columns, and how far apart they stand.
struct BlockOrder {
  let text: Text
  let rows: [Row]
  private let seam: Seam
  let pieces: [PagePiece]
  /// The block that goes on with each; only blocks of bodies have one.
  var next: [Int?]
  /// How sure it is of blocks that were brought home by other evidence than the seam.
  var homeConfidence: [Int: Double] = [:]
  /// How many articles begin on the page up to each block.
  let articles: [Int]
  private var jump = BlockOrder.jump
  private var theft = BlockOrder.theft

  /// What a block right behind another gains, and what a far one loses, at once and for each block between.
  private static let adjacency = 3.0
  private static let jump = 2.5
  /// The same on a page where a block was found that is gone on with by a far one.
  private static let jumpOfScrambled = 1.0
  private static let distance = 0.02
  private static let back = 1.0
  private static let crossing = 1.5
  private static let theft = 1.5
  private static let theftOnScrambled = 0.5
  /// A seam of neighbours that is worth more is not looked at again.
  private static let sound = 4.5
  /// What it costs that a block is not gone on with, or goes on with none.
  private static let loose = 1.5
  /// What a seam with a far block must be worth.
  private static let least = 0.3
  private static let leastOfRest = -3.0
  private static let restConfidence = 0.5
  /// A seam of neighbours that is worth less is none.
  private static let torn = -0.5
  /// How many seams are matched at once, and how far a block may move.
  private static let window = 120

  /// Rows in reading order.
  struct Result {
    var rows: [Row]
    /// How sure it is, from 0 to 1, that the block at an offset of the page goes on with the one it was brought behind.
    var confidence: [Int: Double] = [:]
    /// The offsets of rows that go on with nothing before them.
    var breaks: Set<Int> = []

    /// Whether anything is read in another way than the scan has it.
    var isChange: Bool { !confidence.isEmpty || !breaks.isEmpty }
  }

  /// The rows in reading order.
  ///
  /// - Complexity: O(rows · window²) where all seams are doubtful, O(rows) where none is.
  static func result(_ scores: RoleScores, _ roles: [Role]) -> Result {
    var order = BlockOrder(scores, roles)
    if order.matchSeams() {
      order.jump = jumpOfScrambled
      order.theft = theftOnScrambled
      _ = order.matchSeams()
    }
    order.findHomes()
    order.matchRest()
    return Result(
      rows: order.chains().flatMap { scores.rows[order.pieces[$0].rows] }, confidence: order.confidence, breaks: order.breaks)
  }

  private func offset(of piece: Int) -> Int { rows[pieces[piece].rows.lowerBound].range.lowerBound }

  /// How sure the seams over a distance are, by the offsets of the blocks that were brought.
  private var confidence: [Int: Double] {
    var result: [Int: Double] = [:]
    for (source, target) in next.enumerated() {
      guard let target, target != source + 1 else { continue }
      result[offset(of: target)] =
        homeConfidence[target] ?? 1 / (1 + Mathematics.exponential(-weight(source, target) - gain(of: target)))
    }
    return result
  }

  /// Where an unfinished block is followed by one that it does not go on with: the rest of it is not on the page.
  private var breaks: Set<Int> {
    let found = pieces.indices.dropLast().filter { number in
      pieces[number].isBody && pieces[number].isOpen && next[number] == nil && pieces[number + 1].isBody
        && weight(number, number + 1) < Self.torn
    }
    return Set(found.map { offset(of: $0 + 1) })
  }

  private init(_ scores: RoleScores, _ roles: [Role]) {
    text = scores.text
    rows = scores.rows
    seam = scores.seam
    let pieces = PagePiece.pieces(scores, roles)
    var begun = 0
    articles = pieces.map { piece in
      if piece.beginsArticle { begun += 1 }
      return begun
    }
    self.pieces = pieces
    next = .init(repeating: nil, count: pieces.count)
  }

  // MARK: - Seams

  /// Finds which block goes on with which. Whether any is not the next one.
  private mutating func matchSeams() -> Bool {
    next = .init(repeating: nil, count: pieces.count)
    var sources: [Int] = []
    var targets: [Int] = []
    for number in pieces.indices where pieces[number].isOpen {
      let follower = number + 1
      let hasFollower = follower < pieces.count && pieces[follower].isBody && !pieces[follower].beginsArticle
      if hasFollower, weight(number, follower) >= Self.sound, isLikely(number, follower) {
        next[number] = follower
      } else {
        sources.append(number)
      }
    }
    let taken = Set(next.compactMap { $0 })
    for number in pieces.indices where pieces[number].isBody && !taken.contains(number) && pieces[number].startEvidence < 5 {
      targets.append(number)
    }
    var isChanged = false
    var start = 0
    while start < sources.count {
      let some = sources[start..<min(start + Self.window, sources.count)]
      let near = targets.filter { $0 > some[some.startIndex] - Self.window && $0 < some[some.endIndex - 1] + Self.window }
      let weights = some.map { source in
        near.map { target in
          let score = weight(source, target)
          let isPoor = target == source + 1 ? score < Self.torn : score < Self.least
          return isPoor ? 0 : score + gain(of: target) + Self.loose
        }
      }
      for (source, target) in zip(some, Assignment.best(weights)) {
        guard let target else { continue }
        next[source] = near[target]
        if near[target] != source + 1 { isChanged = true }
      }
      breakCircles()
      targets.removeAll { target in some.contains { next[$0] == target } }
      start += some.count
    }
    return isChanged
  }

  /// Matches what is left in the articles that were found scrambled: an unfinished block behind which a paragraph begins, and a
  /// block that begins none.
  private mutating func matchRest() {
    let taken = Set(next.compactMap { $0 })
    let scrambled = Set(next.indices.compactMap { source in next[source].flatMap { $0 == source + 1 ? nil : articles[source] } })
    for source in pieces.indices.dropLast() where pieces[source].isBody && pieces[source].isOpen && next[source] == nil {
      guard scrambled.contains(articles[source]), pieces[source + 1].startEvidence > 2 else { continue }
      let rest = pieces.indices.filter {
        articles[$0] == articles[source] && pieces[$0].isBody && !taken.contains($0) && pieces[$0].startEvidence < 0.5
          && !pieces[$0].beginsArticle && $0 > source
      }
      guard let best = rest.max(by: { weight(source, $0) < weight(source, $1) }), weight(source, best) > Self.leastOfRest else {
        continue
      }
      next[source] = best
      homeConfidence[best] = Self.restConfidence
    }
    breakCircles()
  }

  /// Takes the least likely seam out of each circle of blocks.
  mutating func breakCircles() {
    var walk = [Int](repeating: 0, count: pieces.count)
    for start in pieces.indices where walk[start] == 0 {
      var path: [Int] = []
      var current: Int? = start
      while let number = current, walk[number] == 0 {
        walk[number] = start + 1
        path.append(number)
        current = next[number]
      }
      guard let end = current, walk[end] == start + 1, let first = path.firstIndex(of: end) else { continue }
      let circle = path[first...]
      let worst = circle.min { weight($0, next[$0] ?? 0) < weight($1, next[$1] ?? 0) }
      if let worst { next[worst] = nil }
    }
  }

  /// Whether the characters over a seam stand side by side more often than by chance.
  private func isLikely(_ source: Int, _ target: Int) -> Bool {
    seam.pairScore(rows[pieces[source].rows.upperBound - 1].range, rows[pieces[target].rows.lowerBound].range, in: text) > 0
  }

  /// What it is worth that a block is gone on with: more for one that begins inside a sentence.
  private func gain(of target: Int) -> Double {
    let piece = pieces[target]
    if piece.beginsArticle { return piece.startEvidence < 0 ? 0 : -2 }
    return min(max(-piece.startEvidence, 0), Self.loose)
  }

  /// The log-odds that an unfinished block is gone on with by another.
  func weight(_ source: Int, _ target: Int) -> Double {
    guard source != target else { return -100 }
    let (left, right) = (pieces[source], pieces[target])
    let (leftRow, rightRow) = (rows[left.rows.upperBound - 1], rows[right.rows.lowerBound])
    let pair = seam.pairScore(leftRow.range, rightRow.range, in: text)
    var score = min(max(pair, -2.5), 5)
    // Characters that never stand side by side are in no word together.
    let length = pair > 0 ? seam.wordLength(leftRow.range, rightRow.range, in: text) : 0
    if length > 0 { score += length > 2 ? 1.6 : 0.8 }
    score -= right.startEvidence
    if rightRow.traits.contains(.startsInside) { score += 1 }
    // OCR sets a hanging quote in a block of its own.
    if target == source + 1, rightRow.traits.contains(.startsWithOpening) { score += 1.5 }
    score += widthScore(left, right)
    if target == source + 1 { return score + Self.adjacency }
    let blocks = Double(abs(target - source))
    // What stands behind a finished block is a paragraph of its own, as a rule.
    if target > 0, pieces[target - 1].isBody, !pieces[target - 1].isOpen { score -= theft }
    if articles[source] != articles[target] { score -= Self.crossing }
    return score - jump - Self.distance * blocks - (target < source ? Self.back : 0)
  }

  private func widthScore(_ left: PagePiece, _ right: PagePiece) -> Double {
    guard let width = left.columnWidth else { return 0 }
    guard let other = right.columnWidth else { return right.firstWidth > width + 1.5 ? -2 : 0 }
    let difference = abs(width - other)
    return difference <= 1.5 ? 0.7 : difference > 2.5 ? -1.5 : 0
  }

  // MARK: - Chains

  /// The blocks in reading order: each behind the one it goes on with, and what stood behind it in the scan behind that.
  private func chains() -> [Int] {
    var previous = [Int?](repeating: nil, count: pieces.count)
    for (source, target) in next.enumerated() {
      if let target { previous[target] = source }
    }
    // A block that begins no sentence of another stays behind its neighbour when that is moved or goes on elsewhere.
    var follows = [Int?](repeating: nil, count: pieces.count)
    for number in pieces.indices.dropFirst() where previous[number] == nil {
      let isBehindMoved = previous[number - 1].map { $0 != number - 2 } ?? false
      if isBehindMoved, pieces[number].isBody, !pieces[number].beginsArticle, next[number - 1] == nil {
        follows[number] = number - 1
      }
    }
    var order: [Int] = []
    var isPlaced = [Bool](repeating: false, count: pieces.count)
    for number in pieces.indices where !isPlaced[number] && previous[number] == nil && follows[number] == nil {
      place(number, follows, &isPlaced, &order)
    }
    // What is left goes round in a circle: it stays as it was.
    for number in pieces.indices where !isPlaced[number] { order.append(number) }
    return order
  }

  private func place(_ first: Int, _ follows: [Int?], _ isPlaced: inout [Bool], _ order: inout [Int]) {
    var current: Int? = first
    while let number = current, !isPlaced[number] {
      isPlaced[number] = true
      order.append(number)
      let behind = number + 1 < pieces.count && follows[number + 1] == number ? number + 1 : nil
      current = next[number] ?? behind
    }
  }
}
