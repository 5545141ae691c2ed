internal import LCLexicon
internal import LCSegmentation
internal import LCTextModel

/// Chooses sentences by their scores, without saying things twice.
struct SentenceChoice {
  let document: SentenceDocument
  let text: Text
  let scores: [Double]
  /// Sentences that are chosen before all others.
  let required: [Int]
  /// What a sentence loses that has nothing but what was chosen already.
  let redundancy: Double

  /// Sentences of one text share this much of their grams without saying the same.
  private static let usualShare = 0.6
  /// Longer texts are filled sentence by sentence, as a table of all budgets would grow too large.
  private static let tableLimit = 2_000_000
  /// A sentence that shares more with a better one is no choice beside it.
  private static let sameShare = 0.7

  private func unit(_ sentence: Int) -> Summary.Unit {
    Summary.Unit(range: document.sentences[sentence], score: scores[sentence])
  }

  /// The best sentences, each by its score less what it repeats of those before it (maximal marginal relevance, Carbonell
  /// and Goldstein 1998).
  ///
  /// - Complexity: O(sentences · count + grams).
  func best(_ count: Int) -> [Summary.Unit] {
    if count >= scores.count { return scores.indices.map(unit) }
    var covered = [Bool](repeating: false, count: document.statistics.frequency.count)
    var isChosen = [Bool](repeating: false, count: scores.count)
    var chosen: [Int] = []
    func choose(_ sentence: Int) {
      guard !isChosen[sentence] else { return }
      isChosen[sentence] = true
      chosen.append(sentence)
      for gram in document.statistics.grams[sentence] { covered[Int(gram.gram)] = true }
    }
    for sentence in required.prefix(count) { choose(sentence) }
    // Scores only fall, so that a sentence whose score as it was is no better than the best needs no second look.
    let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    while chosen.count < count {
      var (best, bestScore) = (-1, -Double.infinity)
      for sentence in order where !isChosen[sentence] {
        if scores[sentence] <= bestScore { break }
        let score = scores[sentence] - redundancy * repeated(sentence, covered)
        if score > bestScore { (best, bestScore) = (sentence, score) }
      }
      guard best >= 0 else { break }
      choose(best)
    }
    return chosen.map(unit)
  }

  private func repeated(_ sentence: Int, _ covered: [Bool]) -> Double {
    let grams = document.statistics.grams[sentence]
    guard redundancy > 0, !grams.isEmpty else { return 0 }
    let share = Double(grams.count { covered[Int($0.gram)] }) / Double(grams.count)
    return max(0, share - Self.usualShare) / (1 - Self.usualShare)
  }

  // MARK: - A budget of characters

  /// The sentences that are worth most of all that fit: a knapsack.
  ///
  /// - Complexity: O(sentences · limit).
  func fitting(_ limit: Int) -> [Summary.Unit] {
    let space = document.isLatin ? 1 : 0
    let lengths = document.sentences.map { text.singleLine($0).count + space }
    let room = limit + space
    if lengths.reduce(0, +) <= room { return scores.indices.map(unit) }
    var left = room
    var chosen: [Int] = []
    for sentence in required where lengths[sentence] <= left && !chosen.contains(sentence) {
      chosen.append(sentence)
      left -= lengths[sentence]
    }
    let candidates = candidates(besides: chosen).filter { lengths[$0] <= left }
    if candidates.count * left > Self.tableLimit {
      for sentence in candidates where lengths[sentence] <= left {
        chosen.append(sentence)
        left -= lengths[sentence]
      }
    } else {
      chosen += packed(candidates, lengths, left)
    }
    return chosen.map(unit)
  }

  /// The sentences that do not repeat a better one, best first.
  private func candidates(besides chosen: [Int]) -> [Int] {
    let order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
    var taken = chosen
    // Which of those that were taken have each gram, and how many a sentence shares with each of them.
    var holders = [[Int32]](repeating: [], count: document.statistics.frequency.count)
    var shared: [Int] = []
    func hold(_ sentence: Int) {
      for gram in document.statistics.grams[sentence] { holders[Int(gram.gram)].append(Int32(shared.count)) }
      shared.append(0)
    }
    for sentence in chosen { hold(sentence) }
    for sentence in order where !chosen.contains(sentence) {
      // Far down the list nothing is chosen any more.
      if taken.count < 60 {
        let own = document.statistics.grams[sentence]
        for gram in own { for holder in holders[Int(gram.gram)] { shared[Int(holder)] += 1 } }
        let isSame = shared.contains { Double($0) > Self.sameShare * Double(own.count) }
        for holder in shared.indices { shared[holder] = 0 }
        if isSame { continue }
        hold(sentence)
      }
      taken.append(sentence)
    }
    return Array(taken.dropFirst(chosen.count))
  }

  private func packed(_ candidates: [Int], _ lengths: [Int], _ room: Int) -> [Int] {
    guard let most = candidates.map({ scores[$0] }).max(), room > 0 else { return [] }
    // Squares of the shares of a choice, as few good sentences say more than many poor ones, with a little for each
    // character, so that the room is used.
    let values = candidates.map { Mathematics.exponential(2 * (scores[$0] - most)) + 0.000_1 * Double(lengths[$0]) }
    var worth = [Double](repeating: 0, count: room + 1)
    var isTaken = [[Bool]](repeating: [], count: candidates.count)
    for (number, sentence) in candidates.enumerated() {
      let length = lengths[sentence]
      var taken = [Bool](repeating: false, count: room + 1)
      for size in stride(from: room, through: length, by: -1) where worth[size - length] + values[number] > worth[size] {
        worth[size] = worth[size - length] + values[number]
        taken[size] = true
      }
      isTaken[number] = taken
    }
    var chosen: [Int] = []
    var size = room
    for number in candidates.indices.reversed() where isTaken[number][size] {
      chosen.append(candidates[number])
      size -= lengths[candidates[number]]
    }
    return chosen
  }
}
