internal import LCSegmentation
public import LCTextModel

/// Extractive summaries: the sentences of a text that say most of it, in its own order.
///
/// A sentence scores by learned weights of its place, its length and how like the others it is (``SentenceModel``), or by one
/// of the untrained methods; one that repeats what was chosen already counts less.
///
///     let summary = try Summarizer().summary(of: article, budget: .characters(120))
///     summary.text
public struct Summarizer: Sendable {
  /// How long a summary may be.
  public enum Budget: Sendable, Hashable {
    /// At most this many sentences.
    case sentences(Int)
    /// At most this many UTF-16 units of printed text; where no sentence fits, a run of clauses.
    case characters(Int)
    /// This share of the sentences, from 0 to 1, rounded; at least one.
    case ratio(Double)
    /// One run of clauses of about this many units, at most three times as many.
    case headline(characters: Int)
    /// One run of clauses of at most this many units.
    case clauses(characters: Int)
  }

  /// How sentences are scored.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// By learned weights.
    case linear
    /// The first ones.
    case lead
    /// By how often a random walk over the sentences comes to each (Mihalcea and Tarau 2004).
    case textrank
    /// By how much of what the text repeats they hold (Radev et al. 2004).
    case centroid
  }

  /// What a summary is to be about.
  public struct Focus: Sendable {
    /// Sentences that share more with it count more.
    public var query: Text?
    /// For each of these that the text has, a sentence that has it is chosen.
    public var required: [Text] = []

    /// Makes a focus on nothing.
    public init() {}
  }

  /// What a lead of a digest loses by each character, so that an issue is told in few; fitted on whole programmes.
  private static let brevity = 0.042
  /// What a run of clauses in place of a summary gains by each character it uses of those it may have.
  private static let fullness = 0.02
  /// What a sentence loses that has nothing but what was chosen already.
  private static let redundancy = 4.0
  /// What a sentence gains that has the whole query.
  private static let queryWeight = 12.0

  private let units: UnitFinder
  private let model: HeadlineModel
  private let sentenceModel: SentenceModel
  private let reader: GramReader
  private let method: Method

  /// Makes a summarizer.
  ///
  /// - Throws: ``LexiconError`` or ``SegmentationError`` when the program's own data are damaged.
  public init(method: Method = .linear) throws {
    units = UnitFinder(segmenter: try SentenceSegmenter(), verbs: try ClauseVerbs())
    model = try .embedded()
    sentenceModel = try .embedded()
    reader = GramReader()
    self.method = method
  }

  /// The summary of a text; a text within the budget gives itself.
  ///
  /// - Complexity: O(n + s · k) for n units in s sentences, k of which are chosen; a budget of characters takes O(s · budget).
  public func summary(of text: Text, budget: Budget, focus: Focus = Focus()) -> Summary {
    let sentences = units.sentences(in: text)
    return summary(of: text, sentences, BigramSums(sentences, in: text), budget, focus)
  }

  /// Summaries of one text for several budgets, which share the work of reading it; see ``summary(of:budget:focus:)``.
  public func summaries(of text: Text, budgets: [Budget], focus: Focus = Focus()) -> [Summary] {
    let sentences = units.sentences(in: text)
    let pairs = BigramSums(sentences, in: text)
    return budgets.map { summary(of: text, sentences, pairs, $0, focus) }
  }

  private func summary(
    of text: Text, _ sentences: [Range<Int>], _ pairs: BigramSums, _ budget: Budget, _ focus: Focus
  ) -> Summary {
    let chosen: [Summary.Unit]
    switch budget {
    case .sentences(let count): chosen = choice(sentences, in: text, pairs, focus).best(count)
    case .ratio(let share):
      chosen = choice(sentences, in: text, pairs, focus)
        .best(max(1, Int((Double(sentences.count) * min(max(share, 0), 1)).rounded())))
    case .characters(let limit):
      let fitting = choice(sentences, in: text, pairs, focus).fitting(limit)
      chosen = fitting.isEmpty ? headline(sentences, in: text, pairs, limit: limit, fullness: Self.fullness) : fitting
    case .headline(let length): chosen = headline(sentences, in: text, pairs, limit: 3 * length)
    case .clauses(let limit): chosen = headline(sentences, in: text, pairs, limit: limit, fullness: -Self.brevity)
    }
    let ordered = chosen.sorted { $0.range.lowerBound < $1.range.lowerBound }
    return Summary(
      units: ordered, text: Self.print(ordered, in: text), notes: notes(ordered, of: sentences, in: text, focus))
  }

  private func notes(_ chosen: [Summary.Unit], of sentences: [Range<Int>], in text: Text, _ focus: Focus) -> [Summary.Note] {
    if sentences.isEmpty { return [.noSentence] }
    var notes: [Summary.Note] = chosen.isEmpty ? [.nothingFits] : []
    if let query = focus.query, BigramStatistics(sentences, in: text, reader).shares(of: query).allSatisfy({ $0 == 0 }) {
      notes.append(.queryNotFound)
    }
    let has = { (word: Text) in chosen.contains { text.units[$0.range].firstRange(of: word.units) != nil } }
    if !focus.required.allSatisfy(has) { notes.append(.requiredNotFound) }
    return notes
  }

  // MARK: - Sentences

  private func choice(
    _ sentences: [Range<Int>], in text: Text, _ pairs: BigramSums, _ focus: Focus
  ) -> SentenceChoice {
    let document = SentenceDocument(text, sentences, pairs, reader)
    var scores: [Double]
    switch method {
    case .linear: scores = sentenceModel.scores(document)
    case .lead: scores = sentences.indices.map { -Double($0) }
    case .textrank: scores = document.ranks.map { 10 * $0 }
    case .centroid: scores = sentences.map { 20 * pairs.centrality($0) }
    }
    if let query = focus.query {
      for (number, share) in document.statistics.shares(of: query).enumerated() { scores[number] += Self.queryWeight * share }
    }
    let required = focus.required.compactMap { word in
      sentences.indices.filter { text.units[sentences[$0]].firstRange(of: word.units) != nil }
        .max { (scores[$0], $1) < (scores[$1], $0) }
    }
    return SentenceChoice(
      document: document, text: text, scores: scores, required: required, redundancy: method == .lead ? 0 : Self.redundancy)
  }

  // MARK: - Clauses

  /// The run of clauses that is most like a headline, by learned weights; of equal ones the first.
  ///
  /// - Parameter fullness: what each character of the limit that is used adds.
  private func headline(
    _ sentences: [Range<Int>], in text: Text, _ pairs: BigramSums, limit: Int, fullness: Double = 0
  ) -> [Summary.Unit] {
    let document = HeadlineDocument(text, sentences, pairs, units, limit: limit)
    let weights = model.weights
    let hasWhole = document.spans.contains { $0.span.isWhole }
    var best: Summary.Unit?
    for item in document.spans where item.span.isWhole || !hasWhole {
      var score = fullness * Double(item.span.range.count)
      document.forEachFeature(of: item) { score += weights[$0] * $1 }
      if score > best?.score ?? -.infinity { best = Summary.Unit(range: item.span.range, score: score) }
    }
    return best.map { [$0] } ?? []
  }

  /// The units as one line; a space between units that end in a letter of a script with spaces.
  private static func print(_ units: [Summary.Unit], in text: Text) -> String {
    var printed = ""
    for unit in units {
      let piece = text.singleLine(unit.range).string
      if let last = printed.unicodeScalars.last, last.value < 0x2000 { printed += " " }
      printed += piece
    }
    return printed
  }
}
