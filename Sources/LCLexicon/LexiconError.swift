/// What can be wrong with a lexicon, compiled or in text.
public enum LexiconError: Error, Hashable, Sendable {
  /// The bytes are no compiled lexicon, or one of another kind.
  case badHeader(expected: LexiconFile.Kind)
  /// The file was written by a version of the format that this program does not read.
  case unsupportedVersion(Int)
  /// The file ends before the `expected` bytes its header names.
  case truncated(expected: Int, found: Int)
  /// The contents are not those the file was written with.
  case checksum
  /// A row of a table in text cannot be used; `line` counts from 1.
  case badRow(line: Int, reason: String)
}

extension LexiconError: CustomStringConvertible {
  /// The error as a sentence for a person.
  public var description: String {
    switch self {
    case .badHeader(let expected): "not a compiled lexicon of kind '\(expected)'"
    case .unsupportedVersion(let version): "version \(version) of the lexicon format is not supported"
    case .truncated(let expected, let found): "truncated: \(found) of \(expected) bytes"
    case .checksum: "damaged: the checksum does not fit"
    case .badRow(let line, let reason): "line \(line): \(reason)"
    }
  }
}
