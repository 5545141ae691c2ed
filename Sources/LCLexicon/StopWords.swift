internal import CLexicon

/// Words that are never keywords: function words of Chinese and English, and the formulas of newspapers.
public struct StopWords: Sendable {
  private let table: WordTable

  /// The lists that the program carries (`lexicons/stopwords.tsv`).
  ///
  /// - Throws: ``LexiconError`` when the program was built with a lexicon of another format.
  public static func embedded() throws(LexiconError) -> StopWords {
    let file = lc_lexicon_stopwords()
    return StopWords(table: try WordTable(embedded: UnsafeRawBufferPointer(start: file.bytes, count: file.count)))
  }

  private init(table: WordTable) {
    self.table = table
  }

  /// Makes a list of words.
  ///
  /// - Throws: never for words of Unicode text; see ``WordTable/init(file:)``.
  public init(_ words: some Sequence<String>) throws(LexiconError) {
    table = try WordTable(file: WordTable.compile(words.lazy.map { (word: $0, value: 1) }))
  }

  /// Whether a word is on the list. Complexity: O(length of the word).
  public func contains(_ word: UnsafeBufferPointer<UInt16>) -> Bool {
    table.value(of: word) != nil
  }

  /// The compiled file of `lexicons/stopwords.tsv`: rows of word, language and class.
  ///
  /// - Throws: ``LexiconError/badRow(line:reason:)``.
  public static func compile(table: String) throws(LexiconError) -> [UInt8] {
    var words: [(word: String, value: UInt32)] = []
    try ByteTable(table).forEachRow(fieldCount: 3) { (_, fields) in words.append((fields.string(0), 1)) }
    return WordTable.compile(words)
  }
}
