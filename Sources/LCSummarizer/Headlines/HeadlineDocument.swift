internal import LCLexicon
internal import LCTextModel

/// A text with its runs of clauses, and what their features as headlines are made of.
struct HeadlineDocument {
  /// The runs of clauses, with the number of the sentence of each.
  let spans: [(sentence: Int, span: ClauseSpan)]
  private let text: Text
  private let sentences: [Range<Int>]
  private let pairs: BigramSums
  private let sizeOffset: Int
  /// The sentences that are looked at: headlines take their words from the beginning.
  private static let sentenceLimit = 12

  init(_ text: Text, _ sentences: [Range<Int>], _ pairs: BigramSums, _ units: UnitFinder, limit: Int) {
    self.text = text
    self.sentences = sentences
    self.pairs = pairs
    sizeOffset = RankingFeatures.sizeOffset(
      length: text.count, limits: (160, 600), plainCount: HeadlineFeature.plainCount)
    spans = sentences.prefix(Self.sentenceLimit).enumerated().flatMap { number, sentence in
      units.clauseSpans(of: sentence, in: text, limit: limit).map { (number, $0) }
    }
  }

  /// Calls `body` with the number and value of each feature of a span that is not 0.
  ///
  /// - Complexity: O(length of the span).
  @inline(__always)
  func forEachFeature(of item: (sentence: Int, span: ClauseSpan), _ body: (Int, Double) -> Void) {
    forEachPlainFeature(of: item.span, item.sentence) { number, value in
      body(number, value)
      body(sizeOffset + number, value)
    }
  }

  @inline(__always)
  private func forEachPlainFeature(of span: ClauseSpan, _ sentence: Int, _ body: (Int, Double) -> Void) {
    let units = text.units[span.range]
    body(HeadlineFeature.length + RankingFeatures.step(units.count, [6, 9, 12, 15, 18, 21, 25, 30, 35, 40]), 1)
    let isLast = sentence == sentences.count - 1 && sentence > 0
    body(HeadlineFeature.sentence + RankingFeatures.step(sentence, [0, 1, 2, 5]), 1)
    if isLast { body(HeadlineFeature.sentence + 5, 1) }
    body(HeadlineFeature.firstClause + min(span.clauses.lowerBound, 3), 1)
    let count = span.clauses.count
    body(HeadlineFeature.clauseCount + min(count - 1, 3), 1)
    if span.clauses.upperBound == span.clauseCount { body(HeadlineFeature.endsSentence, 1) }
    if count == span.clauseCount { body(HeadlineFeature.wholeSentence, 1) }
    body(HeadlineFeature.position, Double(span.range.lowerBound) / Double(max(text.count, 1)))

    let sums = pairs(span.range)
    if sums.count > 0 {
      let count = Double(sums.count)
      body(HeadlineFeature.leadOverlap, Double(sums.inFirst) / count)
      body(HeadlineFeature.repetition, Double(sums.repeated) / count / 8)
      body(HeadlineFeature.rarity, Double(sums.single) / count)
    }
    body(HeadlineFeature.centrality, pairs.centrality(span.range))

    var depth = 0
    var hasDigits = false
    for unit in units {
      if unit.opens { depth += 1 }
      if unit.closes { depth -= 1 }
      if unit.isDecimalDigit { hasDigits = true }
      if unit == 0x201C { body(HeadlineFeature.quotes, 1) }
      if unit == 0x300A { body(HeadlineFeature.bookTitle, 1) }
    }
    if hasDigits { body(HeadlineFeature.digits, 1) }
    if depth != 0 { body(HeadlineFeature.unbalanced, 1) }
    if span.range.lowerBound > 0, Self.isColon(text.units[span.range.lowerBound - 1]) { body(HeadlineFeature.behindColon, 1) }
    if span.range.upperBound < text.count, Self.isColon(text.units[span.range.upperBound]) {
      body(HeadlineFeature.beforeColon, 1)
    }
    for (number, word) in Self.starts.enumerated() where units.starts(with: word) { body(HeadlineFeature.start + number, 1) }
    for (number, word) in Self.ends.enumerated() where units.count >= word.count && units.suffix(word.count).elementsEqual(word) {
      body(HeadlineFeature.end + number, 1)
    }
  }

  private static let starts = HeadlineFeature.starts.map { Array($0.utf16) }
  private static let ends = HeadlineFeature.ends.map { Array($0.utf16) }

  private static func isColon(_ unit: UInt16) -> Bool { unit == 0xFF1A || unit == 0x3A }
}
