internal import ArgumentParser
internal import LCText

/// `lctext lexicon train summary`.
struct LexiconTrainSummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Learn which clauses of a text are most like its headline, and which sentences make its summary.",
    discussion: """
      The documents are JSON Lines. For headlines they have text and title, and the table summary.tsv goes to the folder. For \
      sentences, the first paragraph of a text is a summary of the rest (--lead), or a text has a summary made of its own \
      sentences (--extract); the table is sentences.tsv. Both take effect when the program is built.

      Example: lctext lexicon train summary --headline news.jsonl --lead news.jsonl --extract english.jsonl lexicons/
      """)

  @Option(help: ArgumentHelp("Texts with their headlines; may be given again.", valueName: "file"))
  var headline: [String] = []

  @Option(help: ArgumentHelp("News whose first paragraph tells the rest; may be given again.", valueName: "file"))
  var lead: [String] = []

  @Option(help: ArgumentHelp("Texts with the sentences of their summaries; may be given again.", valueName: "file"))
  var extract: [String] = []

  @Option(help: "How often the texts are gone over.")
  var passes = 20

  @Argument(help: "The folder the table goes to.", completion: .directory)
  var folder: String

  func validate() throws {
    guard passes >= 1 else { throw ValidationError("--passes must be at least 1.") }
    guard !headline.isEmpty || !lead.isEmpty || !extract.isEmpty else {
      throw ValidationError("Missing documents: give --headline, --lead or --extract.")
    }
  }

  func run() throws {
    try Reporter.endingWithStatus {
      if !headline.isEmpty { try trainHeadlines() }
      if !lead.isEmpty || !extract.isEmpty { try trainSentences() }
    }
  }

  private func trainHeadlines() throws {
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

  private func trainSentences() throws {
    var training = try SentenceTraining()
    training.passes = passes
    training.progress = { writeToStandardError("\($0)\n") }
    for path in lead {
      try LabelledDocument.forEach(in: path, needing: "text") { document in
        let paragraphs = document.text.split(separator: "\n").filter { $0.contains { !$0.isWhitespace } }
        let rest = paragraphs.dropFirst().joined(separator: "\n")
        // A lead that is too short tells too little, and little text is no choice.
        if let lead = paragraphs.first, paragraphs.count >= 4, (50...260).contains(lead.count), rest.count >= 450 {
          training.add(Text(rest), summary: Text(String(lead)))
        }
        return true
      }
    }
    for path in extract {
      try LabelledDocument.forEach(in: path, needing: "text and summary") { document in
        guard let summary = document.summary else { return false }
        training.add(Text(document.text), extract: Text(summary))
        return true
      }
    }
    try LexiconFiles.write(training.run().text, to: "\(folder)/sentences.tsv")
  }
}
