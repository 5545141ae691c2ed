internal import CSQLite

/// What can go wrong with an archive.
public enum ArchiveError: Error, Hashable, Sendable {
  /// There is a file of this name already.
  case exists(path: String)
  /// There is no such file, or it cannot be opened.
  case missing(path: String)
  /// The file is a database of something else, or no database.
  case foreign(path: String)
  /// The file was made by a newer version, in this format.
  case newer(path: String, format: Int)
  /// The file is damaged.
  case damaged(path: String, detail: String)
  /// The disk is full; the archive is as it was.
  case full(path: String)
  /// The file or its folder may not be written.
  case readOnly(path: String)
  /// Another program writes to the archive and did not end.
  case busy(path: String)
  /// Anything else the database says.
  case failed(path: String, detail: String)

  init(code: Int32, detail: String, path: String) {
    switch code & 0xFF {
    case SQLITE_NOTADB: self = .foreign(path: path)
    case SQLITE_CORRUPT: self = .damaged(path: path, detail: detail)
    case SQLITE_FULL: self = .full(path: path)
    case SQLITE_READONLY, SQLITE_PERM: self = .readOnly(path: path)
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(path: path)
    case SQLITE_CANTOPEN: self = .missing(path: path)
    default: self = .failed(path: path, detail: detail)
    }
  }
}

extension ArchiveError: CustomStringConvertible {
  /// What happened, without the path.
  public var description: String {
    switch self {
    case .exists: "there is a file of this name already"
    case .missing: "no such archive, or it cannot be opened"
    case .foreign: "not an archive of lctext"
    case .newer(_, let format): "made by a newer lctext (format \(format))"
    case .damaged(_, let detail): "damaged: \(detail)"
    case .full: "the disk is full; the archive is as it was"
    case .readOnly: "cannot be written"
    case .busy: "another program is writing to it"
    case .failed(_, let detail): detail
    }
  }
}
