/// What tagging knows, before it is compiled.
public struct TagModelData: Sendable {
  /// A word that the training text has.
  public struct Word: Sendable {
    /// The word as UTF-16, full-width forms as those of ASCII.
    public var word: [UInt16]
    /// Its number among frequent words, from 1; 0 for others.
    public var number: Int
    /// The tags it had there, the most frequent first, with their weights.
    public var tags: [(tag: Int, weight: Int8)]

    /// Makes a word.
    public init(word: [UInt16], number: Int, tags: [(tag: Int, weight: Int8)]) {
      self.word = word
      self.number = number
      self.tags = tags
    }
  }

  /// The names of the tags.
  public var tags: [String]
  /// The tags that unknown words may have.
  public var openTags: Set<Int>
  /// The words.
  public var words: [Word]
  /// A row of weights, one for each tag, for each row of ``TagLayout``; rows of zeros may be empty.
  public var rows: [[Int8]]

  /// Makes data.
  public init(tags: [String], openTags: Set<Int>, words: [Word], rows: [[Int8]]) {
    self.tags = tags
    self.openTags = openTags
    self.words = words
    self.rows = rows
  }

  private static let header = """
    # The weights of the part-of-speech model, learned by 'lctext lexicon train'; see PROVENANCE.md and Guides/Tokenizer.md.
    # tags<TAB>their names, with + for those that unknown words may have | word<TAB>number as a neighbour, 0 for none<TAB>tag:weight … | row<TAB>number<TAB>a weight for each tag

    """

  /// The names of the tags with a space between, each with `+` when unknown words may have it.
  var tagList: String {
    tags.indices.map { tags[$0] + (openTags.contains($0) ? "+" : "") }.joined(separator: " ")
  }

  /// The tags of such a list.
  static func parsed(tagList: String) -> (tags: [String], openTags: Set<Int>) {
    let items = tagList.split(separator: " ")
    return (
      items.map { String($0.hasSuffix("+") ? $0.dropLast() : $0) },
      Set(items.indices.filter { items[$0].hasSuffix("+") })
    )
  }

  /// The text of `tags.tsv`.
  public var text: String {
    var lines = Self.header + "tags\t\(tagList)\n"
    for word in words {
      let list = word.tags.map { "\(tags[$0.tag]):\($0.weight)" }.joined(separator: " ")
      lines += "word\t\(String(decoding: word.word, as: UTF16.self))\t\(word.number)\t\(list)\n"
    }
    for (number, row) in rows.enumerated() where row.contains(where: { $0 != 0 }) {
      lines += "row\t\(number)\t\(row.map { String($0) }.joined(separator: " "))\n"
    }
    return lines
  }

  /// Reads the text of `tags.tsv`.
  ///
  /// - Throws: ``LexiconError/badRow(line:reason:)``.
  public init(text: String) throws(LexiconError) {
    var tags: [String] = []
    var openTags: Set<Int> = []
    var words: [Word] = []
    var rows: [[Int8]] = []
    var seen: Set<UInt64> = []
    try ByteTable(text).forEachRow { (line, fields) throws(LexiconError) in
      switch (fields.string(0), fields.count) {
      case ("tags", 2):
        (tags, openTags) = Self.parsed(tagList: fields.string(1))
        rows = .init(repeating: [], count: TagLayout(tagCount: tags.count).rowCount)
      case ("word", 4):
        guard let number = Int(fields.string(2)), (0..<TagLayout.neighbourLimit).contains(number) else {
          throw .badRow(line: line, reason: "no such number of a word")
        }
        var list: [(tag: Int, weight: Int8)] = []
        for item in fields.string(3).split(separator: " ") {
          let parts = item.split(separator: ":")
          guard parts.count == 2, let tag = tags.firstIndex(of: String(parts[0])), let weight = Int8(parts[1]) else {
            throw .badRow(line: line, reason: "'\(item)' is no tag and weight")
          }
          list.append((tag, weight))
        }
        guard !list.isEmpty else { throw .badRow(line: line, reason: "a word without tags") }
        guard seen.insert(fields.string(1).utf16.reduce(0, TagTables.hash)).inserted else {
          throw .badRow(line: line, reason: "'\(fields.string(1))' stands here twice")
        }
        words.append(Word(word: Array(fields.string(1).utf16), number: number, tags: list))
      case ("row", 3):
        guard let number = Int(fields.string(1)), rows.indices.contains(number), let row = fields.row(2, width: tags.count)
        else { throw .badRow(line: line, reason: "not the number of a row and \(tags.count) weights") }
        rows[number] = row.map { Int8(clamping: $0) }
      default: throw .badRow(line: line, reason: "no such kind of row")
      }
    }
    self.init(tags: tags, openTags: openTags, words: words, rows: rows)
  }
}
