public import LCLexicon
internal import LCSegmentation
public import LCTextModel
internal import LCTokenizer

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The words that an editor would put in the headline, by term frequency and inverse document frequency.
///
/// A word's weight is its number of occurrences times the logarithm of how rare it is in a broad collection (Sparck Jones
/// 1972; Salton and Buckley 1988), and more when it stands early in the document: headlines take their words from the first
/// sentences. A candidate that is part of a better one is left out.
///
///     let keywords = try KeywordExtractor().keywords(in: article)
///     keywords.map(\.text)   // ["摘星夺旗", "交通运输局", …]
public struct KeywordExtractor: Sendable {
  /// What to extract.
  public struct Options: Sendable {
    /// The most keywords to give.
    public var top = 10
    /// The fewest UTF-16 units a keyword has.
    public var minimumLength = 2
    /// Whether to fill ``Keyword/contributions``.
    public var isExplaining = false

    /// Makes options with their defaults.
    public init() {}
  }

  /// How much the first tenth of a document counts beyond its words' frequency; see `Guides/Keywords.md`.
  private static let positionWeight = 1.0

  private let options: Options
  private let finder: CandidateFinder
  private let tokenizer: Tokenizer

  /// Makes an extractor with the program's own stop words and background.
  ///
  /// - Parameters:
  ///   - options: what to extract.
  ///   - dictionary: words of the user's own that stay whole.
  /// - Throws: ``LexiconError`` or ``SegmentationError`` when the program's own data are damaged.
  public init(options: Options = Options(), dictionary: UserDictionary? = nil) throws {
    self.options = options
    finder = CandidateFinder(
      stopWords: try .embedded(), background: try .embedded(), minimumLength: max(1, options.minimumLength))
    tokenizer = try Tokenizer(dictionary: dictionary)
  }

  /// The keywords of a document, best first; of equal ones the earlier first.
  ///
  /// - Parameters:
  ///   - text: the document.
  ///   - tokens: its tokens, where they are known already.
  /// - Complexity: O(n + k log k) for a text of n units with k candidates.
  public func keywords(in text: Text, tokens: [Token]? = nil) -> [Keyword] {
    let candidates = finder.candidates(in: text, tokens ?? tokenizer.tokens(in: text))
    let scored = candidates.map { score($0, length: text.count) }
      .enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element)
    return Array(Self.withoutParts(scored, top: options.top))
  }

  private func score(_ candidate: Candidate, length: Int) -> Keyword {
    let rarity = log2(Double(finder.background.documentCount) / Double(candidate.documentFrequency + 1))
    let frequency = Double(candidate.ranges.count) * max(rarity, 0)
    let first = Double(candidate.ranges.first?.lowerBound ?? 0) / Double(max(length, 1))
    let position = frequency * Self.positionWeight * max(0, 1 - first * 2)
    var contributions: [Keyword.Contribution] = []
    if options.isExplaining {
      contributions = [.init(feature: "tf_idf", value: frequency), .init(feature: "position", value: position)]
    }
    return Keyword(
      text: candidate.text, score: frequency + position, ranges: candidate.ranges, contributions: contributions)
  }

  /// The first `top` keywords of which none is part of a better one.
  private static func withoutParts(_ keywords: [Keyword], top: Int) -> [Keyword] {
    var kept: [Keyword] = []
    for keyword in keywords {
      if kept.count >= top { break }
      if keyword.score <= 0 { break }
      if !kept.contains(where: { $0.text.contains(keyword.text) }) { kept.append(keyword) }
    }
    return kept
  }
}
