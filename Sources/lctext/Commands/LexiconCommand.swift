internal import ArgumentParser
internal import LCText

/// `lctext lexicon`.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Make the compiled lexicons.",
    subcommands: [LexiconBuildCommand.self, LexiconTrainCommand.self, LexiconInspectCommand.self])
}

/// `lctext lexicon build`.
struct LexiconBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Compile the tables of a folder, byte for byte the same each time.",
    discussion: "Example: lctext lexicon build lexicons/")

  @Argument(help: "The folder with the tables; the compiled files go beside them.", completion: .directory)
  var folder: String

  func run() throws {
    try Reporter.endingWithStatus {
      for entry in LexiconTables.all {
        var texts: [String] = []
        for table in entry.tables { texts.append(try LexiconFiles.text("\(folder)/\(table)")) }
        let output = try OutputFile(path: "\(folder)/\(entry.compiled)")
        do {
          try output.write(try entry.compiled(from: texts))
        } catch let error as LexiconError {
          let path = entry.tables.map { "\(folder)/\($0)" }.joined(separator: ", ")
          throw Failure(.badData, path: path, error.description)
        }
        try output.finish()
      }
    }
  }
}

/// Reading and writing of tables.
enum LexiconFiles {
  /// A file's text.
  static func text(_ path: String) throws(Failure) -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// A file's text, whatever its encoding.
  static func decodedText(_ path: String) throws(Failure) -> String {
    let bytes = try bytes(path)
    do throws(SegmentationError) {
      return try TextDecoder().decode(bytes).text.string
    } catch {
      throw Failure(error, path: path)
    }
  }

  private static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    try ByteReader(path: path).readAll(into: &bytes, limit: DocumentStream.sizeLimit)
    return bytes
  }

  /// Writes a file, whole or not at all.
  static func write(_ text: String, to path: String) throws {
    let output = try OutputFile(path: path)
    try output.write(text)
    try output.finish()
  }
}
