public import LCLexicon

/// The weights that runs of clauses are scored with as headlines.
public struct HeadlineModel: Sendable {
  private var table = RankingTable(tables: ["headline"], features: HeadlineFeature.names)

  init(weights: [Double]) {
    table.weights = [weights]
  }

  /// The weights that the program carries (`lexicons/summary.tsv`).
  ///
  /// - Throws: ``LexiconError`` when the program was built with a table of other features.
  public static func embedded() throws(LexiconError) -> HeadlineModel {
    try HeadlineModel(text: RankingTable.Embedded.summary.text)
  }

  /// A weight for each feature.
  var weights: [Double] { table.weights[0] }

  private static let header = """
    # The weights of the features of clause runs as headlines, learned by 'lctext lexicon train summary'; see PROVENANCE.md and
    # Guides/Summaries.md.
    # table<TAB>feature<TAB>weight

    """

  /// The text of `summary.tsv`.
  public var text: String { table.text(header: Self.header) }

  /// Reads the text of `summary.tsv`.
  ///
  /// - Throws: ``LexiconError/badRow(line:reason:)``.
  public init(text: String) throws(LexiconError) {
    try table.read(text)
  }
}
