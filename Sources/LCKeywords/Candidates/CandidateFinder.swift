internal import LCLexicon
internal import LCTextModel

/// A token as candidates are made of it.
struct KeywordWord {
  var wordClass: KeywordWordClass
  /// Whether it may be a candidate by itself, and whether it may be part of one.
  var isCandidate = false
  var isPart = false
  /// The hash of its letters, without regard to case and width.
  var hash: UInt64 = 0
  /// The logarithm of how rare it is in the background.
  var rarity = 0.0
  /// Whether the background does not have it.
  var isUnknown = false
  /// Whether it begins with a Han character.
  var isHan = false
}

/// Finds candidates among tokens: content words of two characters or more, runs of up to four adjacent ones, and what the text
/// names, whole.
struct CandidateFinder: Sendable {
  let stopWords: StopWords
  let background: DocumentFrequency
  let minimumLength: Int
  /// The most words of a candidate.
  let longest: Int
  /// The hashes of the user's stop words.
  var ownStopWords: Set<UInt64> = []

  /// The most UTF-16 units of a name that is no run of words.
  private static let longestName = 24

  /// What each token is.
  ///
  /// - Complexity: O(tokens).
  func words(of text: Text, _ tokens: [Token]) -> [KeywordWord] {
    var folded: [UInt16] = []
    var numbers = HashNumbers()
    var facts: [Facts] = []
    var words: [KeywordWord] = []
    words.reserveCapacity(tokens.count)
    text.units.withUnsafeBufferPointer { units in
      for token in tokens {
        var word = KeywordWord(wordClass: KeywordWordClass(token.tag, token.kind))
        if token.kind == .word || token.kind == .latin {
          folded.removeAll(keepingCapacity: true)
          for place in token.start..<token.end { folded.append(Self.folded(units[place])) }
          word.hash = Self.hash(of: folded)
          // What is asked of tables is asked once for each word.
          let number = numbers.number(word.hash)
          if number == facts.count { facts.append(self.facts(folded, word.hash)) }
          word.isPart = !facts[number].isStopWord && (token.count >= 2 || (token.kind == .word && word.wordClass.mayBeShort))
          // Who asks for words of one character gets numerals, too.
          word.isCandidate =
            word.isPart && token.count >= minimumLength && (minimumLength < 2 || word.wordClass != .number)
          word.rarity = facts[number].rarity
          word.isUnknown = facts[number].isUnknown
          word.isHan = units[token.start].isHan
        }
        words.append(word)
      }
    }
    leaveOutFunctionWords(&words, tokens)
    return words
  }

  /// In languages without a stop list, what is short and makes up more than a fiftieth of the words is taken for a function
  /// word. Shorter texts do not show it.
  private func leaveOutFunctionWords(_ words: inout [KeywordWord], _ tokens: [Token]) {
    var counts: [UInt64: Int] = [:]
    var total = 0
    var unknown = 0
    for (word, token) in zip(words, tokens) where token.kind == .word || token.kind == .latin {
      total += 1
      if !word.isUnknown || word.isHan { continue }
      unknown += 1
      if word.isPart, token.count <= Self.longestFunctionWord { counts[word.hash, default: 0] += 1 }
    }
    // A language the background knows has a stop list.
    guard total >= Self.leastWords, 2 * unknown > total else { return }
    for index in words.indices where (counts[words[index].hash] ?? 0) * 50 > total {
      words[index].isPart = false
      words[index].isCandidate = false
    }
  }

  private static let longestFunctionWord = 4
  private static let leastWords = 100

  /// What the tables know of a word.
  private struct Facts {
    var isStopWord: Bool
    var rarity: Double
    var isUnknown: Bool
  }

  private func facts(_ folded: [UInt16], _ hash: UInt64) -> Facts {
    folded.withUnsafeBufferPointer { letters in
      let frequency = background.count(of: letters)
      return Facts(
        isStopWord: stopWords.contains(letters) || (!ownStopWords.isEmpty && ownStopWords.contains(hash)),
        rarity: max(0, Mathematics.binaryLogarithm(Double(background.documentCount) / Double(frequency + 1))),
        isUnknown: frequency == 0)
    }
  }

