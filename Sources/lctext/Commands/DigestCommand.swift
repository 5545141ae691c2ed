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

  private static let issueKeywordCount = 10

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
      var issues = IssueCollection(format: format, unit: unit)
      try job.work.run(
        job.stream,
        { document in
          document.line == nil
            ? digester.digest(of: document.text) : digester.digest(ofArticle: document.text, headline: document.title)
        }
      ) { document, digest in try issues.add(document, digest) }
      let all = issues.all
      let isList = format == .json && all.count != 1
      if isList { try job.file.write(all.isEmpty ? "[" : "[\n") }
      for (number, issue) in all.enumerated() {
        if isList, number > 0 { try job.file.write(",\n") }
        let duplicates = issue.passages.duplicates(threads: input.threadCount)
        try issue.writer.finish(issue.keywords.best(Self.issueKeywordCount), duplicates, to: job.file)
        if format == .jsonl || format == .json && !isList { try job.file.write("\n") }
      }
      if isList { try job.file.write(all.isEmpty ? "]\n" : "\n]\n") }
      return nil
    }
  }
}

/// Writes an issue: its pages one by one, of which it keeps no more than it must, and at the end what concerns all.
protocol IssueWriter: AnyObject {
  /// Takes the next page, or article given as a record.
  func add(_ document: Document, _ digest: PageDigest) throws
  /// Writes it all.
  func finish(_ keywords: [IssueKeyword], _ duplicates: [IssueDuplicate], to file: OutputFile) throws
}

/// The issues of the input in the order they first appear.
struct IssueCollection {
  /// An issue.
  struct Issue {
    var writer: any IssueWriter
    var keywords = IssueKeywords()
    var passages = IssuePassages()
  }

  private(set) var all: [Issue] = []
  private var numbers: [String?: Int] = [:]
  private let format: DigestCommand.Format
  private let unit: OffsetUnit

  init(format: DigestCommand.Format, unit: OffsetUnit) {
    self.format = format
    self.unit = unit
  }

  mutating func add(_ document: Document, _ digest: PageDigest) throws {
    let number = numbers[document.issue] ?? all.count
    if number == all.count {
      numbers[document.issue] = number
      all.append(Issue(writer: try writer(document.issue)))
    }
    try all[number].writer.add(document, digest)
    for article in digest.articles { all[number].keywords.add(article.keywords) }
    all[number].passages.add(digest.page)
  }

  private func writer(_ name: String?) throws -> any IssueWriter {
    switch format {
    case .text: try DigestPrinter(name)
    case .markdown: try DigestDocument(name, MarkdownMarkup())
    case .html: try DigestDocument(name, HTMLMarkup())
    case .json, .jsonl: try DigestRecord(name, unit: unit)
    }
  }
}
