internal import CLexicon

/// How many documents of a broad collection hold a word: the background against which a document's words stand out.
public struct DocumentFrequency: Sendable {
  private let table: WordTable
  /// The number of documents of the collection.
  public let documentCount: Int

  /// The collection that the program carries (`lexicons/document-frequency.tsv`).
  ///
  /// - Throws: ``LexiconError`` when the program was built with a lexicon of another format.
  public static func embedded() throws(LexiconError) -> DocumentFrequency {
    let file = lc_lexicon_document_frequency()
    let bytes = UnsafeRawBufferPointer(start: file.bytes, count: file.count)
    return DocumentFrequency(table: try WordTable(embedded: bytes))
  }

  /// Makes a background of a compiled file.
  ///
  /// - Throws: ``LexiconError`` when the file is damaged.
  public init(file: [UInt8]) throws(LexiconError) {
    self.init(table: try WordTable(file: file))
  }

  private init(table: WordTable) {
    self.table = table
    documentCount = Int(table.value(of: EmptyCollection<UInt16>()) ?? 1)
  }

  /// The number of documents that hold a word; 0 when the collection does not know it.
  ///
  /// - Parameter word: UTF-16 units.
  /// - Complexity: O(length of the word).
  public func count(of word: UnsafeBufferPointer<UInt16>) -> Int {
    word.isEmpty ? documentCount : Int(table.value(of: word) ?? 0)
  }

  /// The compiled file of `lexicons/document-frequency.tsv`: rows of word and count, the empty word's being the number of
  /// all documents.
  ///
  /// - Throws: ``LexiconError/badRow(line:reason:)``.
  public static func compile(table: String) throws(LexiconError) -> [UInt8] {
    var words: [(word: String, value: UInt32)] = []
    for row in try TableRows(table, fieldCount: 2).rows {
      guard let count = UInt32(row.fields[1]) else {
        throw .badRow(line: row.line, reason: "'\(row.fields[1])' is no count")
      }
      words.append((String(row.fields[0]), count))
    }
    return WordTable.compile(words)
  }
}
