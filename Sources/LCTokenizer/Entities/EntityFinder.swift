public import LCTextModel

/// Finds what a text names, by its tagged words: a layer that leaves the words alone.
///
///     let tokens = try Tokenizer(isTagging: true).tokens(in: text)
///     EntityFinder().entities(in: text, tokens)
///
/// Persons are words tagged `nr`, surname and given name together, foreign names with their dots; places are runs of `ns`
/// with 省, 市, 县 and the like; an organisation is a word tagged `nt`, or a run that begins with a place, a proper name or
/// 市, 省, 国家 and ends in 局, 公司, 委员会 and the like; dates are runs of times; a quantity is a number and its unit; a title
/// is what stands in 《》. Of two that overlap the one named later in this list of kinds gives way: titles, organisations,
/// persons, places, dates, quantities.
public struct EntityFinder: Sendable {
  /// The longest title and the longest run of an organisation's words.
  private static let longestTitle = 60
  private static let longestOrganization = 8

  /// Makes a finder.
  public init() {}

  /// The entities of a text, in order; they do not overlap.
  ///
  /// - Parameter tokens: the text's tokens, tagged.
  /// - Complexity: O(tokens).
  public func entities(in text: Text, _ tokens: [Token]) -> [Entity] {
    let words = tokens.filter { $0.kind != .space }
    var claimed = ClaimedRanges()
    for kind in [Entity.Kind.title, .organization, .person, .place, .date, .quantity] {
      for range in ranges(of: kind, in: text, words) { claimed.claim(kind, range) }
    }
    return claimed.entities
  }

  private func ranges(of kind: Entity.Kind, in text: Text, _ words: [Token]) -> [Range<Int>] {
    switch kind {
    case .title: titles(text, words)
    case .organization: organizations(text, words)
    case .person: persons(text, words)
    case .place:
      runs(text, words, isFirst: { $0.tag == .ns }, goesOn: { $0.tag == .ns || Self.is($0, text, EntityWords.placeEndings) })
    case .date: runs(text, words, isFirst: { $0.tag == .t }, goesOn: { $0.tag == .t || $0.tag == .Tg })
    case .quantity: quantities(text, words)
    }
  }

  private static func `is`(_ token: Token, _ text: Text, _ words: WordList) -> Bool {
    token.count <= 4 && words.contains(text.units[token.range])
  }

  private func titles(_ text: Text, _ words: [Token]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    for word in words where word.count == 1 {
      if text.units[word.start] == 0x300A {
        open = open ?? word.start
      } else if text.units[word.start] == 0x300B, let start = open {
        if word.end - start <= Self.longestTitle { found.append(start..<word.end) }
        open = nil
      }
    }
    return found
  }

  /// Runs of words that touch each other.
  private func runs(
    _ text: Text, _ words: [Token], isFirst: (Token) -> Bool, goesOn: (Token) -> Bool
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < words.count {
      guard isFirst(words[index]) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < words.count, words[end].start == words[end - 1].end, goesOn(words[end]) { end += 1 }
      found.append(words[index].start..<words[end - 1].end)
      index = end
    }
    return found
  }

  private func persons(_ text: Text, _ words: [Token]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < words.count {
      guard words[index].tag == .nr else {
        index += 1
        continue
      }
      var start = index
      var end = index + 1
      // A surname and the given name behind it.
      if words[index].count == 1, end < words.count, words[end].tag == .nr, words[end].start == words[index].end { end += 1 }
      while end + 1 < words.count, isDot(words[end], text), words[end].start == words[end - 1].end,
        words[end + 1].start == words[end].end, words[end + 1].kind == .word
      {
        end += 2
      }
      while start >= 2, isDot(words[start - 1], text), words[start].start == words[start - 1].end,
        words[start - 2].end == words[start - 1].start, words[start - 2].kind == .word
      {
        start -= 2
      }
      found.append(words[start].start..<words[end - 1].end)
      index = end
    }
    return found
  }

  private func isDot(_ token: Token, _ text: Text) -> Bool {
    token.count == 1
      && (text.units[token.start] == 0xB7 || text.units[token.start] == 0x2022 || text.units[token.start] == 0x30FB)
  }

  private func organizations(_ text: Text, _ words: [Token]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for (index, word) in words.enumerated() {
      if word.tag == .nt { found.append(word.range) }
      guard word.kind == .word, EntityWords.endsOrganization(text.units[word.range]) else { continue }
      // Back over words that names of offices are made of, to the furthest that such a name may begin with.
      var first: Int?
      var place = index - 1
      while place >= 0, index - place <= Self.longestOrganization, words[place].end == words[place + 1].start,
        Self.isOfName(words[place].tag)
      {
        if isAnchor(words[place], text) { first = place }
        place -= 1
      }
      if let first { found.append(words[first].start..<word.end) }
    }
    // Of those that share words the longest counts.
    return found.sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
  }

  private static func isOfName(_ tag: PartOfSpeech) -> Bool {
    switch tag {
    case .n, .ns, .nt, .nz, .nr, .j, .vn, .b, .s, .f, .Ng, .nx: true
    default: false
    }
  }

  private func isAnchor(_ token: Token, _ text: Text) -> Bool {
    switch token.tag {
    case .ns, .nt, .nz, .j: true
    default: Self.is(token, text, EntityWords.organizationStarts)
    }
  }

  private func quantities(_ text: Text, _ words: [Token]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < words.count {
      guard words[index].tag == .m else {
        index += 1
        continue
      }
      var end = index + 1
      while end < words.count, words[end].tag == .m, words[end].start == words[end - 1].end { end += 1 }
      if end < words.count, words[end].tag == .q, words[end].start == words[end - 1].end {
        found.append(words[index].start..<words[end].end)
      } else if let last = text.units[words[end - 1].range].last, last == 0x25 || last == 0xFF05 {
        found.append(words[index].start..<words[end - 1].end)
      }
      index = end
    }
    return found
  }
}

/// Ranges that are taken; the first to come keeps its place.
private struct ClaimedRanges {
  private(set) var entities: [Entity] = []

  mutating func claim(_ kind: Entity.Kind, _ range: Range<Int>) {
    var low = 0
    var high = entities.count
    while low < high {
      let middle = (low + high) / 2
      if entities[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    let isFree =
      (low == 0 || entities[low - 1].range.upperBound <= range.lowerBound)
      && (low == entities.count || entities[low].range.lowerBound >= range.upperBound)
    if isFree { entities.insert(Entity(kind: kind, range: range), at: low) }
  }
}
