internal import FoundationEssentials
internal import LCText

/// Documents that are lines of one file: plain lines, JSON Lines, or TSV.
final class RecordReader {
  let path: String
  let format: InputFormat
  private let lines: LineReader
  private let encoding: TextEncoding
  private let json = JSONDecoder()

  init(_ lines: LineReader, path: String, format: InputFormat, _ decoder: TextDecoder) {
    self.path = path
    self.lines = lines
    self.format = format
    encoding = decoder.encoding ?? .utf8
  }

  /// The next document, or `nil` at the end of the file.
  func next(_ reporter: Reporter) throws(Failure) -> Document? {
    while let line = try lines.next() {
      if line.replacementCount > 0 {
        reporter.note("\(path):\(line.number): \(line.replacementCount) invalid sequences read as U+FFFD")
      }
      switch format {
      case .jsonl:
        if line.text.units.allSatisfy(\.isWhiteSpace) { continue }
        return try record(line)
      case .tsv:
        if line.text.isEmpty { continue }
        return try row(line)
      default:
        return Document(path: path, line: line.number, id: String(line.number), text: line.text, encoding: encoding)
      }
    }
    return nil
  }

  /// The next lines as one document, or `nil` at the end of the file.
  func nextPiece(_ reporter: Reporter) throws(Failure) -> Document? {
    guard let (piece, replacementCount) = try lines.nextPiece() else { return nil }
    if replacementCount > 0 {
      reporter.note("\(path):\(piece.number): \(replacementCount) invalid sequences read as U+FFFD")
    }
    var document = Document(path: path, line: piece.number, id: String(piece.number), text: piece.text, encoding: encoding)
    document.isContinued = piece.isContinued
    document.isCut = piece.isCut
    return document
  }

  /// An object of JSON Lines.
  private struct Record: Decodable {
    var id: Name
    var title: String?
    var text: String
    var issue: Name?
  }

  /// A name that may be written as a number.
  private struct Name: Decodable {
    var value: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let string = try? container.decode(String.self) {
        value = string
      } else {
        value = String(try container.decode(Int.self))
      }
    }
  }

  private func record(_ line: LineReader.Line) throws(Failure) -> Document {
    let record: Record
    do {
      record = try json.decode(Record.self, from: Data(line.text.string.utf8))
    } catch {
      throw Failure(.badData, path: path, line: line.number, Self.explanation(error))
    }
    return Document(
      path: path, line: line.number, id: record.id.value, title: record.title.map { Text($0) },
      issue: record.issue?.value, text: Text(record.text), encoding: encoding)
  }

  private static func explanation(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "the object has no \"\(key.stringValue)\""
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      context.codingPath.isEmpty
        ? "not a JSON object" : "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" is of the wrong type"
    default: "not valid JSON"
    }
  }

  private func row(_ line: LineReader.Line) throws(Failure) -> Document {
    let units = line.text.units
    guard let tab = units.firstIndex(of: 0x09) else {
      throw Failure(.badData, path: path, line: line.number, "no tab between id and text")
    }
    var text = ContiguousArray<UInt16>()
    text.reserveCapacity(units.count - tab)
    var place = tab + 1
    while place < units.count {
      let next = place + 1 < units.count && units[place] == 0x5C ? units[place + 1] : 0
      switch next {
      case 0x6E: text.append(0x0A)
      case 0x74: text.append(0x09)
      case 0x5C: text.append(0x5C)
      default:
        text.append(units[place])
        place += 1
        continue
      }
      place += 2
    }
    return Document(
      path: path, line: line.number, id: line.text.string(in: 0..<tab), text: Text(units: text), encoding: encoding)
  }
}
