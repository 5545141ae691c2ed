internal import ArgumentParser
internal import LCText

/// `lctext sentences`.
struct SentencesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sentences",
    abstract: "Cut documents into sentences, one a line.",
    discussion: """
      A line's end is no sentence's end; closing quotes and brackets stay with their sentence.

      Example: lctext sentences --softer article.txt
      """)

  /// How sentences are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, jsonl
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "text: one sentence a line; jsonl: one document a line, with the places of its sentences.")
  var format: Format = .text

  @Option(help: "The unit of start and end in jsonl.")
  var offsets: OffsetUnit = .codepoints

  @Flag(help: "Let ； and ; end a sentence, too.")
  var softer = false

  @Option(
    help: ArgumentHelp("Rules of a language, such as el or de-u-ss-standard; by default told by the text.", valueName: "name"))
  var locale: String?

  func run() throws {
    let (format, unit, softer, locale) = (format, offsets, softer, locale)
    try Job(input: input, output: output, unit: "documents").run { job in
      let segmenter = try SentenceSegmenter(locale: locale)
      try job.forEachDocument { document in
        let sentences = segmenter.sentences(in: document.text, softer: softer)
        switch format {
        case .text: return Self.lines(sentences, of: document)
        case .jsonl: return Self.record(sentences, of: document, unit)
        }
      }
      return nil
    }
  }

  private static func lines(_ sentences: [Sentence], of document: Document) -> [UInt8] {
    var bytes: [UInt8] = []
    for sentence in sentences where !sentence.content.isEmpty {
      bytes += document.text.singleLine(sentence.content).string.utf8
      bytes.append(0x0A)
    }
    return bytes
  }

  private static func record(_ sentences: [Sentence], of document: Document, _ unit: OffsetUnit) -> [UInt8] {
    let offsets = Offsets(document.text, unit: unit)
    var json = JSONWriter()
    json.object { json in
      json.key("id")
      json.string(document.id)
      json.key("sentences")
      json.array(sentences.filter { !$0.content.isEmpty }) { json, sentence in
        json.object { json in
          json.key("text")
          json.string(document.text, sentence.content)
          json.span(sentence.content, offsets)
        }
      }
    }
    json.newLine()
    return json.bytes
  }
}
