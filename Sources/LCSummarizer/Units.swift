internal import LCSegmentation
internal import LCTextModel

/// A run of whole clauses of a sentence.
struct ClauseSpan {
  /// Where it stands, in UTF-16 offsets.
  var range: Range<Int>
  /// Which of the sentence's clauses they are.
  var clauses: Range<Int>
  /// The number of the sentence's clauses.
  var clauseCount: Int
  /// Whether it can stand by itself; see ``ClauseBond``.
  var isWhole: Bool
}

/// The units a summary is made of: sentences, and the clause spans inside them.
struct UnitFinder {
  let segmenter: SentenceSegmenter
  let verbs: ClauseVerbs
  /// The fewest units on either side of 、 that are a clause.
  private static let leastListed = 4

  /// The sentences of a text that hold a letter or a digit.
  func sentences(in text: Text) -> [Range<Int>] {
    segmenter.sentences(in: text).map(\.content).filter { range in
      text.units[range].contains { $0 >= 0x3400 || $0.isLatinLetter || $0.isDecimalDigit || ($0 > 0xBF && $0 < 0x2000) }
    }
  }

  /// Every run of whole clauses of a sentence: cut at ，；、： and their narrow forms outside of quotes and brackets, the end
  /// mark left out, at most `limit` units long.
  ///
  /// - Complexity: O(clauses²).
  func clauseSpans(of sentence: Range<Int>, in text: Text, limit: Int) -> [ClauseSpan] {
    let clauses = clauses(of: sentence, in: text)
    let bonds = clauses.map { ClauseBond($0, in: text, verbs) }
    var spans: [ClauseSpan] = []
    for first in clauses.indices {
      var depth = 0
      var hasVerb = false
      for last in first..<clauses.count {
        let range = clauses[first].lowerBound..<clauses[last].upperBound
        if range.count > limit { break }
        depth += bonds[last].depth
        hasVerb = hasVerb || bonds[last].hasVerb
        let isOpen = last + 1 == clauses.count ? bonds[last].dangles : bonds[last].leansOn || bonds[last + 1].corrects
        let isWhole = depth == 0 && hasVerb && !bonds[first].leansBack && !isOpen
        spans.append(
          ClauseSpan(range: range, clauses: first..<last + 1, clauseCount: clauses.count, isWhole: isWhole))
      }
    }
    return spans
  }

  private func clauses(of sentence: Range<Int>, in text: Text) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = sentence.lowerBound
    var depth = 0
    for place in sentence {
      let unit = text.units[place]
      if unit.opens { depth += 1 }
      if unit.closes { depth = max(0, depth - 1) }
      guard depth == 0, unit.endsClause || (unit == 0x3001 && isBetweenClauses(place, from: start, sentence, text)),
        !isInsideNumber(place, text)
      else { continue }
      append(start..<place, of: text, to: &clauses)
      start = place + 1
    }
    append(start..<sentence.upperBound, of: text, to: &clauses)
    return clauses
  }

  /// Adds a clause without white space and end marks around it.
  private func append(_ range: Range<Int>, of text: Text, to clauses: inout [Range<Int>]) {
    var clause = text.trimmed(range)
    while let last = text.units[clause].last, last.endsSentence {
      clause = text.trimmed(clause.lowerBound..<clause.upperBound - 1)
    }
    if !clause.isEmpty { clauses.append(clause) }
  }

  /// Whether 、 lists clauses: what follows begins with a verb, and neither side is a word only.
  private func isBetweenClauses(_ place: Int, from start: Int, _ sentence: Range<Int>, _ text: Text) -> Bool {
    guard place - start >= Self.leastListed, verbs.opens(place + 1..<sentence.upperBound, in: text) else { return false }
    let next = text.units[place + 1..<sentence.upperBound].prefix(Self.leastListed)
    return next.count == Self.leastListed && next.allSatisfy { !$0.endsClause && $0 != 0x3001 }
  }

  /// Whether the mark stands between two digits: 1,000.
  private func isInsideNumber(_ place: Int, _ text: Text) -> Bool {
    place > 0 && place + 1 < text.count && text.units[place - 1].isDecimalDigit && text.units[place + 1].isDecimalDigit
  }
}

extension UInt16 {
  fileprivate var endsClause: Bool {
    switch self {
    case 0xFF0C, 0xFF1B, 0xFF1A, 0x2C, 0x3B: true
    default: false
    }
  }

  fileprivate var endsSentence: Bool {
    switch self {
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x2E, 0x2026: true
    default: false
    }
  }

  var opens: Bool {
    switch self {
    case 0x201C, 0x2018, 0xFF08, 0x300A, 0x28, 0x3010: true
    default: false
    }
  }

  var closes: Bool {
    switch self {
    case 0x201D, 0x2019, 0xFF09, 0x300B, 0x29, 0x3011: true
    default: false
    }
  }
}
