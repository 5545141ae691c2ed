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
    case text, json, jsonl
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "text: for a person; json: an issue as an object; jsonl: an issue a line.")
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
      var issues = IssueCollection()
      try job.work.run(
        job.stream,
        { document in
          document.line == nil
            ? digester.digest(of: document.text) : digester.digest(ofArticle: document.text, headline: document.title)
        }
      ) { document, digest in issues.add(document, digest) }
      var list = JSONList(isList: format == .json)
      for issue in issues.all {
        let duplicates = digester.duplicates(across: issue.pages.map(\.digest.page))
        let keywords = digester.issueKeywords(of: issue.pages.flatMap(\.digest.articles), top: Self.issueKeywordCount)
        switch format {
        case .text: try job.file.write(DigestPrinter(issue, keywords, duplicates).bytes)
        case .json, .jsonl:
          try job.file.write(list.next(DigestRecord(issue, keywords, duplicates, unit: unit).bytes))
        }
      }
      if format != .text { try job.file.write(list.end) }
      return nil
    }
  }
}

/// An issue: its pages, or articles given as records, with their digests.
struct Issue {
  var name: String?
  var pages: [(document: Document, digest: PageDigest)] = []
}

/// The issues of the input in the order they first appear.
struct IssueCollection {
  private(set) var all: [Issue] = []
  private var numbers: [String?: Int] = [:]

  mutating func add(_ document: Document, _ digest: PageDigest) {
    let number = numbers[document.issue] ?? all.count
    if number == all.count {
      numbers[document.issue] = number
      all.append(Issue(name: document.issue))
    }
    all[number].pages.append((document, digest))
  }
}
