internal import LCSegmentation
public import LCTextModel

/// Extractive summaries: the sentences of a text that say most of it, in its own order.
///
/// A sentence scores by its place (news puts what matters first: the lead) and by its centrality
/// (``BigramCentrality``); a sentence that repeats what was chosen already is passed over.
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
    /// At most this share of the sentences, from 0 to 1; at least one.
    case ratio(Double)
    /// One run of clauses of about this many units, at most three times as many.
    case headline(characters: Int)
    /// One run of clauses of at most this many units.
    case clauses(characters: Int)
  }

  /// What a lead of a digest gains by each character it uses of those it may have; fitted on whole programmes.
  private static let fullness = 0.02

  private let units: UnitFinder
  private let model: HeadlineModel

  /// Makes a summarizer.
  ///
  /// - Throws: ``LexiconError`` or ``SegmentationError`` when the program's own data are damaged.
  public init() throws {
    units = UnitFinder(segmenter: try SentenceSegmenter())
    model = try .embedded()
  }

  /// The summary of a text; a text within the budget gives itself.
  ///
  /// - Complexity: O(n + s log s) for n units in s sentences.
  public func summary(of text: Text, budget: Budget) -> Summary {
    let sentences = units.sentences(in: text)
    let chosen: [Summary.Unit]
    switch budget {
    case .sentences(let count): chosen = Self.best(SentenceScores(sentences, in: text), count: count)
    case .ratio(let share):
      let count = max(1, Int((Double(sentences.count) * min(max(share, 0), 1)).rounded(.up)))
      chosen = Self.best(SentenceScores(sentences, in: text), count: count)
    case .characters(let limit): chosen = fitting(SentenceScores(sentences, in: text), in: text, limit: limit)
    case .headline(let length): chosen = headline(sentences, in: text, limit: 3 * length)
    case .clauses(let limit): chosen = headline(sentences, in: text, limit: limit, fullness: Self.fullness)
    }
    let ordered = chosen.sorted { $0.range.lowerBound < $1.range.lowerBound }
    return Summary(units: ordered, text: Self.print(ordered, in: text))
  }

  private static func best(_ scored: SentenceScores, count: Int) -> [Summary.Unit] {
    scored.ranking.prefix(max(0, count)).map { Summary.Unit(range: scored.sentences[$0], score: scored.scores[$0]) }
  }

  /// The best sentences that fit together; when not even one fits, the best run of clauses that does.
  private func fitting(_ scored: SentenceScores, in text: Text, limit: Int) -> [Summary.Unit] {
    var left = limit
    var chosen: [Summary.Unit] = []
    for index in scored.ranking {
      let length = text.singleLine(scored.sentences[index]).count
      guard length <= left else { continue }
      left -= length + 1
      chosen.append(Summary.Unit(range: scored.sentences[index], score: scored.scores[index]))
    }
    return chosen.isEmpty ? clause(scored, in: text, limit: limit, wanted: limit) : chosen
  }

  /// The run of clauses that is most like a headline, by learned weights; of equal ones the first.
  ///
  /// - Parameter fullness: what each character of the limit that is used adds.
  private func headline(
    _ sentences: [Range<Int>], in text: Text, limit: Int, fullness: Double = 0
  ) -> [Summary.Unit] {
    let document = HeadlineDocument(text, sentences, units, limit: limit)
    let weights = model.weights
    var best: Summary.Unit?
    for item in document.spans {
      var score = fullness * Double(item.span.range.count)
      document.forEachFeature(of: item) { score += weights[$0] * $1 }
      if score > best?.score ?? -.infinity { best = Summary.Unit(range: item.span.range, score: score) }
    }
    return best.map { [$0] } ?? []
  }

  /// The best run of clauses of the lead, or of the next sentence that has one short enough.
  private func clause(_ scored: SentenceScores, in text: Text, limit: Int, wanted: Int) -> [Summary.Unit] {
    for sentence in scored.sentences {
      let spans = units.clauseSpans(of: sentence, in: text, limit: limit).map(\.range)
      let best = spans.max { scored.clauseScore($0, in: text, wanted: wanted) < scored.clauseScore($1, in: text, wanted: wanted) }
      if let best { return [Summary.Unit(range: best, score: scored.clauseScore(best, in: text, wanted: wanted))] }
    }
    return []
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

/// The scores of a text's sentences.
struct SentenceScores {
  let sentences: [Range<Int>]
  private(set) var scores: [Double]
  private let centrality: BigramCentrality

  /// How much the first sentence counts against full centrality, and how fast that fades; fitted on news items with
  /// their leads removed, see `Guides/Summaries.md`.
  private static let positionWeight = 0.25
  /// Shorter sentences say little by themselves.
  private static let shortLength = 12

  init(_ sentences: [Range<Int>], in text: Text) {
    self.sentences = sentences
    let centrality = BigramCentrality(sentences, in: text)
    self.centrality = centrality
    scores = sentences.enumerated().map { number, range in
      let position = Self.positionWeight / Double(1 + number)
      let shortness = min(1, Double(range.count) / Double(Self.shortLength))
      return (centrality.score(range, in: text) + position) * shortness
    }
  }

  /// The sentences' numbers, best first; of equal ones the earlier first.
  var ranking: [Int] {
    scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  }

  /// The score of a run of clauses: central, and about as long as wanted.
  func clauseScore(_ range: Range<Int>, in text: Text, wanted: Int) -> Double {
    let distance = Double(abs(range.count - wanted)) / Double(max(wanted, 1))
    return centrality.score(range, in: text) - 0.5 * distance
  }
}
