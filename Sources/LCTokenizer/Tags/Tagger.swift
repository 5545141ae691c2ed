internal import LCLexicon
internal import LCTextModel

/// Gives words their parts of speech, from left to right: a linear model over the word, the tags before it, and what the
/// words behind it are likely to be.
struct Tagger: Sendable {
  private let tables: TagTables
  private let boundaries: BoundaryTables
  private let parts: [PartOfSpeech]
  private let numberTag: Int?
  private let latinTag: Int?
  private let punctuationTag: Int?

  /// The number of each part of speech.
  private let numbers: [Int?]

  init(tables: TagTables, boundaries: BoundaryTables) {
    self.tables = tables
    self.boundaries = boundaries
    numbers = PartOfSpeech.allCases.map { tables.tags.firstIndex(of: $0.rawValue) }
    parts = tables.tags.map { PartOfSpeech(rawValue: $0) ?? .x }
    numberTag = parts.firstIndex(of: .m)
    latinTag = parts.firstIndex(of: .nx)
    punctuationTag = parts.firstIndex(of: .w)
  }

  /// Tags the words of a text; white space keeps its tag, and a line's end parts sentences.
  ///
  /// - Complexity: O(tokens · tags).
  func tag(_ tokens: inout [Token], in units: UnsafeBufferPointer<UInt16>) {
    var views: [WordView] = []
    var numbers: [Int] = []
    for index in tokens.indices {
      let token = tokens[index]
      if token.kind != .space {
        views.append(view(of: token, units))
        numbers.append(index)
      } else if units[token.range].contains(0x0A) {
        tag(&tokens, numbers, views)
        views.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
      }
    }
    tag(&tokens, numbers, views)
  }

  private func view(of token: Token, _ units: UnsafeBufferPointer<UInt16>) -> WordView {
    var hash: UInt64 = 0
    for place in token.start..<token.end { hash = TagTables.hash(hash, units[place]) }
    let record = tables.record(hash)
    return WordView(
      record: record, isKnown: record != nil, likely: record?.tag(0) ?? likely(units[token.range]),
      number: record?.number ?? 0, first: boundaries.alphabet[units[token.start]],
      last: boundaries.alphabet[units[token.end - 1]], length: token.count)
  }

  /// The tag that the dictionary gives an unknown word.
  private func likely(_ word: Slice<UnsafeBufferPointer<UInt16>>) -> Int {
    boundaries.knowledge(of: word)?.tag.flatMap { numbers[Int($0.number)] } ?? tables.layout.tagCount
  }

  private func tag(_ tokens: inout [Token], _ numbers: [Int], _ views: [WordView]) {
    let count = tables.layout.tagCount
    let outside = WordView.outside(count)
    var before = (count, count)
    for (place, view) in views.enumerated() {
      let best: Int
      if let record = view.record, record.count == 1 {
        best = record.tag(0)
      } else if view.record == nil, let implied = implied(tokens[numbers[place]].kind) {
        best = implied
      } else {
        best = choose(
          view,
          TagRows(
            tables.layout, view, before: before, wordBefore: place > 0 ? views[place - 1] : outside,
            behind: place + 1 < views.count ? views[place + 1] : outside, place + 2 < views.count ? views[place + 2] : outside))
      }
      tokens[numbers[place]].tag = parts[best]
      before = (best, before.0)
    }
  }

  /// The tag of an unknown number, Latin word or mark.
  private func implied(_ kind: Token.Kind) -> Int? {
    switch kind {
    case .word, .space: nil
    case .number: numberTag
    case .latin: latinTag
    case .punctuation: punctuationTag
    }
  }

  private func choose(_ view: WordView, _ rows: TagRows) -> Int {
    let width = tables.layout.tagCount
    var best = 0
    var bestScore = Int.min
    if let record = view.record {
      for index in 0..<record.count {
        let tag = record.tag(index)
        var score = record.weight(index)
        rows.forEach { score &+= Int(tables.rows[$0 &* width &+ tag]) }
        if score > bestScore { (best, bestScore) = (tag, score) }
      }
      return best
    }
    for tag in tables.openTags {
      var score = 0
      rows.forEach { score &+= Int(tables.rows[$0 &* width &+ tag]) }
      if score > bestScore { (best, bestScore) = (tag, score) }
    }
    return best
  }
}