  /// The candidates of a document.
  ///
  /// - Complexity: O(tokens).
  func candidates(in text: Text, _ tokens: [Token], _ words: [KeywordWord], entities: [Entity]) -> CandidateList {
    var builder = CandidateBuilder()
    let named = namedTokens(entities, text, tokens)
    for start in tokens.indices {
      var isNamed = named[start] == nil
      forEachRun(text, tokens, words, from: start) { end, wordCount, hash in
        let name = named[start].flatMap { $0.end == end ? $0 : nil }
        if name != nil { isNamed = true }
        builder.add(start, end, wordCount, hash, name)
      }
      // A name that is no run of words: it is longer, or holds a mark.
      if !isNamed, longest > 1, let name = named[start] {
        let range = tokens[start].start..<tokens[name.end - 1].end
        if range.count < max(minimumLength, 2) || range.count > Self.longestName { continue }
        let hash = text.units[range].reduce(1) { Self.mixed($0, UInt64($1)) }
        builder.add(start, name.end, min(longest, name.end - start), hash, name)
      }
    }
    return builder.list
  }

  /// What is named from each token on, and the token after its last: persons, places, organisations; titles without their
  /// marks; and what stands in quotation marks, which has no kind.
  private func namedTokens(_ entities: [Entity], _ text: Text, _ tokens: [Token]) -> [(kind: Entity.Kind?, end: Int)?] {
    var named: [(kind: Entity.Kind?, end: Int)?] = .init(repeating: nil, count: tokens.count)
    var open: Int?
    for (number, token) in tokens.enumerated() where token.kind == .punctuation {
      if text.units[token.start] == 0x201C {
        open = number + 1
      } else {
        // A name has no marks in it.
        if text.units[token.start] == 0x201D, let start = open, start + 1 < number { named[start] = (nil, number) }
        open = nil
      }
    }
    var token = 0
    for entity in entities where [.person, .place, .organization, .title].contains(entity.kind) {
      while token < tokens.count, tokens[token].start < entity.range.lowerBound { token += 1 }
      var start = token
      var end = start
      while end < tokens.count, tokens[end].end <= entity.range.upperBound { end += 1 }
      if entity.kind == .title {
        start += 1
        end -= 1
      }
      if start < end { named[start] = (entity.kind, end) }
    }
    return named
  }

  /// Whether a token is white space between two words of Latin letters; of two lines, only where the second does not begin
  /// with a capital.
  @inline(__always)
  private func isJoint(_ tokens: [Token], _ text: Text, _ place: Int) -> Bool {
    guard tokens[place].kind == .space, tokens[place - 1].kind == .latin, tokens[place + 1].kind == .latin else { return false }
    if tokens[place].count == 1, text.units[tokens[place].start] == 0x20 { return true }
    let initial = text.units[tokens[place + 1].start]
    return tokens[place].count <= 3 && initial >= 0x61 && initial <= 0x7A
  }

  /// Calls `body` with each run of words from a token on that may be a candidate: the token after its last, the number of its
  /// words, its hash.
  @inline(__always)
  private func forEachRun(
    _ text: Text, _ tokens: [Token], _ words: [KeywordWord], from start: Int, _ body: (Int, Int, UInt64) -> Void
  ) {
    guard words[start].isPart else { return }
    var hash: UInt64 = 0
    var length = 0
    var wordCount = 0
    var place = start
    while place < tokens.count, wordCount < longest {
      let word = words[place]
      if !word.isPart {
        guard wordCount > 0, place + 1 < tokens.count, words[place + 1].isPart, isJoint(tokens, text, place) else { break }
        place += 1
        continue
      }
      wordCount += 1
      length += tokens[place].count
      hash = Self.mixed(hash, word.hash)
      place += 1
      if wordCount > 1 ? length >= max(minimumLength, 2) : word.isCandidate { body(place, wordCount, hash) }
    }
  }

  /// The hash of a word, without regard to case and width.
  static func hash(of letters: [UInt16]) -> UInt64 {
    letters.reduce(0xCBF2_9CE4_8422_2325) { mixed($0, UInt64(folded($1))) }
  }

  @inline(__always)
  private static func folded(_ unit: UInt16) -> UInt16 {
    let unit = unit.halfWidth
    return unit >= 0x41 && unit <= 0x5A ? unit | 0x20 : unit
  }

  @inline(__always)
  static func mixed(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    let mixed = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 29)
  }
}
