/// The tables of an archive.
///
/// Postings are kept as a search engine keeps them: each addition writes a sorted segment, cut into blocks by the grams' first
/// bits; small segments are merged into larger ones, so that there are never many. A row for each posting would take four
/// times the room.
enum ArchiveSchema {
  /// "LCar": SQLite's mark of whose database it is.
  static let applicationID = 0x4C43_6172
  /// The format of the tables.
  static var format: Int { migrations.count }

  /// What brings each format to the next; the first makes the tables.
  private static let migrations = [
    """
    CREATE TABLE source (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      -- 16 bytes that tell the content.
      hash BLOB NOT NULL UNIQUE,
      passages INTEGER NOT NULL
    );
    CREATE TABLE passage (
      id INTEGER PRIMARY KEY,
      source INTEGER NOT NULL,
      name TEXT NOT NULL,
      line INTEGER NOT NULL,
      -- See PackedText.
      text BLOB NOT NULL
    );
    CREATE TABLE segment (
      id INTEGER PRIMARY KEY,
      level INTEGER NOT NULL,
      bits INTEGER NOT NULL,
      postings INTEGER NOT NULL,
      -- The exclusive or of a hash of each posting.
      checksum INTEGER NOT NULL
    );
    CREATE TABLE block (
      segment INTEGER NOT NULL,
      number INTEGER NOT NULL,
      data BLOB NOT NULL,
      PRIMARY KEY (segment, number)
    );
    CREATE TABLE word (
      word TEXT PRIMARY KEY,
      passages INTEGER NOT NULL
    ) WITHOUT ROWID;
    """
  ]

  static func create(_ database: Connection) throws(ArchiveError) {
    try database.execute("PRAGMA journal_mode = WAL")
    try database.transaction { () throws(ArchiveError) in try migrate(database, from: 0) }
  }

  private static func migrate(_ database: Connection, from format: Int) throws(ArchiveError) {
    for migration in migrations[format...] { try database.execute(migration) }
    try database.execute("PRAGMA application_id = \(applicationID)")
    try database.execute("PRAGMA user_version = \(migrations.count)")
  }

  /// Checks that a database is an archive of a known format; an older one is brought up to date when it may be written.
  static func verify(_ database: Connection, mayWrite: Bool) throws(ArchiveError) {
    guard try database.integer("PRAGMA application_id") == applicationID else { throw .foreign(path: database.path) }
    let found = try database.integer("PRAGMA user_version")
    guard found <= format else { throw .newer(path: database.path, format: found) }
    guard found >= 1 else { throw .foreign(path: database.path) }
    if found < format, mayWrite {
      try database.transaction { () throws(ArchiveError) in try migrate(database, from: found) }
    }
  }
}
