internal import LCLexicon
internal import LCTextModel

/// What the sentences of a text share, by the pairs of neighbouring characters in them, in other scripts by words.
///
/// How like a sentence is to others is BM25 (Robertson and Walker 1994) with one of them as the query and the other as the
/// document, summed over all others, those before it and those behind it apart: the degrees of the graph that TextRank walks
/// (Mihalcea and Tarau 2004; Barrios et al. 2016 for BM25), which need no matrix of all pairs.
struct BigramStatistics {
  /// The likeness of one sentence to others.
  struct Likeness {
    /// To all others.
    var total = 0.0
    /// To those before it, and behind it.
    var toEarlier = 0.0
    var toLater = 0.0
    /// The share of its grams that the first sentence has, and that no other sentence has.
    var leadOverlap = 0.0
    var rarity = 0.0
    /// The same to all others with every gram counting alike, in both directions.
    var shared = 0.0
    /// The sum of the cosines of the angles to all others, by counts of grams (Erkan and Radev 2004), and the cosine of the
    /// angle to the whole text.
    var cosines = 0.0
    var cosineToText = 0.0
    var gramCount = 0
  }

  private static let saturation = 1.2
  private static let lengthEffect = 0.75

  /// The grams of each sentence, each once, as numbers; and how often each occurs there.
  private(set) var grams: [[(gram: Int32, count: Int32)]] = []
  /// In how many sentences each gram is.
  private(set) var frequency: [Int32] = []
  private let reader: GramReader
  private let sentenceCount: Int
  private var numbers: HashNumbers

  /// - Complexity: O(length of the sentences).
  init(_ sentences: [Range<Int>], in text: Text, _ reader: GramReader) {
    self.reader = reader
    sentenceCount = sentences.count
    numbers = HashNumbers(expected: min(text.count, 4096))
    var lastSentence: [Int32] = []
    var placeInSentence: [Int32] = []
    grams.reserveCapacity(sentences.count)
    for (number, sentence) in sentences.enumerated() {
      var own: [(gram: Int32, count: Int32)] = []
      reader.forEachGram(sentence, in: text) { gram in
        let id = numbers.number(gram)
        if id == frequency.count {
          frequency.append(0)
          lastSentence.append(-1)
          placeInSentence.append(0)
        }
        if lastSentence[id] == Int32(number) {
          own[Int(placeInSentence[id])].count += 1
        } else {
          lastSentence[id] = Int32(number)
          placeInSentence[id] = Int32(own.count)
          frequency[id] += 1
          own.append((Int32(id), 1))
        }
      }
      grams.append(own)
    }
  }

  /// The likeness of each sentence to the others. Complexity: O(grams).
  func likeness() -> [Likeness] {
    var result = [Likeness](repeating: Likeness(), count: sentenceCount)
    let lengths = grams.map { $0.reduce(0) { $0 + Int($1.count) } }
    let mean = Double(max(lengths.reduce(0, +), 1)) / Double(max(sentenceCount, 1))
    let idf = frequency.map { count -> Double in
      let odds = (Double(sentenceCount) - Double(count) + 0.5) / (Double(count) + 0.5)
      // A gram of most sentences still says a little.
      return max(Mathematics.logarithm(max(odds, 1e-9)), 0.1)
    }
    // The weights that each gram has in the sentences before the present one, and in all.
    var all = [Double](repeating: 0, count: frequency.count)
    var weights: [[Double]] = []
    for (number, own) in grams.enumerated() {
      let norm = Self.saturation * (1 - Self.lengthEffect + Self.lengthEffect * Double(lengths[number]) / mean)
      let row = own.map { Double($0.count) * (Self.saturation + 1) / (Double($0.count) + norm) }
      for (gram, weight) in zip(own, row) { all[Int(gram.gram)] += weight }
      weights.append(row)
    }
    var earlier = [Double](repeating: 0, count: frequency.count)
    var isInFirst = [Bool](repeating: false, count: frequency.count)
    for gram in grams.first ?? [] { isInFirst[Int(gram.gram)] = true }
    let (directions, counts, norms, textNorm) = directions()
    for (number, own) in grams.enumerated() {
      var likeness = Likeness()
      var (inFirst, single) = (0, 0)
      for (gram, weight) in zip(own, weights[number]) {
        let id = Int(gram.gram)
        let before = earlier[id]
        likeness.toEarlier += idf[id] * before
        likeness.toLater += idf[id] * (all[id] - before - weight)
        earlier[id] += weight
        likeness.shared += all[id] - weight + weight * Double(frequency[id] - 1)
        if isInFirst[id] { inFirst += 1 }
        if frequency[id] == 1 { single += 1 }
      }
      if norms[number] > 0 {
        for gram in own {
          likeness.cosines += Double(gram.count) * directions[Int(gram.gram)]
          likeness.cosineToText += Double(gram.count) * counts[Int(gram.gram)]
        }
        likeness.cosines = likeness.cosines / norms[number] - 1
        likeness.cosineToText /= norms[number] * textNorm
      }
      likeness.total = likeness.toEarlier + likeness.toLater
      likeness.gramCount = own.count
      likeness.leadOverlap = Double(inFirst) / Double(max(own.count, 1))
      likeness.rarity = Double(single) / Double(max(own.count, 1))
      result[number] = likeness
    }
    return result
  }

  /// The sums over all sentences of each gram's share of the sentence's length as a vector, and of its counts; those lengths,
  /// and that of the whole text.
  private func directions() -> (directions: [Double], counts: [Double], norms: [Double], textNorm: Double) {
    var directions = [Double](repeating: 0, count: frequency.count)
    var counts = directions
    let norms = grams.map { own in own.reduce(0.0) { $0 + Double($1.count) * Double($1.count) }.squareRoot() }
    for (own, norm) in zip(grams, norms) where norm > 0 {
      for gram in own {
        directions[Int(gram.gram)] += Double(gram.count) / norm
        counts[Int(gram.gram)] += Double(gram.count)
      }
    }
    return (directions, counts, norms, counts.reduce(0) { $0 + $1 * $1 }.squareRoot())
  }

  /// The share of a query's grams that each sentence has.
  ///
  /// - Complexity: O(query + grams).
  func shares(of query: Text) -> [Double] {
    var wanted: Set<Int32> = []
    var count = 0
    reader.forEachGram(query.range, in: query) { gram in
      count += 1
      if let id = numbers[gram] { wanted.insert(Int32(id)) }
    }
    guard !wanted.isEmpty else { return .init(repeating: 0, count: sentenceCount) }
    return grams.map { own in Double(own.count { wanted.contains($0.gram) }) / Double(count) }
  }
}
