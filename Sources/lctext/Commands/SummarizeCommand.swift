internal import ArgumentParser
internal import LCText

/// `lctext summarize`.
struct SummarizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summarize",
    abstract: "Summarize documents in their own words.",
    discussion: """
      Every word of a summary stands in the document; sentences keep its order.

      Example: lctext summarize --chars 120 article.txt
      """)

  /// How summaries are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, jsonl
  }

  /// How sentences are scored.
  enum Method: String, CaseIterable, ExpressibleByArgument {
    case linear, lead, textrank, centroid
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "text: a summary a line; jsonl: with its sentences, scores and places.")
  var format: Format = .text

  @Option(help: ArgumentHelp("At most this many sentences (3 when no length is given).", valueName: "n"))
  var sentences: Int?

  @Option(help: ArgumentHelp("At most this many characters; with --headline, about this many.", valueName: "n"))
  var chars: Int?

  @Option(help: ArgumentHelp("This share of the sentences, rounded, such as 0.4.", valueName: "r"))
  var ratio: Double?

  @Flag(help: "One run of clauses of about 20 characters.")
  var headline = false

  @Option(help: "linear: learned weights; lead: the first sentences; textrank, centroid: those most like the others.")
  var method: Method = .linear

  @Option(help: ArgumentHelp("What the summary is to be about.", valueName: "text"))
  var query: String?

  @Option(
    help: ArgumentHelp("A word that the summary must have, where the document has it; may be given again.", valueName: "word"))
  var must: [String] = []

  @Option(help: "The unit of start and end in jsonl.")
  var offsets: OffsetUnit = .codepoints

  func validate() throws {
    let lengths = [sentences != nil, chars != nil && !headline, ratio != nil, headline].count { $0 }
    guard lengths <= 1 else { throw ValidationError("Give one of --sentences, --chars, --ratio and --headline.") }
    if let sentences, sentences < 1 { throw ValidationError("--sentences must be at least 1.") }
    if let chars, chars < 1 { throw ValidationError("--chars must be at least 1.") }
    if let ratio, !(ratio > 0 && ratio <= 1) { throw ValidationError("--ratio must be above 0 and at most 1.") }
  }

  private var budget: Summarizer.Budget {
    if headline { return .headline(characters: chars ?? 20) }
    if let chars { return .characters(chars) }
    if let ratio { return .ratio(ratio) }
    return .sentences(sentences ?? 3)
  }

  func run() throws {
    let (format, unit, budget) = (format, offsets, budget)
    let method = Summarizer.Method(rawValue: method.rawValue) ?? .linear
    var choice = Summarizer.Focus()
    choice.query = query.map { Text($0) }
    choice.required = must.map { Text($0) }
    let focus = choice
    try Job(input: input, output: output, unit: "documents").run { job in
      let summarizer = try Summarizer(method: method)
      try job.work.run(job.stream) { document in
        summarizer.summary(of: document.text, budget: budget, focus: focus)
      } write: { document, summary in
        switch format {
        case .text:
          try job.file.write(summary.text + "\n")
          for note in summary.notes { job.reporter.note(document.failure(.done, note.rawValue).description) }
        case .jsonl: try job.file.write(Self.record(summary, of: document, unit))
        }
      }
      return nil
    }
  }

  private static func record(_ summary: Summary, of document: Document, _ unit: OffsetUnit) -> [UInt8] {
    let offsets = Offsets(document.text, unit: unit)
    var json = JSONWriter()
    json.object { json in
      json.key("id")
      json.string(document.id)
      json.key("text")
      json.string(summary.text)
      if !summary.notes.isEmpty {
        json.key("notes")
        json.array(summary.notes) { $0.string($1.rawValue) }
      }
      json.key("sentences")
      json.array(summary.units) { json, sentence in
        json.object { json in
          json.key("text")
          json.string(document.text.singleLine(sentence.range).string)
          json.span(sentence.range, offsets)
          json.key("score")
          json.number(sentence.score)
        }
      }
    }
    json.newLine()
    return json.bytes
  }
}
