internal import LCDuplicates
internal import LCTextModel

extension Archive {
  /// What an archive holds.
  public struct Statistics: Sendable, Hashable {
    /// The number of sources.
    public var sources: Int
    /// The number of passages.
    public var passages: Int
    /// The number of grams of passages.
    public var postings: Int
    /// The number of segments they are in.
    public var segments: Int
    /// The number of words.
    public var words: Int
    /// The format of the tables.
    public var format: Int
    /// The bytes of the database.
    public var bytes: Int
  }

  /// What the archive holds. Complexity: O(rows).
  ///
  /// - Throws: ``ArchiveError``.
  public func statistics() throws(ArchiveError) -> Statistics {
    Statistics(
      sources: try database.integer("SELECT count(*) FROM source"),
      passages: try database.integer("SELECT count(*) FROM passage"),
      postings: try database.integer("SELECT sum(postings) FROM segment"),
      segments: try database.integer("SELECT count(*) FROM segment"),
      words: try database.integer("SELECT count(*) FROM word"),
      format: try database.integer("PRAGMA user_version"),
      bytes: try database.integer("PRAGMA page_count") * database.integer("PRAGMA page_size"))
  }

  /// Calls `body` with each word and the number of passages that have it, in order of the words.
  ///
  /// - Throws: ``ArchiveError``, and what `body` throws.
  public func forEachWord(_ body: (String, Int) throws -> Void) throws {
    let query = try database.statement("SELECT word, passages FROM word ORDER BY word")
    while try query.step() { try body(query.text(0), query.integer(1)) }
  }

  /// Reads everything and compares: the database's own check, the number of passages of each source, and the postings with
  /// those that the passages' texts have.
  ///
  /// - Throws: ``ArchiveError/damaged(path:detail:)`` with what is wrong.
  /// - Complexity: O(archive).
  public func check() throws(ArchiveError) {
    let integrity = try database.statement("PRAGMA integrity_check(1)")
    if try integrity.step(), integrity.text(0) != "ok" { throw .damaged(path: path, detail: integrity.text(0)) }
    let counts = try database.statement(
      """
      SELECT source.name FROM source LEFT JOIN passage ON passage.source = source.id
      GROUP BY source.id HAVING count(passage.id) <> source.passages
      """)
    if try counts.step() { throw .damaged(path: path, detail: "passages of \(counts.text(0)) are missing") }
    let fingerprinter = Fingerprinter()
    var expected: UInt64 = 0
    var count = 0
    let passages = try database.statement("SELECT id, text FROM passage")
    while try passages.step() {
      guard let units = PackedText.units(of: passages.bytes(1)) else {
        throw .damaged(path: path, detail: "passage \(passages.integer(0))")
      }
      for gram in fingerprinter.grams(of: units[...]) {
        expected ^= Posting(gram: gram, passage: UInt32(passages.integer(0))).hash
        count += 1
      }
    }
    var found: UInt64 = 0
    let segments = try database.statement("SELECT id FROM segment")
    while try segments.step() {
      try forEachPosting(of: segments.integer(0)) { posting in
        found ^= posting.hash
        count -= 1
      }
    }
    guard found == expected, count == 0 else { throw .damaged(path: path, detail: "the grams are not those of the passages") }
  }
}
