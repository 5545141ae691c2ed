internal import LCLexicon
internal import LCSegmentation
internal import LCTextModel
internal import LCTokenizer

/// A document with its candidates and what their features are made of, worked out once.
struct KeywordDocument {
  let text: Text
  let tokens: [Token]
  let words: [KeywordWord]
  let list: CandidateList
  /// The logarithm of each word's share of the tokens.
  private let logShares: [Double]
  private let sentences: [Range<Int>]
  /// The sentence of each token.
  private let sentenceOf: [Int32]
  private let paragraphEnd: Int
  /// How often each word occurs, by the token.
  private let wordCounts: [Int32]
  /// The most words of a phrase that occurs twice or more and holds the token.
  private let repeated: [UInt8]
  /// The units of the headline that the text begins with, its line end included.
  private let titleLength: Int
  private let largestWeight: Double
  private let isLatin: Bool
  /// Where the features begin that count by the size of the document.
  private let sizeOffset: Int

  init(
    _ text: Text, _ tokens: [Token], titleLength: Int = 0, _ finder: CandidateFinder, _ segmenter: SentenceSegmenter
  ) {
    self.text = text
    self.tokens = tokens
    words = finder.words(of: text, tokens)
    list = finder.candidates(in: text, tokens, words, entities: EntityFinder().entities(in: text, tokens))
    sentences = segmenter.sentences(in: text).map(\.range)
    self.titleLength = titleLength
    paragraphEnd = text.units[titleLength...].firstIndex(of: 0x0A) ?? text.count

    var sentenceOf = [Int32](repeating: 0, count: tokens.count)
    var sentence = 0
    for (number, token) in tokens.enumerated() {
      while sentence + 1 < sentences.count, sentences[sentence + 1].lowerBound <= token.start { sentence += 1 }
      sentenceOf[number] = Int32(sentence)
    }
    self.sentenceOf = sentenceOf

    var counts = HashNumbers()
    var totals: [Int32] = []
    var wordNumbers = [Int32](repeating: -1, count: tokens.count)
    for (number, word) in words.enumerated() where word.isPart {
      let place = counts.number(word.hash)
      if place == totals.count { totals.append(0) }
      totals[place] += 1
      wordNumbers[number] = Int32(place)
    }
    wordCounts = wordNumbers.map { $0 < 0 ? 0 : totals[Int($0)] }
    let shares = totals.map { Mathematics.binaryLogarithm(Double($0) / Double(tokens.count)) }
    logShares = wordNumbers.map { $0 < 0 ? 0 : shares[Int($0)] }

    var repeated = [UInt8](repeating: 0, count: tokens.count)
    var largest = 0.0
    for candidate in list.candidates {
      if candidate.wordCount == 1 {
        largest = max(
          largest, Double(candidate.count) * words[Int(list.occurrences[Int(candidate.firstOccurrence)].start)].rarity)
      } else if candidate.count > 1 {
        list.forEachOccurrence(of: candidate) { occurrence in
          for place in Int(occurrence.start)..<Int(occurrence.end) {
            repeated[place] = max(repeated[place], UInt8(candidate.wordCount))
          }
        }
      }
    }
    self.repeated = repeated
    largestWeight = largest
    isLatin = tokens.lazy.prefix(200).count { $0.kind == .latin } > tokens.lazy.prefix(200).count { $0.kind == .word }
    // In Latin letters it is the kind of text that tells: news quotes, abstracts do not.
    let isNews = isLatin && (sentences.count > 15 || text.units.contains { $0 == 0x22 || $0 == 0x201C })
    sizeOffset = RankingFeatures.sizeOffset(
      length: tokens.count, limits: isLatin ? (120, isNews ? 120 : .max) : (120, 400), plainCount: KeywordFeature.plainCount)
  }

  /// Whether the document is in Latin letters.
  var isInLatinLetters: Bool { isLatin }

