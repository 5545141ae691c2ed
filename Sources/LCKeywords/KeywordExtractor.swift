public import LCLexicon
internal import LCSegmentation
public import LCTextModel
internal import LCTokenizer

/// The words and phrases that an editor would put in the headline, or that a text would be filed under.
///
/// Candidates are content words and runs of up to four adjacent ones; a linear model scores them by frequency, rarity in a
/// broad collection, position, length, parts of speech and cohesion (``KeywordModel``).
///
///     let keywords = try KeywordExtractor().keywords(in: article)
///     keywords.map(\.text)   // ["摘星夺旗", "交通运输局", …]
///
/// It is safe to use from several threads at once.
public struct KeywordExtractor: Sendable {
  /// How candidates are scored.
  public enum Method: String, Sendable, CaseIterable {
    /// By learned weights.
    case linear
    /// By term frequency and inverse document frequency alone (Sparck Jones 1972; Salton and Buckley 1988).
    case tfidf
    /// By a random walk over words that stand near each other (Mihalcea and Tarau 2004).
    case textrank
  }

  /// What to extract.
  public struct Options: Sendable {
    /// The most keywords to give.
    public var top = 10
    /// What they are for.
    public var preset = KeywordPreset.headline
    /// How they are scored.
    public var method = Method.linear
    /// The fewest UTF-16 units a keyword has.
    public var minimumLength = 2
    /// Whether a word and a part of it may both be keywords; `nil` leaves it to the preset: topics have names that hold each
    /// other, headlines have no room for them.
    public var mayHoldParts: Bool?
    /// Whether only persons, places, organisations and titled works are wanted.
    public var isOnlyEntities = false
    /// Words that are never part of a keyword, beside the program's stop words.
    public var stopWords: [String] = []
    /// Words that no keyword may hold.
    public var excluded: [String] = []
    /// Words that come first, whatever their score, where the document has them.
    public var required: [String] = []
    /// The background that words stand out against; `nil` for the program's own.
    public var background: DocumentFrequency?
    /// Whether to fill ``Keyword/contributions``.
    public var isExplaining = false

    /// Makes options with their defaults.
    public init() {}
  }

  /// The most words of a phrase.
  static let longestPhrase = 4

  private let options: Options
  private let finder: CandidateFinder
  private let tokenizer: Tokenizer
  private let segmenter: SentenceSegmenter
  private let model: KeywordModel

  /// Makes an extractor with the program's own stop words and background.
  ///
  /// - Parameters:
  ///   - options: what to extract.
  ///   - dictionary: words of the user's own that stay whole.
  /// - Throws: ``LexiconError`` or ``SegmentationError`` when the program's own data are damaged.
  public init(options: Options = Options(), dictionary: UserDictionary? = nil) throws {
    self.options = options
    finder = CandidateFinder(
      stopWords: try .embedded(), background: try options.background ?? .embedded(),
      minimumLength: max(1, options.minimumLength), longest: options.method == .linear ? Self.longestPhrase : 1,
      ownStopWords: Set(options.stopWords.map { CandidateFinder.hash(of: Array($0.utf16)) }))
    tokenizer = try Tokenizer(dictionary: dictionary, isTagging: true)
    segmenter = try SentenceSegmenter()
    model = try .embedded()
  }

  /// The keywords of a document, best first; of equal ones the earlier first.
  ///
  /// - Parameters:
  ///   - text: the document.
  ///   - title: its headline, where it stands apart.
  ///   - tokens: its tokens with their tags, where they are known already.
  /// - Complexity: O(n + k log k) for a text of n units with k candidates.
  public func keywords(in text: Text, title: Text? = nil, tokens: [Token]? = nil) -> [Keyword] {
    guard options.top > 0 else { return [] }
    let (text, titleLength) = Self.joined(text, title: options.preset == .topic ? title : nil)
    let known = titleLength == 0 ? tokens : nil
    let document = KeywordDocument(
      text, known ?? tokenizer.tokens(in: text), titleLength: titleLength, finder, segmenter)
    let candidates = document.list.candidates
    let scores = scores(document)
    var order: [(score: Double, number: Int)] = []
    for number in candidates.indices where options.method == .linear || scores[number] > 0 {
      if options.isOnlyEntities, candidates[number].entity == nil { continue }
      order.append((scores[number], number))
    }
    let excluded = options.excluded.map { Array($0.utf16) }
    let mayHoldParts = options.mayHoldParts ?? (options.preset == .topic)
    var kept = required(in: document, scores, titleLength)
    var ranges = kept.compactMap(\.ranges.first).map { $0.lowerBound + titleLength..<$0.upperBound + titleLength }
    for (_, number) in BestFirst(order) {
      if kept.count >= options.top { break }
      if document.list.isPartOfName(candidates[number]) { continue }
      let range = Self.range(of: candidates[number], in: document)
      if excluded.contains(where: { text.firstPlace(of: $0, in: range) != nil }) { continue }
      if ranges.contains(where: { text.units[$0] == text.units[range] }) { continue }
      if !mayHoldParts, ranges.contains(where: { Self.isPart($0, range, of: text) }) { continue }
      ranges.append(range)
      kept.append(keyword(candidates[number], text.string(in: range), scores[number], in: document, titleLength))
    }
    return kept
  }

