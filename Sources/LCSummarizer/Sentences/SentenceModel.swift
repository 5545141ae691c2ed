public import LCLexicon

/// The weights that sentences are scored with.
public struct SentenceModel: Sendable {
  private var table = RankingTable(tables: ["han", "latin"], features: SentenceFeature.names)

  init(weights: [[Double]]) {
    table.weights = weights
  }

  /// The weights that the program carries (`lexicons/sentences.tsv`).
  ///
  /// - Throws: ``LexiconError`` when the program was built with a table of other features.
  public static func embedded() throws(LexiconError) -> SentenceModel {
    try SentenceModel(text: RankingTable.Embedded.sentences.text)
  }

  private static let header = """
    # The weights of the features of sentences in summaries, learned by 'lctext lexicon train summary'; see PROVENANCE.md and
    # Guides/Summaries.md.
    # table<TAB>feature<TAB>weight

    """

  /// The text of `sentences.tsv`.
  public var text: String { table.text(header: Self.header) }

  /// Reads the text of `sentences.tsv`.
  ///
  /// - Throws: ``LexiconError/badRow(line:reason:)``.
  public init(text: String) throws(LexiconError) {
    try table.read(text)
  }

  /// The scores of a text's sentences.
  func scores(_ document: SentenceDocument) -> [Double] {
    let weights = table.weights[document.isLatin ? 1 : 0]
    return document.sentences.indices.map { sentence in
      var score = 0.0
      document.forEachFeature(of: sentence) { score += weights[$0] * $1 }
      return score
    }
  }
}
