internal import LCLexicon

/// What is seen of a word before it is tagged.
struct WordView {
  /// What the training text knows of it; `nil` for an unknown word, and while weights are learned.
  var record: TagTables.Record?
  /// Whether the training text has it.
  var isKnown: Bool
  /// Its most frequent tag; for an unknown word what the dictionary gives, or the number of tags.
  var likely: Int
  /// Its number among frequent words; 0 for none.
  var number: Int
  var first: UInt16
  var last: UInt16
  var length: Int

  /// What stands outside the sentence.
  static func outside(_ tagCount: Int) -> WordView {
    WordView(record: nil, isKnown: false, likely: tagCount, number: 0, first: 0, last: 0, length: 0)
  }
}

/// The rows that decide about one word.
struct TagRows {
  /// The rows' numbers; -1 for none.
  private(set) var rows: (Int, Int, Int, Int, Int, Int, Int, Int, Int, Int) = (-1, -1, -1, -1, -1, -1, -1, -1, -1, -1)

  /// - Parameters:
  ///   - before: the tags of the two words before, the nearer first.
  init(
    _ layout: TagLayout, _ word: WordView, before: (Int, Int), wordBefore: WordView, behind: WordView, _ further: WordView
  ) {
    rows.0 = layout.before(before.0, before.1)
    rows.1 = layout.around(before.0, behind.likely)
    rows.2 = layout.behind(behind.likely, further.likely)
    rows.3 = layout.own(word.likely, before: before.0)
    rows.4 = layout.own(word.likely, behind: behind.likely)
    if wordBefore.number > 0 { rows.5 = layout.wordBefore(wordBefore.number) }
    if behind.number > 0 { rows.6 = layout.wordBehind(behind.number) }
    if !word.isKnown {
      rows.7 = layout.length(word.length)
      if word.first < TagLayout.unitLimit { rows.8 = layout.first(word.first) }
    }
    if word.last < TagLayout.unitLimit { rows.9 = layout.last(word.last) }
  }

  /// Calls `body` with each row.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    body(rows.0)
    body(rows.1)
    body(rows.2)
    body(rows.3)
    body(rows.4)
    if rows.5 >= 0 { body(rows.5) }
    if rows.6 >= 0 { body(rows.6) }
    if rows.7 >= 0 { body(rows.7) }
    if rows.8 >= 0 { body(rows.8) }
    if rows.9 >= 0 { body(rows.9) }
  }
}
