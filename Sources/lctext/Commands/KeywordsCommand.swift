internal import ArgumentParser
internal import LCText

/// `lctext keywords`.
struct KeywordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keywords",
    abstract: "Find the words an editor would put in the headline.",
    discussion: "Example: lctext keywords --top 5 --format jsonl --explain article.txt")

  /// How keywords are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, jsonl, csv
  }

  /// What keywords are for.
  enum Preset: String, CaseIterable, ExpressibleByArgument {
    case headline, topic

    var value: KeywordPreset { self == .headline ? .headline : .topic }
  }

  /// How candidates are scored.
  enum Method: String, CaseIterable, ExpressibleByArgument {
    case linear, tfidf, textrank

    var value: KeywordExtractor.Method {
      switch self {
      case .linear: .linear
      case .tfidf: .tfidf
      case .textrank: .textrank
      }
    }
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "text: a document's keywords on a line; jsonl: with scores and places; csv: a keyword a row.")
  var format: Format = .text

  @Option(help: "The most keywords for a document.")
  var top = 10

  @Option(help: "Keywords as headlines use them, or as topics are named.")
  var preset: Preset = .headline

  @Option(help: "linear: by learned weights; tfidf: by frequency and rarity alone; textrank: by a walk over neighbours.")
  var method: Method = .linear

  @Option(help: "The fewest characters of a keyword.")
  var minLength = 2

  @OptionGroup var own: DictionaryOptions

  @Option(
    name: .customLong("stopwords"),
    help: ArgumentHelp("Words that are never part of a keyword, one a line.", valueName: "file"), completion: .file())
  var stopWords: String?

  @Option(help: ArgumentHelp("A word that comes first where the document has it; may be given again.", valueName: "word"))
  var must: [String] = []

  @Option(help: ArgumentHelp("A word that no keyword may hold; may be given again.", valueName: "word"))
  var exclude: [String] = []

  @Option(
    help: ArgumentHelp(
      "What words stand out against: rows of word, tab and number of documents, the first of the empty word with all.",
      valueName: "file"), completion: .file())
  var background: String?

  @Flag(help: "Persons, places, organizations and titled works only.")
  var entitiesOnly = false

  @Flag(
    help: """
      Tell instead which words of the headline the text has, which it has not, and which strong keywords the headline \
      lacks. The headline is a record's title, or that of each article of a page.
      """)
  var checkHeadline = false

  @Flag(help: "Show in jsonl what each feature added to the score.")
  var explain = false

  @Option(help: "The unit of spans in jsonl.")
  var offsets: OffsetUnit = .codepoints

  func validate() throws {
    guard top >= 0 else { throw ValidationError("--top must not be negative.") }
    if checkHeadline, format == .csv { throw ValidationError("--check-headline has no csv.") }
    guard minLength >= 1 else { throw ValidationError("--min-length must be at least 1.") }
  }

  func run() throws {
    let (format, unit, explain) = (format, offsets, explain)
    var options = KeywordExtractor.Options()
    options.top = top
    options.preset = preset.value
    options.method = method.value
    options.minimumLength = minLength
    options.isExplaining = explain
    options.isOnlyEntities = entitiesOnly
    options.required = must
    options.excluded = exclude
    let (chosen, own, stopWords, background, isCheck) = (options, own, stopWords, background, checkHeadline)
    try Job(input: input, output: output, unit: "documents").run { job in
      var options = chosen
      if let stopWords { options.stopWords = try Self.lines(of: stopWords) }
      if let background { options.background = try Self.background(background) }
      let extractor = try KeywordExtractor(options: options, dictionary: try own.dictionary(job.reporter))
      if isCheck {
        let reader = try PageReader()
        try job.forEachDocument { document in
          HeadlineChecks(document, extractor, reader, isJSON: format == .jsonl).bytes
        }
        return nil
      }
      if format == .csv { try job.file.write("id,keyword,score,count\n") }
      try job.forEachDocument { document in
        let keywords = extractor.keywords(in: document.text, title: document.title)
        switch format {
        case .text: return Array("\(document.id)\t\(keywords.map(\.text).joined(separator: " "))\n".utf8)
        case .jsonl: return Self.record(keywords, of: document, unit, explain: explain)
        case .csv: return Self.rows(keywords, of: document)
        }
      }
      return nil
    }
  }

  private static func lines(of path: String) throws -> [String] {
    try LexiconFiles.decodedText(path).split(whereSeparator: \.isNewline)
      .map { String($0.prefix { !$0.isWhitespace }) }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
  }

  private static func background(_ path: String) throws -> DocumentFrequency {
    do {
      return try DocumentFrequency(file: try DocumentFrequency.compile(table: try LexiconFiles.decodedText(path)))
    } catch let error as LexiconError {
      throw Failure(.badData, path: path, error.description)
    }
  }

  private static func record(
    _ keywords: [Keyword], of document: Document, _ unit: OffsetUnit, explain: Bool
  ) -> [UInt8] {
    let offsets = Offsets(document.text, unit: unit)
    var json = JSONWriter()
    json.object { json in
      json.key("id")
      json.string(document.id)
      json.key("keywords")
      json.array(keywords) { json, keyword in
        json.keyword(keyword, explain: explain, places: { [$0] }, offsets: { offsets($0) })
      }
    }
    json.newLine()
    return json.bytes
  }

  private static func rows(_ keywords: [Keyword], of document: Document) -> [UInt8] {
    var bytes: [UInt8] = []
    for keyword in keywords {
      let fields = [document.id, keyword.text, JSONWriter.shortest(keyword.score), String(keyword.count)]
      bytes += (fields.map(CSV.field).joined(separator: ",") + "\n").utf8
    }
    return bytes
  }
}
