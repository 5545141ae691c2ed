/// What is wrong with a file of OCR's.
public enum ScanError: Error, Sendable, Hashable, CustomStringConvertible {
  /// It is no well-formed XML. Lines and columns are from 1.
  case malformed(line: Int, column: Int, reason: String)
  /// Its elements are nested too deep.
  case tooDeep(line: Int)
  /// It is no JSON, or of another shape than OCR's.
  case shape(String)
  /// It holds no line of text.
  case noText

  /// The line of the file, from 1, where it is known.
  public var line: Int? {
    switch self {
    case .malformed(let line, _, _), .tooDeep(let line): line
    case .shape, .noText: nil
    }
  }

  /// What is wrong, without the file and the line.
  public var description: String {
    switch self {
    case .malformed(_, let column, let reason): "column \(column): \(reason)"
    case .tooDeep: "elements are nested more than \(XMLReader.depthLimit) deep"
    case .shape(let reason): reason
    case .noText: "there is no line of text in it"
    }
  }
}
