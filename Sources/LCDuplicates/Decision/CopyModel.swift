public import LCLexicon

/// The weights that pairs of passages are told by: copies, or not.
public struct CopyModel: Sendable {
  private var table = RankingTable(tables: ["han", "latin"], features: CopyFeature.names)

  init(weights: [[Double]]) {
    table.weights = weights
  }

  /// The weights that the program carries (`lexicons/duplicates.tsv`).
  public static let embedded: CopyModel = {
    do {
      return try CopyModel(text: RankingTable.Embedded.duplicates.text)
    } catch {
      // The table is part of the program; a test reads it.
      fatalError("lexicons/duplicates.tsv: \(error)")
    }
  }()

  private static let header = """
    # The weights of what two passages share and differ in, learned by 'lctext lexicon train duplicates'; see PROVENANCE.md and
    # Guides/Duplicates.md. A sum above 0 is a copy.
    # table<TAB>feature<TAB>weight

    """

  /// The text of `duplicates.tsv`.
  public var text: String { table.text(header: Self.header) }

  /// Reads the text of `duplicates.tsv`.
  ///
  /// - Throws: ``LexiconError/badRow(line:reason:)``.
  public init(text: String) throws(LexiconError) {
    try table.read(text)
  }

  /// The log-odds that a pair are copies.
  func score(_ pair: PairMeasure) -> Double {
    var score = 0.0
    let weights = table.weights[pair.isLatin ? 1 : 0]
    CopyFeature.forEach(of: pair) { score += weights[$0] }
    return score
  }
}
