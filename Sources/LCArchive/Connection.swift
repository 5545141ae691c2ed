internal import CSQLite

/// A connection to a SQLite database: statements, values, transactions, and errors with the database's name.
///
/// It is used by one thread at a time.
final class Connection {
  let path: String
  private let handle: OpaquePointer

  /// How a database is opened.
  enum Mode {
    case reading, writing, creating

    fileprivate var flags: Int32 {
      switch self {
      case .reading: SQLITE_OPEN_READONLY
      case .writing: SQLITE_OPEN_READWRITE
      case .creating: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    }
  }

  init(_ path: String, _ mode: Mode) throws(ArchiveError) {
    self.path = path
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, mode.flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      throw ArchiveError(code: code, detail: "cannot be opened", path: path)
    }
    handle = opened
    // Another program's transaction may take a while.
    sqlite3_busy_timeout(handle, 60_000)
  }

  deinit {
    sqlite3_close_v2(handle)
  }

  fileprivate func error(_ code: Int32) -> ArchiveError {
    ArchiveError(code: code, detail: String(cString: sqlite3_errmsg(handle)), path: path)
  }

  /// Runs statements without results.
  func execute(_ sql: String) throws(ArchiveError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  /// Prepares a statement.
  func statement(_ sql: String) throws(ArchiveError) -> Statement {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, sql, -1, 0, &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw error(code) }
    return Statement(prepared, self)
  }

  /// The number that a query gives; 0 when it gives none.
  func integer(_ sql: String, _ values: SQLValue...) throws(ArchiveError) -> Int {
    let statement = try statement(sql)
    statement.bind(values)
    return try statement.step() ? statement.integer(0) : 0
  }

  /// The number the last inserted row got.
  var lastRow: Int { Int(sqlite3_last_insert_rowid(handle)) }

  /// Does all of `body` or nothing.
  func transaction<Value>(_ body: () throws(ArchiveError) -> Value) throws(ArchiveError) -> Value {
    try execute("BEGIN IMMEDIATE")
    do {
      let value = try body()
      try execute("COMMIT")
      return value
    } catch {
      // After some errors SQLite has rolled back already.
      sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
      throw error
    }
  }
}

/// A value of a statement.
enum SQLValue {
  case integer(Int)
  case text(String)
  case bytes([UInt8])
}

/// A prepared statement.
final class Statement {
  private let statement: OpaquePointer
  private let connection: Connection

  fileprivate init(_ statement: OpaquePointer, _ connection: Connection) {
    self.statement = statement
    self.connection = connection
  }

  deinit {
    sqlite3_finalize(statement)
  }

  /// What tells SQLite to copy a value (`SQLITE_TRANSIENT`).
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// Sets the values of the next run, from the first on.
  func bind(_ values: [SQLValue]) {
    sqlite3_reset(statement)
    for (number, value) in values.enumerated() {
      let place = Int32(number + 1)
      switch value {
      case .integer(let integer): sqlite3_bind_int64(statement, place, Int64(integer))
      case .text(let text): sqlite3_bind_text(statement, place, text, -1, Self.copied)
      case .bytes(let bytes): sqlite3_bind_blob64(statement, place, bytes, UInt64(bytes.count), Self.copied)
      }
    }
  }

  /// Goes on to the next row; `false` when there is none.
  func step() throws(ArchiveError) -> Bool {
    let code = sqlite3_step(statement)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      sqlite3_reset(statement)
      throw connection.error(code)
    }
  }

  /// Runs the statement with values.
  func run(_ values: SQLValue...) throws(ArchiveError) {
    bind(values)
    while try step() {}
  }

  /// A column of the row as a number.
  func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(statement, Int32(column))) }

  /// A column of the row as text.
  func text(_ column: Int) -> String { sqlite3_column_text(statement, Int32(column)).map { String(cString: $0) } ?? "" }

  /// A column's bytes, good until the next step.
  func bytes(_ column: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: sqlite3_column_blob(statement, Int32(column)), count: Int(sqlite3_column_bytes(statement, Int32(column))))
  }
}
