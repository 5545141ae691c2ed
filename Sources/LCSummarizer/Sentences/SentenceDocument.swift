internal import LCLexicon
internal import LCTextModel

/// A text with its sentences, and what their features are made of.
struct SentenceDocument {
  let sentences: [Range<Int>]
  let statistics: BigramStatistics
  /// Whether most of it is in Latin letters.
  let isLatin: Bool
  private let text: Text
  private let likeness: [BigramStatistics.Likeness]
  private let greatest: BigramStatistics.Likeness
  private let greatestDensity: Double
  private let sizeOffset: Int
  private let centroids: [Double]
  private let greatestCentroid: Double
  private let meanLength: Int

  init(_ text: Text, _ sentences: [Range<Int>], _ pairs: BigramSums, _ reader: GramReader) {
    self.text = text
    self.sentences = sentences
    statistics = BigramStatistics(sentences, in: text, reader)
    likeness = statistics.likeness()
    var greatest = BigramStatistics.Likeness()
    var density = 0.0
    for item in likeness {
      greatest.shared = max(greatest.shared, item.shared)
      greatest.cosines = max(greatest.cosines, item.cosines)
      greatest.cosineToText = max(greatest.cosineToText, item.cosineToText)
      greatest.total = max(greatest.total, item.total)
      greatest.toEarlier = max(greatest.toEarlier, item.toEarlier)
      greatest.toLater = max(greatest.toLater, item.toLater)
      density = max(density, item.total / Double(item.gramCount + 4))
    }
    self.greatest = greatest
    greatestDensity = density
    centroids = sentences.map(pairs.centrality)
    greatestCentroid = centroids.max() ?? 0
    meanLength = sentences.reduce(0) { $0 + $1.count } / max(sentences.count, 1)
    let sample = text.units.prefix(2_000)
    isLatin = 2 * sample.count(where: \.isLatinLetter) > sample.count
    sizeOffset = RankingFeatures.sizeOffset(
      length: sentences.count, limits: (9, 20), plainCount: SentenceFeature.plainCount)
  }

  /// How often a random walk comes to each sentence; of those it leaves out, how like the others they are.
  var ranks: [Double] {
    TextRank.ranks(statistics) + likeness.dropFirst(TextRank.sentenceLimit).map { $0.shared / max(greatest.shared, 1e-9) }
  }

  /// Calls `body` with the number and value of each feature of a sentence that is not 0.
  ///
  /// - Complexity: O(length of the sentence).
  func forEachFeature(of sentence: Int, _ body: (Int, Double) -> Void) {
    forEachPlainFeature(of: sentence) { number, value in
      body(number, value)
      body(sizeOffset + number, value)
    }
  }

  private func forEachPlainFeature(of sentence: Int, _ body: (Int, Double) -> Void) {
    let range = sentences[sentence]
    let units = text.units[range]
    body(SentenceFeature.place + RankingFeatures.step(sentence, [0, 1, 2, 5, 9]), 1)
    if sentence == sentences.count - 1, sentence > 0 { body(SentenceFeature.last, 1) }
    body(SentenceFeature.part + min(4, 5 * sentence / max(sentences.count, 1)), 1)
    if startsParagraph(range) { body(SentenceFeature.paragraphStart, 1) }
    body(SentenceFeature.length + RankingFeatures.step(units.count, SentenceFeature.lengthLimits), 1)

    let item = likeness[sentence]
    body(SentenceFeature.centrality + Self.tenth(item.total, greatest.total), 1)
    body(SentenceFeature.density + Self.tenth(item.total / Double(item.gramCount + 4), greatestDensity), 1)
    body(SentenceFeature.sharedSteps + Self.tenth(item.shared, greatest.shared), 1)
    body(SentenceFeature.shared, item.shared / max(greatest.shared, 1))
    // Pairs of Han characters are too many for angles to tell more than the sums above.
    if isLatin {
      body(SentenceFeature.cosineSteps + Self.tenth(item.cosines, greatest.cosines), 1)
      body(SentenceFeature.cosines, max(0, item.cosines) / max(greatest.cosines, 1e-9))
      body(SentenceFeature.textCosineSteps + Self.tenth(item.cosineToText, greatest.cosineToText), 1)
    }
    body(SentenceFeature.centralityShare, item.total / max(greatest.total, 1e-9))
    body(SentenceFeature.centroid + Self.tenth(centroids[sentence], greatestCentroid), 1)
    body(SentenceFeature.relativeLength + min(10, 5 * units.count / max(meanLength, 1)), 1)
    body(SentenceFeature.toEarlier, item.toEarlier / max(greatest.toEarlier, 1e-9))
    body(SentenceFeature.toLater, item.toLater / max(greatest.toLater, 1e-9))
    if sentence > 0 { body(SentenceFeature.leadOverlap, item.leadOverlap) }
    body(SentenceFeature.rarity, item.rarity)

    var (hasDigits, hasQuotes, hasTitle, hasColon) = (false, false, false, false)
    for unit in units {
      if unit.isDecimalDigit { hasDigits = true }
      if unit == 0x201C || unit == 0x22 { hasQuotes = true }
      if unit == 0x300A { hasTitle = true }
      if unit == 0xFF1A || unit == 0x3A { hasColon = true }
    }
    if hasDigits { body(SentenceFeature.digits, 1) }
    if hasQuotes { body(SentenceFeature.quotes, 1) }
    if hasTitle { body(SentenceFeature.bookTitle, 1) }
    if hasColon { body(SentenceFeature.colon, 1) }
    for (number, word) in Self.starts.enumerated() where Self.begins(units, with: word) {
      body(SentenceFeature.start + number, 1)
    }
  }

  private static let starts = SentenceFeature.starts.map { Array($0.utf16) }

  /// Whether a sentence begins with a word; one in Latin letters must end there.
  private static func begins(_ units: ContiguousArray<UInt16>.SubSequence, with word: [UInt16]) -> Bool {
    guard units.starts(with: word) else { return false }
    guard word.last?.isLatinLetter == true, units.count > word.count else { return true }
    return !units[units.startIndex + word.count].isLatinLetter
  }

  private func startsParagraph(_ range: Range<Int>) -> Bool {
    var place = range.lowerBound
    while place > 0, text.units[place - 1].isWhiteSpace {
      if text.units[place - 1] == 0x0A { return true }
      place -= 1
    }
    return place == 0
  }

  private static func tenth(_ value: Double, _ greatest: Double) -> Int {
    greatest <= 0 ? 0 : min(10, max(0, Int(value / greatest * 10)))
  }
}
