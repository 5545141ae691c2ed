internal import ArgumentParser
internal import LCText

/// `lctext lexicon`.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Make the compiled lexicons.",
    subcommands: [LexiconBuildCommand.self, LexiconTrainCommand.self])
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
    do {
      for entry in LexiconTables.all {
        let path = "\(folder)/\(entry.table)"
        var bytes: [UInt8] = []
        try ByteReader(path: path).readAll(into: &bytes, limit: DocumentStream.sizeLimit)
        let output = try OutputFile(path: "\(folder)/\(entry.compiled)")
        do {
          try output.write(try entry.compiled(from: String(decoding: bytes, as: UTF8.self)))
        } catch let error as LexiconError {
          throw Failure(.badData, path: path, error.description)
        }
        try output.finish()
      }
    } catch let failure as Failure {
      Reporter.print(failure)
      throw ExitCode(failure.status.rawValue)
    }
  }
}
