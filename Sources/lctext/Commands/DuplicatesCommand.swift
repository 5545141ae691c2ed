internal import ArgumentParser
internal import LCText

/// `lctext duplicates`.
struct DuplicatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "Find passages that repeat each other.",
    discussion: """
      In plain files the blocks between blank lines are compared, within and across files; in lines, jsonl and tsv the \
      records.

      Example: lctext duplicates --fail-on-found seeds/
      """)

  /// How matches are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, jsonl
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "text: for a person; jsonl: a match a line, with its places.")
  var format: Format = .text

  @Option(help: "The unit of start and end in jsonl.")
  var offsets: OffsetUnit = .codepoints

  @Option(
    help: "Passages of fewer letters, digits and Han characters are not compared (default: 30 for blocks, 14 for records).")
  var minLength: Int?

  @Flag(help: "Write groups of passages that repeat each other, with the copy to keep, in place of matches.")
  var clusters = false

  @Flag(help: "Write the rows of gram and passage that an archive is made of, for another program to join.")
  var fingerprints = false

  @Option(help: ArgumentHelp("Weights learned by 'lexicon train duplicates', in place of the program's own.", valueName: "file"))
  var weights: String?

  @Flag(help: "End with status 1 when anything repeats.")
  var failOnFound = false

  func validate() throws {
    if let minLength, minLength < 1 { throw ValidationError("--min-length must be at least 1.") }
    if clusters, fingerprints { throw ValidationError("--clusters and --fingerprints exclude each other.") }
  }

  func run() throws {
    try Job(input: input, output: output, unit: "documents").run { job in
      if fingerprints { return try writeFingerprints(job) }
      let collection = PassageCollection(job)
      let matches = try finder(collection).matches(in: collection.store)
      if clusters {
        try write(DuplicateClusters(matches, in: collection.store), collection, job)
      } else {
        var writer = MatchWriter(collection, unit: offsets, isColored: job.file.isTerminal)
        for match in matches {
          switch format {
          case .text: try job.file.write(writer.text(match))
          case .jsonl: try job.file.write(writer.record(match))
          }
        }
      }
      return failOnFound && matches.contains { $0.kind != .sameTemplate } ? .found : nil
    }
  }

  private func finder(_ collection: PassageCollection) throws(Failure) -> DuplicateFinder {
    let options = collection.finderOptions(minLength: minLength, threads: input.threadCount)
    return DuplicateFinder(options: options, model: try Self.model(weights))
  }

  /// The weights of a file, or the program's own.
  static func model(_ path: String?) throws(Failure) -> CopyModel {
    guard let path else { return .embedded }
    let text = try LexiconFiles.text(path)
    do {
      return try CopyModel(text: text)
    } catch {
      throw Failure(.badData, path: path, "\(error)")
    }
  }

  private func write(_ clusters: DuplicateClusters, _ collection: PassageCollection, _ job: Job.Parts) throws {
    for cluster in clusters.clusters {
      switch format {
      case .text:
        let ids = cluster.members.map { ($0 == cluster.kept ? "* " : "  ") + collection.id($0) + "\n" }
        try job.file.write(ids.joined() + "\n")
      case .jsonl:
        var json = JSONWriter()
        json.object { json in
          json.key("keep")
          json.string(collection.id(cluster.kept))
          json.key("members")
          json.array(cluster.members) { json, member in json.string(collection.id(member)) }
        }
        json.newLine()
        try job.file.write(json.bytes)
      }
    }
  }

  /// Streams: nothing is kept of a document but its rows.
  private func writeFingerprints(_ job: Job.Parts) throws -> ExitStatus? {
    let fingerprinter = Fingerprinter()
    while let document = job.stream.next() {
      var collection = PassageCollection()
      try collection.add(document)
      job.reporter.done()
      for passage in 0..<collection.count {
        let id = collection.id(passage)
        for gram in fingerprinter.grams(of: collection.store[passage]) {
          switch format {
          case .text: try job.file.write("\(Fingerprinter.name(gram))\t\(id)\n")
          case .jsonl:
            var json = JSONWriter()
            json.object { json in
              json.key("gram")
              json.string(Fingerprinter.name(gram))
              json.key("passage")
              json.string(id)
            }
            json.newLine()
            try job.file.write(json.bytes)
          }
        }
      }
    }
    return nil
  }
}
