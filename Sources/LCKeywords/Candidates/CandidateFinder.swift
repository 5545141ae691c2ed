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
  /// How many documents of the background hold it.
  var documentFrequency: Int32 = 0
}

/// Finds candidates among tokens: content words of two characters or more, and runs of up to four adjacent ones.
struct CandidateFinder: Sendable {
  let stopWords: StopWords
  let background: DocumentFrequency
  let minimumLength: Int
  /// The most words of a candidate.
  let longest: Int

  /// What each token is.
  ///
  /// - Complexity: O(tokens).
  func words(of text: Text, _ tokens: [Token]) -> [KeywordWord] {
    var folded: [UInt16] = []
    return text.units.withUnsafeBufferPointer { units in
      tokens.map { token in
        var word = KeywordWord(wordClass: KeywordWordClass(token.tag, token.kind))
        guard token.kind == .word || token.kind == .latin else { return word }
        folded.removeAll(keepingCapacity: true)
        for place in token.start..<token.end {
          let unit = units[place].halfWidth
          folded.append(unit >= 0x41 && unit <= 0x5A ? unit | 0x20 : unit)
        }
        folded.withUnsafeBufferPointer { letters in
          word.hash = letters.reduce(0xCBF2_9CE4_8422_2325) { Self.mixed($0, UInt64($1)) }
          let isLong = token.count >= 2 || (token.kind == .word && word.wordClass.mayBeShort)
          guard isLong, !stopWords.contains(letters) else { return }
          word.isPart = true
          word.isCandidate = token.count >= max(minimumLength, 2) && word.wordClass != .number
          word.documentFrequency = Int32(clamping: background.count(of: letters))
        }
        if minimumLength < 2, token.count >= minimumLength, word.isPart { word.isCandidate = true }
        return word
      }
    }
  }

  /// The candidates of a document.
  ///
  /// - Complexity: O(tokens).
  func candidates(in text: Text, _ tokens: [Token], _ words: [KeywordWord]) -> CandidateList {
    var list = CandidateList()
    var table = CandidateTable()
    forEachRun(text, tokens, words) { start, end, wordCount, hash in
      let number = Int(table.number(hash, orNew: Int32(list.candidates.count)))
      let occurrence = Int32(list.occurrences.count)
      list.occurrences.append(Occurrence(start: Int32(start), end: Int32(end), next: -1))
      if number == list.candidates.count {
        list.candidates.append(
          Candidate(
            firstToken: Int32(start), wordCount: Int32(wordCount), count: 1, firstOccurrence: occurrence,
            lastOccurrence: occurrence))
      } else {
        list.occurrences[Int(list.candidates[number].lastOccurrence)].next = occurrence
        list.candidates[number].lastOccurrence = occurrence
        list.candidates[number].count += 1
      }
    }
    return list
  }

  /// Whether a token is white space between two words of Latin letters; of two lines, only where the second does not begin
  /// with a capital.
  @inline(__always)
  private func isJoint(_ tokens: [Token], _ units: UnsafeBufferPointer<UInt16>, _ place: Int) -> Bool {
    guard tokens[place].kind == .space, tokens[place - 1].kind == .latin, tokens[place + 1].kind == .latin else { return false }
    if tokens[place].count == 1, units[tokens[place].start] == 0x20 { return true }
    let initial = units[tokens[place + 1].start]
    return tokens[place].count <= 3 && initial >= 0x61 && initial <= 0x7A
  }

  /// Calls `body` with each run of words that may be a candidate: its first token, the one after its last, the number of its
  /// words, its hash.
  @inline(__always)
  private func forEachRun(
    _ text: Text, _ tokens: [Token], _ words: [KeywordWord], _ body: (Int, Int, Int, UInt64) -> Void
  ) {
    text.units.withUnsafeBufferPointer { forEachRun($0, tokens, words, body) }
  }

  @inline(__always)
  private func forEachRun(
    _ units: UnsafeBufferPointer<UInt16>, _ tokens: [Token], _ words: [KeywordWord], _ body: (Int, Int, Int, UInt64) -> Void
  ) {
    for start in tokens.indices where words[start].isPart {
      var hash: UInt64 = 0
      var length = 0
      var wordCount = 0
      var hasContent = false
      var place = start
      while place < tokens.count, wordCount < longest {
        let word = words[place]
        if !word.isPart {
          guard wordCount > 0, place + 1 < tokens.count, words[place + 1].isPart, isJoint(tokens, units, place) else { break }
          place += 1
          continue
        }
        wordCount += 1
        length += tokens[place].count
        hasContent = hasContent || word.isCandidate
        hash = Self.mixed(hash, word.hash)
        place += 1
        if wordCount == 1 ? word.isCandidate : hasContent || length >= 2, length >= minimumLength {
          body(start, place, wordCount, hash)
        }
      }
    }
  }

  @inline(__always)
  static func mixed(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    let mixed = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 29)
  }
}
