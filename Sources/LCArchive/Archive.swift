public import LCTextModel

/// A newspaper's archive on disk: its passages, and what they are found by.
///
/// It is one SQLite database in write-ahead mode: one program may add while others find. What is added in one call is there
/// wholly or not at all, also when the program is killed.
///
///     let archive = try Archive(creating: "liaocheng.db")
///     try archive.add(passages, source: "2023-02-06.tsv")
///     let matches = try archive.matches(of: others)
///
/// An archive is used by one thread at a time; others open it for themselves.
public final class Archive {
  /// A passage to keep.
  public struct Entry: Sendable {
    /// Its name in its source.
    public var name: String
    /// Its line there, from 1.
    public var line: Int
    /// What it says.
    public var text: Text

    /// Makes an entry.
    public init(name: String, line: Int, text: Text) {
      self.name = name
      self.line = line
      self.text = text
    }
  }

  let database: Connection

  /// Makes a new archive.
  ///
  /// - Throws: ``ArchiveError``.
  public init(creating path: String) throws(ArchiveError) {
    if (try? Connection(path, .reading)) != nil { throw .exists(path: path) }
    database = try Connection(path, .creating)
    try ArchiveSchema.create(database)
  }

  /// Opens an archive.
  ///
  /// - Throws: ``ArchiveError``.
  public init(path: String, isReadOnly: Bool = false) throws(ArchiveError) {
    database = try Connection(path, isReadOnly ? .reading : .writing)
    try ArchiveSchema.verify(database, mayWrite: !isReadOnly)
    if isReadOnly { try database.execute("PRAGMA query_only = 1") }
  }

  /// The file.
  public var path: String { database.path }
}
