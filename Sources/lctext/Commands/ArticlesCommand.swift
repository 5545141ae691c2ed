internal import ArgumentParser
internal import LCText

/// `lctext articles`.
struct ArticlesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "articles",
    abstract: "Rebuild the articles of scanned pages.",
    discussion: """
      Printed lines become paragraphs, headlines find their bodies, repeated blocks are set aside. Nothing is lost: each \
      part knows its place in the scan, and each change its reason.

      Example: lctext articles --edits page.txt
      """)

  /// How pages are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, jsonl
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "text: for a person; json: an array of pages; jsonl: a page a line. One page alone is a json object.")
  var format: Format = .text

  @Flag(help: "Show in text what was changed, and why. json always has it.")
  var edits = false

  @Option(
    help: ArgumentHelp(
      "Kinds of changes not to make, with commas between them: \(Self.reasons.joined(separator: ", ")), or all.",
      valueName: "reasons"))
  var reject = ""

  @Option(help: "The unit of start and end in json.")
  var offsets: OffsetUnit = .codepoints

  private static let reasons = EditReason.ofPages.map(\.rawValue)

  private var rejected: Set<EditReason> {
    let names = reject.filter { $0 != " " }.split(separator: ",").map(String.init)
    return Set(names.contains("all") ? EditReason.ofPages : names.map { EditReason(rawValue: $0) })
  }

  func validate() throws {
    for reason in rejected where !Self.reasons.contains(reason.rawValue) {
      throw ValidationError("Unknown kind of change '\(reason.rawValue)': there are \(Self.reasons.joined(separator: ", ")).")
    }
  }

  func run() throws {
    let rejected = rejected
    let (format, unit, showsEdits) = (format, offsets, edits)
    try Job(input: input, output: output, unit: "pages").run { job in
      let reader = try PageReader(rejecting: rejected)
      var list = JSONList(isList: format == .json)
      try job.work.run(
        job.stream,
        { document in
          let page = reader.page(of: document.text, lines: document.lines)
          switch format {
          case .text: return PagePrinter(page, of: document, showsEdits: showsEdits).bytes
          case .json, .jsonl: return PageRecord(page, of: document, unit: unit).bytes
          }
        }
      ) { _, bytes in
        try job.file.write(format == .text ? bytes : list.next(bytes))
      }
      try job.file.write(list.end)
      return nil
    }
  }
}
