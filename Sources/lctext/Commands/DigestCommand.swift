internal import ArgumentParser
internal import LCText

/// `lctext digest`.
struct DigestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Tell what is in an issue: its articles with headlines, keywords and summaries.",
    discussion: """
      Plain files are scanned pages, all of one issue; records of jsonl are articles, grouped by their "issue". Passages \
      that repeat inside a page or on two pages are told with their lines.

      Example: lctext digest seeds/
      """)

  /// How digests are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, html, json, jsonl
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: "text: for a terminal; markdown, html: for a person elsewhere; json: an issue as an object; jsonl: an issue a line.")
  var format: Format = .text

  @Option(help: "The most keywords of an article.")
  var keywords = 5

  @Option(help: "The most characters of a summary.")
  var chars = 120

  @Option(help: "The unit of start and end in json.")
  var offsets: OffsetUnit = .codepoints

  func validate() throws {
    guard keywords >= 0 else { throw ValidationError("--keywords must not be negative.") }
    guard chars >= 1 else { throw ValidationError("--chars must be at least 1.") }
  }

  func run() throws {
    var options = Digester.Options()
    options.keywordCount = keywords
    options.summaryLength = chars
    let (chosen, format, unit) = (options, format, offsets)
    try Job(input: input, output: output, unit: "pages").run { job in
      let digester = try Digester(options: chosen)
      let form: any DigestForm =
        switch format {
        case .text: DocumentForm(markup: TextMarkup(Terminal(job.file)))
        case .markdown: DocumentForm(markup: MarkdownMarkup())
        case .html: DocumentForm(markup: HTMLMarkup())
        case .json, .jsonl: RecordForm(unit: unit)
        }
      var issues = IssueCollection(form)
      try job.work.run(
        job.stream,
        { document in
          let digest =
            document.line == nil
            ? digester.digest(of: document.text, lines: document.lines)
            : digester.digest(ofArticle: document.text, headline: document.title)
          return (digest, form.render(document, digest))
        }
      ) { document, result in try issues.add(document, result.0, result.1) }
      let all = issues.all
      let isList = format == .json && all.count != 1
      if isList { try job.file.write(all.isEmpty ? "[" : "[\n") }
      for (number, issue) in all.enumerated() {
        if isList, number > 0 { try job.file.write(",\n") }
        try issue.writer.finish(issue.end(threads: input.threadCount), to: job.file)
        if format == .jsonl || format == .json && !isList { try job.file.write("\n") }
      }
      if isList { try job.file.write(all.isEmpty ? "]\n" : "\n]\n") }
      return nil
    }
  }
}
