internal import LCTextModel

/// A text with its runs of clauses, and what their features as headlines are made of.
struct HeadlineDocument {
  /// A run of whole clauses of a sentence.
  struct Span {
    var range: Range<Int>
    var sentence: Int
    var firstClause: Int
    var lastClause: Int
    var clauseCount: Int
  }

  let spans: [Span]
  private let text: Text
  private let sentences: [Range<Int>]
  private let centrality: BigramCentrality
  private let counts: [UInt32: Int]
  private let lead: Set<UInt32>
  private let sizedFeatures: Int
  /// The sentences that are looked at: headlines take their words from the beginning.
  private static let sentenceLimit = 12

  init(_ text: Text, _ sentences: [Range<Int>], _ units: UnitFinder, limit: Int) {
    self.text = text
    self.sentences = sentences
    centrality = BigramCentrality(sentences, in: text)
    var counts: [UInt32: Int] = [:]
    var lead: Set<UInt32> = []
    for (number, sentence) in sentences.enumerated() {
      BigramCentrality.forEachBigram(sentence, in: text) { bigram in
        counts[bigram, default: 0] += 1
        if number == 0 { lead.insert(bigram) }
      }
    }
    self.counts = counts
    self.lead = lead
    let size = text.count < 160 ? 0 : text.count < 600 ? 1 : 2
    sizedFeatures = HeadlineFeature.sized * (1 + size)
    var spans: [Span] = []
    for (number, sentence) in sentences.prefix(Self.sentenceLimit).enumerated() {
      let clauses = units.clauses(of: sentence, in: text)
      for first in clauses.indices {
        for last in first..<clauses.count {
          let range = clauses[first].lowerBound..<clauses[last].upperBound
          if range.count > limit { break }
          spans.append(
            Span(range: range, sentence: number, firstClause: first, lastClause: last, clauseCount: clauses.count))
        }
      }
    }
    self.spans = spans
  }

  /// Calls `body` with the number and value of each feature of a span that is not 0.
  ///
  /// - Complexity: O(length of the span).
  @inline(__always)
  func forEachFeature(of span: Span, _ body: (Int, Double) -> Void) {
    forEachPlainFeature(of: span) { number, value in
      body(number, value)
      body(sizedFeatures + number, value)
    }
  }

  @inline(__always)
  private func forEachPlainFeature(of span: Span, _ body: (Int, Double) -> Void) {
    let units = text.units[span.range]
    body(HeadlineFeature.length + Self.step(units.count, [6, 9, 12, 15, 18, 21, 25, 30, 35, 40]), 1)
    let isLast = span.sentence == sentences.count - 1 && span.sentence > 0
    body(HeadlineFeature.sentence + Self.step(span.sentence, [0, 1, 2, 5]), 1)
    if isLast { body(HeadlineFeature.sentence + 5, 1) }
    body(HeadlineFeature.firstClause + min(span.firstClause, 3), 1)
    let count = span.lastClause - span.firstClause + 1
    body(HeadlineFeature.clauseCount + min(count - 1, 3), 1)
    if span.lastClause == span.clauseCount - 1 { body(HeadlineFeature.endsSentence, 1) }
    if count == span.clauseCount { body(HeadlineFeature.wholeSentence, 1) }
    body(HeadlineFeature.position, Double(span.range.lowerBound) / Double(max(text.count, 1)))

    var bigrams = 0.0
    var inLead = 0.0
    var repeated = 0.0
    var single = 0.0
    BigramCentrality.forEachBigram(span.range, in: text) { bigram in
      bigrams += 1
      if lead.contains(bigram) { inLead += 1 }
      let count = counts[bigram] ?? 1
      repeated += min(Double(count - 1), 8)
      if count == 1 { single += 1 }
    }
    if bigrams > 0 {
      body(HeadlineFeature.leadOverlap, inLead / bigrams)
      body(HeadlineFeature.repetition, repeated / bigrams / 8)
      body(HeadlineFeature.rarity, single / bigrams)
    }
    body(HeadlineFeature.centrality, centrality.score(span.range, in: text))

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

  @inline(__always)
  private static func step(_ value: Int, _ limits: [Int]) -> Int {
    limits.firstIndex { value <= $0 } ?? limits.count
  }
}
