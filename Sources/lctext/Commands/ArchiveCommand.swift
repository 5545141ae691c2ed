internal import ArgumentParser
internal import LCArchive
internal import LCText

/// `lctext archive`.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Keep a newspaper's passages on disk, and find what repeats them.",
    discussion: """
      Example: lctext archive create paper.db && lctext archive add paper.db 2023/ && lctext archive find paper.db today.txt
      """,
    subcommands: [
      ArchiveCreateCommand.self, ArchiveAddCommand.self, ArchiveFindCommand.self, ArchiveStatsCommand.self,
      ArchiveWordsCommand.self, ArchiveCheckCommand.self,
    ])

  /// Runs `body` and turns what an archive throws into failures.
  static func run<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as ArchiveError {
      throw failure(error)
    }
  }

  static func failure(_ error: ArchiveError) -> Failure {
    let (status, path): (ExitStatus, String) =
      switch error {
      case .missing(let path): (.noInput, path)
      case .foreign(let path), .newer(let path, _), .damaged(let path, _): (.badData, path)
      case .exists(let path), .full(let path), .readOnly(let path), .busy(let path), .failed(let path, _): (.inputOutput, path)
      }
    return Failure(status, path: path, error.description)
  }
}

/// The options of a subcommand that has only the archive.
struct ArchiveOptions: ParsableArguments {
  @Argument(help: "The archive's file.", completion: .file())
  var archive: String
}

/// `lctext archive create`.
struct ArchiveCreateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Make an empty archive.",
    discussion: "Example: lctext archive create paper.db")

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    try Reporter.endingWithStatus { try ArchiveCommand.run { _ = try Archive(creating: options.archive) } }
  }
}

/// `lctext archive add`.
struct ArchiveAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add the passages of files.",
    discussion: """
      Each file is there wholly or not at all; one whose content is there already changes nothing. In plain files the blocks \
      between blank lines are passages; in lines, jsonl and tsv the records.

      Example: lctext archive add paper.db 2023/
      """)

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var input: InputOptions

  func run() throws {
    try Job(input: input, output: nil, unit: "files").run { job in
      try ArchiveCommand.run {
        let archive = try Archive(path: options.archive)
        var path: String?
        var entries: [Archive.Entry] = []
        func flush() throws {
          guard let path else { return }
          if try archive.add(entries, source: path) == nil { job.reporter.note("\(path): is in the archive already") }
          entries = []
        }
        while let document = job.stream.next() {
          if document.path != path {
            try flush()
            path = document.path
          }
          entries += Self.entries(of: document)
          job.reporter.done()
        }
        try flush()
        return nil
      }
    }
  }

  private static func entries(of document: Document) -> [Archive.Entry] {
    if let line = document.line { return [.init(name: document.id, line: line, text: document.text)] }
    let index = PositionIndex(document.text)
    return Blocks.ranges(of: document.text).enumerated().map { block, range in
      .init(
        name: "\(document.id)#\(block + 1)", line: index.line(utf16: range.lowerBound),
        text: Text(units: ContiguousArray(document.text.units[range])))
    }
  }
}

/// `lctext archive find`.
struct ArchiveFindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Find the passages of files that repeat passages of an archive.",
    discussion: "Example: lctext archive find paper.db --fail-on-found today.txt")

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "text: for a person; jsonl: a match a line, with its places.")
  var format: DuplicatesCommand.Format = .text

  @Option(help: "The unit of start and end in jsonl.")
  var offsets: OffsetUnit = .codepoints

  @Option(
    help: "Passages of fewer letters, digits and Han characters are not compared (default: 30 for blocks, 14 for records).")
  var minLength: Int?

  @Flag(help: "End with status 1 when anything repeats.")
  var failOnFound = false

  func run() throws {
    try Job(input: input, output: output, unit: "documents").run { job in
      try ArchiveCommand.run {
        let archive = try Archive(path: options.archive, isReadOnly: true)
        let collection = PassageCollection(job)
        let finder = DuplicateFinder(options: collection.finderOptions(minLength: minLength, threads: input.threadCount))
        var writer = MatchWriter(collection, unit: offsets, isColored: job.file.isTerminal)
        var isFound = false
        try archive.find(collection.store, finder: finder) { found in
          if found.match.kind != .sameTemplate { isFound = true }
          let other = MatchWriter.Other(
            path: found.source, id: found.entry.name, line: found.entry.line, text: found.entry.text)
          switch format {
          case .text: try job.file.write(writer.text(found.match, other))
          case .jsonl: try job.file.write(writer.record(found.match, other))
          }
        }
        return failOnFound && isFound ? .found : nil
      }
    }
  }
}

/// `lctext archive stats`.
struct ArchiveStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Tell what an archive holds.", discussion: "Example: lctext archive stats paper.db")

  @OptionGroup var options: ArchiveOptions

  @Option(help: "text: for a person; json: for a program.")
  var format: Format = .text

  /// How figures are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  func run() throws {
    try Reporter.endingWithStatus {
      try ArchiveCommand.run {
        let found = try Archive(path: options.archive, isReadOnly: true).statistics()
        let figures: KeyValuePairs = [
          "sources": found.sources, "passages": found.passages, "grams": found.postings, "segments": found.segments,
          "words": found.words, "format": found.format, "bytes": found.bytes,
        ]
        switch format {
        case .text: for (name, figure) in figures { print("\(name)\t\(figure)") }
        case .json:
          var json = JSONWriter()
          json.object { json in
            for (name, figure) in figures {
              json.key(name)
              json.number(figure)
            }
          }
          print(String(decoding: json.bytes, as: UTF8.self))
        }
      }
    }
  }
}

/// `lctext archive words`.
struct ArchiveWordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words", abstract: "Write in how many passages each word is, for 'keywords --background'.",
    discussion: "Example: lctext archive words paper.db -o words.tsv && lctext keywords --background words.tsv page.txt")

  @OptionGroup var options: ArchiveOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Reporter.endingWithStatus {
      try ArchiveCommand.run {
        let archive = try Archive(path: options.archive, isReadOnly: true)
        let file = try OutputFile(path: output.output)
        try file.write("\t\(try archive.statistics().passages)\n")
        try archive.forEachWord { word, count in try file.write("\(word)\t\(count)\n") }
        try file.finish()
      }
    }
  }
}

/// `lctext archive check`.
struct ArchiveCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read an archive wholly and tell whether it is sound.",
    discussion: "Example: lctext archive check paper.db")

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    try Reporter.endingWithStatus {
      try ArchiveCommand.run { try Archive(path: options.archive, isReadOnly: true).check() }
      print("ok")
    }
  }
}
