internal import ArgumentParser
internal import LCText

/// What a file holds.
enum InputFormat: String, CaseIterable, ExpressibleByArgument, Sendable {
  /// Told by the content.
  case auto
  /// One document: a page, an article.
  case text
  /// Every line is a document.
  case lines
  /// Every line is a JSON object with `id`, `text`, and optionally `title` and `issue`.
  case jsonl
  /// Every line is `id<TAB>text`; in the text `\n` stands for a line break, `\t` for a tab, `\\` for a backslash.
  case tsv
  /// Pages of OCR: ALTO, hOCR, PAGE XML, JSON with boxes, the table of Tesseract.
  case alto, hocr, page, paddle, tesseract
}

/// Options of every subcommand that reads.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, folders (walked in name order, hidden files left out) or - for standard input.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @Option(help: "What the input holds: auto looks at the content.")
  var input: InputFormat = .auto

  @Option(help: ArgumentHelp("Its encoding: auto, utf-8, gb18030, big5, utf-16le, … or any name ICU knows.", valueName: "name"))
  var encoding = "auto"

  @Flag(help: "Read bytes that the encoding does not have as U+FFFD, and say how many, instead of failing.")
  var lossy = false

  @Option(help: "Threads to work with (default: one for each core). The output is the same whatever it is.")
  var threads: Int?

  func validate() throws {
    guard !paths.isEmpty else { throw ValidationError("Missing input: give files, folders, or - for standard input.") }
    if let threads, threads < 1 { throw ValidationError("--threads must be at least 1.") }
    if encoding != "auto", (try? TextEncoding(named: encoding)) == nil {
      throw ValidationError("Unknown encoding '\(encoding)'.")
    }
  }

  /// How to decode what is read.
  var decoder: TextDecoder {
    TextDecoder(encoding: encoding == "auto" ? nil : try? TextEncoding(named: encoding), isLossy: lossy)
  }

  /// The number of threads.
  var threadCount: Int {
    threads ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
}
