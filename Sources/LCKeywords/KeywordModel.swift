public import LCLexicon

/// What keywords are for.
public enum KeywordPreset: String, Sendable, Hashable, CaseIterable {
  /// The words an editor would put in the headline.
  case headline
  /// The terms a text would be filed under.
  case topic
}

/// The weights that keywords are scored with: for each preset, and for texts in Latin letters apart.
public struct KeywordModel: Sendable {
  /// The names of its tables.
  static let tableNames = KeywordPreset.allCases.flatMap { [$0.rawValue, $0.rawValue + "-latin"] }

  private var table = RankingTable(tables: tableNames, features: KeywordFeature.names)

  init(weights: [[Double]]) {
    table.weights = weights
  }

  /// The weights that the program carries (`lexicons/keywords.tsv`).
  ///
  /// - Throws: ``LexiconError`` when the program was built with a table of other features.
  public static func embedded() throws(LexiconError) -> KeywordModel {
    try KeywordModel(text: RankingTable.Embedded.keywords.text)
  }

  /// The weights for a preset.
  func weights(for preset: KeywordPreset, isLatin: Bool) -> [Double] {
    let number = KeywordPreset.allCases.firstIndex(of: preset) ?? 0
    let own = table.weights[2 * number + (isLatin ? 1 : 0)]
    // What was not learned for texts in Latin letters is borrowed: from topics first.
    if isLatin, own.allSatisfy({ $0 == 0 }) { return table.weights[3] }
    return own
  }

  private static let header = """
    # The weights of keyword features, learned by 'lctext lexicon train keywords'; see PROVENANCE.md and Guides/Keywords.md.
    # table<TAB>feature<TAB>weight

    """

  /// The text of `keywords.tsv`.
  public var text: String { table.text(header: Self.header) }

  /// Reads the text of `keywords.tsv`.
  ///
  /// - Throws: ``LexiconError/badRow(line:reason:)``.
  public init(text: String) throws(LexiconError) {
    try table.read(text)
  }
}
