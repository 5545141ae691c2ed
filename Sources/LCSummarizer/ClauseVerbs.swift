internal import LCLexicon
internal import LCTextModel

/// Finds verbs in clauses by the tags that words have mostly, without deciding between readings.
struct ClauseVerbs: Sendable {
  private let tables: TagTables
  private let verbTags: Set<Int>
  /// What can be said of a subject: verbs, adjectives, idioms.
  private let predicateTags: Set<Int>
  private static let longestWord = 4

  /// - Throws: ``LexiconError`` when the program's own tables are damaged.
  init() throws(LexiconError) {
    let tables = try TagTables.embedded()
    verbTags = Set(tables.tags.indices.filter { ["v", "vd"].contains(tables.tags[$0]) })
    predicateTags = Set(tables.tags.indices.filter { ["v", "vd", "vn", "a", "z", "i"].contains(tables.tags[$0]) })
    self.tables = tables
  }

  /// Whether a clause begins with a verb: the longest word of the lexicon at its start is one mostly.
  func opens(_ clause: Range<Int>, in text: Text) -> Bool {
    word(clause, in: text).tag.map(verbTags.contains) ?? false
  }

  /// Whether one of a clause's words, the longest from each place, is a verb. Complexity: O(length).
  func stands(in clause: Range<Int>, in text: Text) -> Bool {
    var place = clause.lowerBound
    if !text.units[clause].contains(where: \.isHan) { return true }
    while place < clause.upperBound {
      let word = word(place..<clause.upperBound, in: text)
      if let tag = word.tag, predicateTags.contains(tag) { return true }
      place += word.length
    }
    return false
  }

  private func word(_ range: Range<Int>, in text: Text) -> (length: Int, tag: Int?) {
    var hash: UInt64 = 0
    var found: (length: Int, tag: Int?) = (1, nil)
    for (offset, unit) in text.units[range].prefix(Self.longestWord).enumerated() {
      guard unit.isHan else { break }
      hash = TagTables.hash(hash, unit)
      if let record = tables.record(hash), record.count > 0 { found = (offset + 1, record.tag(0)) }
    }
    return found
  }
}
