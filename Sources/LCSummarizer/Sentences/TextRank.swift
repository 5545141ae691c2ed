internal import LCLexicon

/// How often a random walk over the sentences of a text comes to each (TextRank, Mihalcea and Tarau 2004): from a sentence it
/// goes to others in proportion to the grams they share, over the logarithms of their lengths.
enum TextRank {
  /// Of longer texts the first sentences are walked over; the table of all pairs would grow too large.
  static let sentenceLimit = 160
  private static let damping: Float = 0.85
  private static let steps = 25

  /// The share of each sentence that is walked over, of the greatest.
  ///
  /// - Complexity: O(sentences² + shared grams), of at most 160 sentences.
  static func ranks(_ statistics: BigramStatistics) -> [Double] {
    let count = min(statistics.grams.count, sentenceLimit)
    guard count > 1 else { return .init(repeating: 1, count: count) }
    var weights = shared(statistics, count)
    let logarithms = statistics.grams.prefix(count).map { Float(Mathematics.logarithm(Double($0.count) + 1)) }
    var sums = [Float](repeating: 0, count: count)
    for i in 0..<count {
      for j in 0..<count {
        let place = i * count + j
        weights[place] /= logarithms[i] + logarithms[j] + 1e-6
        sums[i] += weights[place]
      }
    }
    for i in 0..<count where sums[i] > 0 {
      for j in 0..<count { weights[i * count + j] /= sums[i] }
    }
    var ranks = [Float](repeating: 1 / Float(count), count: count)
    var next = ranks
    for _ in 0..<steps {
      for j in 0..<count { next[j] = (1 - damping) / Float(count) }
      for i in 0..<count where sums[i] > 0 {
        let share = damping * ranks[i]
        for j in 0..<count { next[j] += share * weights[i * count + j] }
      }
      swap(&ranks, &next)
    }
    let most = ranks.max() ?? 1
    return ranks.map { Double($0 / most) }
  }

  /// The number of grams that each two sentences share.
  private static func shared(_ statistics: BigramStatistics, _ count: Int) -> [Float] {
    var weights = [Float](repeating: 0, count: count * count)
    // Sentences that have each gram, chained through the last one.
    var last = [Int32](repeating: -1, count: statistics.frequency.count)
    var links: [(sentence: Int32, before: Int32)] = []
    for sentence in 0..<count {
      for gram in statistics.grams[sentence] where statistics.frequency[Int(gram.gram)] > 1 {
        var link = last[Int(gram.gram)]
        links.append((Int32(sentence), link))
        last[Int(gram.gram)] = Int32(links.count - 1)
        while link >= 0 {
          let other = Int(links[Int(link)].sentence)
          weights[sentence * count + other] += 1
          weights[other * count + sentence] += 1
          link = links[Int(link)].before
        }
      }
    }
    return weights
  }
}