  /// How much more a word weighs in the first sentence, and at the very beginning; headlines take their words from there.
  private static let firstSentenceWeight = 2.0
  private static let earlyWeight = 1.0

  /// The weight of a word by term frequency and inverse document frequency, and what its place adds.
  func weight(of candidate: Candidate) -> (frequency: Double, position: Double) {
    let start = Int(list.occurrences[Int(candidate.firstOccurrence)].start)
    let word = words[start]
    guard word.wordClass.isTerm else { return (0, 0) }
    let frequency = Double(candidate.count) * word.rarity
    let place = Double(tokens[start].start) / Double(max(text.count, 1))
    let position = (sentenceOf[start] == 0 ? Self.firstSentenceWeight : 0) + Self.earlyWeight * max(0, 1 - 2 * place)
    return (frequency, frequency * position)
  }

  /// Calls `body` with the number and value of each feature of a candidate that is not 0.
  ///
  /// - Complexity: O(occurrences).
  @inline(__always)
  func forEachFeature(of candidate: Candidate, _ body: (Int, Double) -> Void) {
    forEachPlainFeature(of: candidate) { number, value in
      body(number, value)
      body(sizeOffset + number, value)
    }
  }

  @inline(__always)
  private func forEachPlainFeature(of candidate: Candidate, _ body: (Int, Double) -> Void) {
    let first = list.occurrences[Int(candidate.firstOccurrence)]
    let last = list.occurrences[Int(candidate.lastOccurrence)]
    let (start, end) = (Int(first.start), Int(first.end))
    let count = Int(candidate.count)
    let wordCount = Int(candidate.wordCount)
    let length = Double(max(text.count, 1))

    body(KeywordFeature.count + RankingFeatures.step(count, [1, 2, 3, 5, 9]), 1)
    body(KeywordFeature.logCount, Mathematics.binaryLogarithm(Double(count) + 1) / 4)

    var sum = 0.0
    var least = Double.infinity
    var most = 0.0
    var rarest = Int32.max
    var commonest: Int32 = 0
    var product = 0.0
    for place in start..<end where words[place].isPart {
      let rarity = words[place].rarity
      sum += rarity
      least = min(least, rarity)
      most = max(most, rarity)
      rarest = min(rarest, wordCounts[place])
      commonest = max(commonest, wordCounts[place])
      product += logShares[place]
      if words[place].isUnknown { body(KeywordFeature.unknown, 1 / Double(wordCount)) }
    }
    // A name may consist of stop words and marks alone.
    if rarest == .max { (least, rarest) = (0, candidate.count) }
    let mean = sum / Double(wordCount)
    body(KeywordFeature.rarity, mean / 16)
    body(KeywordFeature.rarityLeast, least / 16)
    body(KeywordFeature.rarityMost, most / 16)
    if let entity = candidate.entity { body(KeywordFeature.entity + entity.number, 1) }
    if largestWeight > 0 { body(KeywordFeature.relativeWeight, min(2, Double(count) * mean / largestWeight)) }

    let firstPlace = tokens[start].start
    let sentence = Int(sentenceOf[start])
    if sentence == 0 {
      body(KeywordFeature.firstSentence, 1)
      if wordCount > 1 { body(KeywordFeature.firstSentenceLong, 1) }
    }
    if sentence < 3 { body(KeywordFeature.firstSentences, 1) }
    if firstPlace < paragraphEnd { body(KeywordFeature.firstParagraph, 1) }
    body(KeywordFeature.firstPosition, 1 - Double(firstPlace) / length)
    body(KeywordFeature.logFirst, Mathematics.binaryLogarithm(Double(firstPlace) + 2) / 10)
    let lastPlace = tokens[Int(last.start)].start
    body(KeywordFeature.lastPosition, Double(lastPlace) / length)
    body(KeywordFeature.spread, Double(lastPlace - firstPlace) / length)
    if sentence < sentences.count {
      let range = sentences[sentence]
      let order = Double(firstPlace - range.lowerBound)
      if order == 0 { body(KeywordFeature.startsSentence, 1) }
      body(KeywordFeature.orderInSentence, order / Double(max(range.count, 1)))
    }

    let units = tokens[end - 1].end - firstPlace
    if isLatin {
      body(KeywordFeature.length + RankingFeatures.step(units / 3, [2, 3, 4, 5, 6, 8]), 1)
    } else {
      body(KeywordFeature.length + RankingFeatures.step(units, [2, 3, 4, 5, 6, 8]), 1)
    }
    body(KeywordFeature.wordCount + wordCount - 1, 1)
    body(KeywordFeature.firstClass + Int(words[start].wordClass.rawValue), 1)
    body(KeywordFeature.lastClass + Int(words[end - 1].wordClass.rawValue), 1)
    if wordCount == 1 { body(KeywordFeature.singleClass + Int(words[start].wordClass.rawValue), 1) }

    var inside = 0
    var quoted = 0
    var bookTitle = 0
    var sentenceCount = 0
    var lastSentence: Int32 = -1
    list.forEachOccurrence(of: candidate) { occurrence in
      let (start, end) = (Int(occurrence.start), Int(occurrence.end))
      if Int(repeated[start]) > wordCount, Int(repeated[end - 1]) > wordCount { inside += 1 }
      let before = start > 0 ? text.units[tokens[start].start - 1] : 0
      if before == 0x201C || before == 0x22 { quoted += 1 }
      if before == 0x300A { bookTitle += 1 }
      if sentenceOf[start] != lastSentence { sentenceCount += 1 }
      lastSentence = sentenceOf[start]
    }
    let share = 1 / Double(count)
    if inside > 0 { body(KeywordFeature.insideLonger, Double(inside) * share) }
    if quoted > 0 { body(KeywordFeature.quoted, Double(quoted) * share) }
    if bookTitle > 0 { body(KeywordFeature.bookTitle, Double(bookTitle) * share) }
    body(KeywordFeature.sentenceShare, Double(sentenceCount) / Double(max(sentences.count, 1)))
    if wordCount > 1 {
      body(KeywordFeature.shareOfRarest, Double(count) / Double(max(rarest, 1)))
      body(KeywordFeature.shareOfCommonest, Double(count) / Double(max(commonest, 1)))
      let together = Mathematics.binaryLogarithm(Double(count) / Double(tokens.count)) - product
      body(KeywordFeature.cohesion, together / (10 * Double(wordCount - 1)))
      if count > 1 { body(KeywordFeature.repeatedPhrase, 1) }
    }
    if start > 0, text.units[tokens[start].start - 1] == 0x7684 { body(KeywordFeature.behindOf, 1) }
    if end < tokens.count, text.units[tokens[end].start] == 0x7684 { body(KeywordFeature.beforeOf, 1) }
    if firstPlace < titleLength {
      body(KeywordFeature.inTitle, 1)
      if wordCount > 1 { body(KeywordFeature.titlePhrase, 1) }
      if start == 0 { body(KeywordFeature.startsTitle, 1) }
      if count == 1 { body(KeywordFeature.onlyInTitle, 1) }
    }
    if isLatin {
      let initial = text.units[firstPlace]
      if initial >= 0x41, initial <= 0x5A { body(KeywordFeature.isCapitalized, 1) }
      if let number = endingNumber(tokens[end - 1]) { body(KeywordFeature.ending + number, 1) }
      if wordCount > 1, let number = endingNumber(tokens[start]) { body(KeywordFeature.firstEnding + number, 1) }
    }
  }

  private static let endings = KeywordFeature.endings.map { Array($0.utf16) }

  private func endingNumber(_ token: Token) -> Int? {
    let units = text.units[token.range]
    return Self.endings.firstIndex { units.count > $0.count + 1 && units.suffix($0.count).elementsEqual($0) }
  }
}
