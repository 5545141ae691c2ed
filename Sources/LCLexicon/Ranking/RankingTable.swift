internal import CLexicon

/// Weights of named features in named tables, as text that can be read: rows of table, feature and weight.
public struct RankingTable: Sendable {
  /// The names of the tables.
  public let tables: [String]
  /// The names of the features.
  public let features: [String]
  /// A weight for each feature, by table.
  public var weights: [[Double]]

  /// Makes a table without weights.
  public init(tables: [String], features: [String]) {
    self.tables = tables
    self.features = features
    weights = .init(repeating: .init(repeating: 0, count: features.count), count: tables.count)
  }

  /// The tables in text that the program carries.
  public enum Embedded: Sendable {
    /// `lexicons/keywords.tsv`.
    case keywords
    /// `lexicons/summary.tsv`.
    case summary
    /// `lexicons/sentences.tsv`.
    case sentences
    /// `lexicons/duplicates.tsv`.
    case duplicates

    /// The text.
    public var text: String {
      let file =
        switch self {
        case .keywords: lc_lexicon_keywords()
        case .summary: lc_lexicon_summary()
        case .sentences: lc_lexicon_sentences()
        case .duplicates: lc_lexicon_duplicates()
        }
      return String(decoding: UnsafeRawBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
    }
  }

  /// The rows of all weights that are not 0, under a header.
  public func text(header: String) -> String {
    var lines = header
    for (table, weights) in zip(tables, weights) {
      for (name, weight) in zip(features, weights) where weight != 0 { lines += "\(table)\t\(name)\t\(weight)\n" }
    }
    return lines
  }

  /// Reads rows.
  ///
  /// - Throws: ``LexiconError/badRow(line:reason:)``.
  public mutating func read(_ text: String) throws(LexiconError) {
    var numbers: [String: Int] = [:]
    for (number, name) in features.enumerated() { numbers[name] = number }
    var line = 0
    for row in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      if row.isEmpty || row.first == 0x23 { continue }
      let fields = row.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 3, let weight = Double(fields[2]) else {
        throw .badRow(line: line, reason: "not a table, a feature and a weight")
      }
      guard let table = tables.firstIndex(of: fields[0]) else { throw .badRow(line: line, reason: "no such table") }
      guard let feature = numbers[fields[1]] else { throw .badRow(line: line, reason: "no such feature") }
      weights[table][feature] = weight
    }
  }
}