  /// Whether one of two words is part of the other.
  private static func isPart(_ one: Range<Int>, _ other: Range<Int>, of text: Text) -> Bool {
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    return text.firstPlace(of: text.units[short], in: long) != nil
  }

  /// The required words that the document has, in the order they were given.
  private func required(in document: KeywordDocument, _ scores: [Double], _ titleLength: Int) -> [Keyword] {
    var found: [Keyword] = []
    for word in options.required where found.count < options.top {
      let units = Array(word.utf16)
      let body = titleLength..<document.text.count
      var ranges: [Range<Int>] = []
      while let place = document.text.firstPlace(of: units, in: (ranges.last?.upperBound ?? body.lowerBound)..<body.upperBound) {
        ranges.append(place..<place + units.count)
      }
      if ranges.isEmpty { continue }
      let number = document.list.candidates.firstIndex { document.text.string(in: Self.range(of: $0, in: document)) == word }
      found.append(
        Keyword(
          text: word, score: number.map { scores[$0] } ?? 0,
          ranges: ranges.map { $0.lowerBound - titleLength..<$0.upperBound - titleLength }))
    }
    return found
  }

  private func scores(_ document: KeywordDocument) -> [Double] {
    switch options.method {
    case .tfidf:
      document.list.candidates.map {
        let weight = document.weight(of: $0)
        return weight.frequency + weight.position
      }
    case .textrank: TextRank.scores(document)
    case .linear:
      model.weights(for: options.preset, isLatin: document.isInLatinLetters).withUnsafeBufferPointer { weights in
        document.list.candidates.map { candidate in
          var score = 0.0
          document.forEachFeature(of: candidate) { score += weights[$0] * $1 }
          return score
        }
      }
    }
  }

  private func keyword(_ candidate: Candidate, _ word: String, _ score: Double, in document: KeywordDocument, _ titleLength: Int)
    -> Keyword
  {
    var keyword = Keyword(text: word, score: score, ranges: [])
    document.list.forEachOccurrence(of: candidate) { occurrence in
      let start = document.tokens[Int(occurrence.start)].start - titleLength
      let end = document.tokens[Int(occurrence.end) - 1].end - titleLength
      if start >= 0 { keyword.ranges.append(start..<end) }
    }
    guard options.isExplaining else { return keyword }
    switch options.method {
    case .tfidf:
      let weight = document.weight(of: candidate)
      keyword.contributions = [
        .init(feature: "tf_idf", value: weight.frequency), .init(feature: "position", value: weight.position),
      ]
    case .textrank: keyword.contributions = [.init(feature: "textrank", value: score)]
    case .linear:
      let weights = model.weights(for: options.preset, isLatin: document.isInLatinLetters)
      document.forEachFeature(of: candidate) { number, value in
        if weights[number] == 0 { return }
        keyword.contributions.append(.init(feature: KeywordFeature.names[number], value: weights[number] * value))
      }
    }
    return keyword
  }

  /// A text with its headline before it, and the units of that with its line end.
  static func joined(_ text: Text, title: Text?) -> (text: Text, titleLength: Int) {
    guard let title, !title.isEmpty else { return (text, 0) }
    return (Text(units: title.units + [0x0A] + text.units), title.count + 1)
  }

  /// Which words of a headline a text supports, and what the headline lacks.
  ///
  /// - Complexity: O(n).
  public func check(headline: Text, of text: Text) -> HeadlineCheck {
    var check = HeadlineCheck()
    let tokens = tokenizer.tokens(in: headline)
    let words = finder.words(of: headline, tokens)
    for (token, word) in zip(tokens, words) where word.isCandidate {
      let isSupported = text.firstPlace(of: headline.units[token.range], in: text.range) != nil
      if isSupported { check.supported.append(token.range) } else { check.unsupported.append(token.range) }
    }
    check.lacking = keywords(in: text).prefix(Self.strongCount).filter { keyword in
      headline.firstPlace(of: Array(keyword.text.utf16), in: headline.range) == nil
    }
    return check
  }

  /// How many of the best keywords a headline is expected to have.
  private static let strongCount = 5

  /// Where a candidate stands first.
  static func range(of candidate: Candidate, in document: KeywordDocument) -> Range<Int> {
    let first = document.list.occurrences[Int(candidate.firstOccurrence)]
    return document.tokens[Int(first.start)].start..<document.tokens[Int(first.end) - 1].end
  }
}
