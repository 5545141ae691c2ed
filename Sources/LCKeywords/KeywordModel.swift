internal import CLexicon
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

  /// Weights by the numbers of ``KeywordFeature``, for each table.
  var weights: [[Double]]

  init(weights: [[Double]]) {
    self.weights = weights
  }

  /// The weights that the program carries (`lexicons/keywords.tsv`).
  ///
  /// - Throws: ``LexiconError`` when the program was built with a table of other features.
  public static func embedded() throws(LexiconError) -> KeywordModel {
    let file = lc_lexicon_keywords()
    return try KeywordModel(text: String(decoding: UnsafeRawBufferPointer(start: file.bytes, count: file.count), as: UTF8.self))
  }

  /// The weights for a preset.
  func weights(for preset: KeywordPreset, isLatin: Bool) -> [Double] {
    let number = KeywordPreset.allCases.firstIndex(of: preset) ?? 0
    let own = weights[2 * number + (isLatin ? 1 : 0)]
    // What was not learned for texts in Latin letters is borrowed: from topics first.
    if isLatin, own.allSatisfy({ $0 == 0 }) { return weights[3] }
    return own
  }

  private static let header = """
    # The weights of keyword features, learned by 'lctext lexicon train-keywords'; see PROVENANCE.md and Guides/Keywords.md.
    # table<TAB>feature<TAB>weight

    """

  /// The text of `keywords.tsv`.
  public var text: String {
    var lines = Self.header
    for (table, weights) in zip(Self.tableNames, weights) {
      for (name, weight) in zip(KeywordFeature.names, weights) where weight != 0 {
        lines += "\(table)\t\(name)\t\(weight)\n"
      }
    }
    return lines
  }

  /// Reads the text of `keywords.tsv`.
  ///
  /// - Throws: ``LexiconError/badRow(line:reason:)``.
  public init(text: String) throws(LexiconError) {
    weights = .init(repeating: .init(repeating: 0, count: KeywordFeature.total), count: Self.tableNames.count)
    var number = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.first == 0x23 { continue }
      let fields = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 3, let weight = Double(fields[2]) else {
        throw .badRow(line: number, reason: "not a table, a feature and a weight")
      }
      guard let table = Self.tableNames.firstIndex(of: fields[0]) else { throw .badRow(line: number, reason: "no such table") }
      guard let feature = KeywordFeature.names.firstIndex(of: fields[1]) else {
        throw .badRow(line: number, reason: "no such feature")
      }
      weights[table][feature] = weight
    }
  }
}
