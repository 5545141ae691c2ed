/// The tables of `lexicons/` and the compiled files made of them.
public enum LexiconTables {
  /// A table in text and the file it is compiled to.
  public struct Entry: Sendable {
    /// The name of the table in text.
    public let table: String
    /// The name of the compiled file.
    public let compiled: String
    let compile: @Sendable (String) throws(LexiconError) -> [UInt8]

    /// The compiled file of the table's text.
    ///
    /// - Throws: ``LexiconError/badRow(line:reason:)``.
    public func compiled(from text: String) throws(LexiconError) -> [UInt8] {
      try compile(text)
    }
  }

  /// All tables, in name order.
  public static let all = [
    Entry(table: "document-frequency.tsv", compiled: "document-frequency.bin", compile: DocumentFrequency.compile),
    Entry(table: "stopwords.tsv", compiled: "stopwords.bin", compile: StopWords.compile),
  ]
}
