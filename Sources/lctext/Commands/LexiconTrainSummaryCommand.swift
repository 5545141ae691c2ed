internal import ArgumentParser
internal import LCText

/// `lctext lexicon train summary`.
struct LexiconTrainSummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Learn which clauses of a text are most like its headline.",
    discussion: """
      The documents are JSON Lines with text and title. The table summary.tsv goes to the folder and takes effect when the \
      program is built.

      Example: lctext lexicon train summary --headline news.jsonl lexicons/
      """)

  @Option(help: ArgumentHelp("Texts with their headlines; may be given again.", valueName: "file"))
  var headline: [String]

  @Option(help: "How often the texts are gone over.")
  var passes = 20

  @Argument(help: "The folder the table goes to.", completion: .directory)
  var folder: String

  func validate() throws {
    guard passes >= 1 else { throw ValidationError("--passes must be at least 1.") }
  }

  func run() throws {
    try Reporter.endingWithStatus {
      var training = try HeadlineTraining()
      training.passes = passes
      training.progress = { writeToStandardError("\($0)\n") }
      for path in headline {
        try LabelledDocument.forEach(in: path, needing: "text and title") { document in
          guard let headline = document.title ?? document.summary else { return false }
          training.add(Text(document.text), headline: Text(headline))
          return true
        }
      }
      try LexiconFiles.write(training.run().text, to: "\(folder)/summary.tsv")
    }
  }
}
