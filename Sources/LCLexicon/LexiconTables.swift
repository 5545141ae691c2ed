/// The tables of `lexicons/` and the compiled files made of them.
public enum LexiconTables {
  /// Tables in text and the file they are compiled to.
  public struct Entry: Sendable {
    /// The names of the tables in text.
    public let tables: [String]
    /// The name of the compiled file.
    public let compiled: String
    let compile: @Sendable ([String]) throws(LexiconError) -> [UInt8]

    /// The compiled file of the tables' texts.
    ///
    /// - Throws: ``LexiconError/badRow(line:reason:)``.
    public func compiled(from texts: [String]) throws(LexiconError) -> [UInt8] {
      try compile(texts)
    }
  }

  /// All tables, in name order.
  public static let all = [
    Entry(tables: ["words.tsv", "boundaries.tsv", "places.tsv"], compiled: "boundaries.bin") {
      (texts) throws(LexiconError) in
      var data = try BoundaryModelData(words: texts[0], weights: texts[1])
      try data.favour(places: texts[2])
      return BoundaryTables.compile(data)
    },
    Entry(tables: ["document-frequency.tsv"], compiled: "document-frequency.bin") { (texts) throws(LexiconError) in
      try DocumentFrequency.compile(table: texts[0])
    },
    Entry(tables: ["pairs.tsv"], compiled: "pairs.bin") { (texts) throws(LexiconError) in
      try DocumentFrequency.compile(table: texts[0])
    },
    Entry(tables: ["stopwords.tsv"], compiled: "stopwords.bin") { (texts) throws(LexiconError) in
      try StopWords.compile(table: texts[0])
    },
    Entry(tables: ["tags.tsv"], compiled: "tags.bin") { (texts) throws(LexiconError) in
      TagTables.compile(try TagModelData(text: texts[0]))
    },
  ]
}
