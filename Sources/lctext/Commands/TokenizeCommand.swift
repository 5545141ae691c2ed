internal import ArgumentParser
internal import LCText

/// `lctext tokenize`.
struct TokenizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenize",
    abstract: "Cut documents into words.",
    discussion: """
      Words are separated by one space, and lines stay lines.

      Example: lctext tokenize --input lines --tags headlines.txt
      """)

  /// How words are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, jsonl
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "text: words and spaces; jsonl: one document a line, with the places of its words.")
  var format: Format = .text

  @Option(help: "The unit of start and end in jsonl.")
  var offsets: OffsetUnit = .codepoints

  /// The names of ``WordStandard`` as arguments.
  enum Standard: String, CaseIterable, ExpressibleByArgument {
    case news, pku, msr, gsd

    var value: WordStandard {
      switch self {
      case .news: .news
      case .pku: .pku
      case .msr: .msr
      case .gsd: .gsd
      }
    }
  }

  @Option(help: "Whose words: those of Peking University with whole personal names (news), or as a corpus has them.")
  var standard: Standard = .news

  @OptionGroup var own: DictionaryOptions

  @Flag(help: "Write word/tag.")
  var tags = false

  @Flag(help: "Add in jsonl what the text names: persons, places, organizations, dates, quantities, titles.")
  var entities = false

  func validate() throws {
    if entities, format != .jsonl { throw ValidationError("--entities needs --format jsonl.") }
  }

  func run() throws {
    let (format, unit, tags, standard) = (format, offsets, tags, standard.value)
    let (own, entities) = (own, entities)
    try Job(input: input, output: output, unit: "documents").run { job in
      let tokenizer = try Tokenizer(
        standard: standard, dictionary: try own.dictionary(job.reporter), isTagging: tags || format == .jsonl)
      // Words of the user's may hold white space, and then stand over the end of a line.
      job.stream.isInPieces = format == .text && own.path == nil
      try job.forEachDocument { document in
        let tokens = tokenizer.tokens(in: document.text)
        switch format {
        case .text:
          return WordLines.bytes(
            of: tokens, in: document.text, tags: tags, isContinued: document.isContinued, isCut: document.isCut)
        case .jsonl: return Self.record(tokens, of: document, unit, entities: entities)
        }
      }
      return nil
    }
  }

  private static func record(_ tokens: [Token], of document: Document, _ unit: OffsetUnit, entities: Bool) -> [UInt8] {
    let offsets = Offsets(document.text, unit: unit)
    var json = JSONWriter()
    json.object { json in
      json.key("id")
      json.string(document.id)
      json.key("tokens")
      json.array(tokens.filter { $0.kind != .space }) { json, token in
        json.object { json in
          json.key("text")
          json.string(document.text, token.range)
          json.span(token.range, offsets)
          json.key("tag")
          json.string(token.tag.rawValue)
        }
      }
      guard entities else { return }
      json.key("entities")
      json.array(EntityFinder().entities(in: document.text, tokens)) { json, entity in
        json.object { json in
          json.key("text")
          json.string(document.text, entity.range)
          json.key("kind")
          json.string(entity.kind.rawValue)
          json.span(entity.range, offsets)
        }
      }
    }
    json.newLine()
    return json.bytes
  }
}
