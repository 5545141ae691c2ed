internal import ArgumentParser
internal import LCText

/// `lctext lexicon train keywords`.
struct LexiconTrainKeywordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keywords",
    abstract: "Learn the weights of keyword features from labelled documents.",
    discussion: """
      The documents are JSON Lines with text and title; those for topics have keys, a list of keywords. The table \
      keywords.tsv goes to the folder and takes effect when the program is built.

      Example: lctext lexicon train keywords --headline news.jsonl --topic abstracts.jsonl lexicons/
      """)

  @Option(help: ArgumentHelp("News with their headlines; may be given again.", valueName: "file"))
  var headline: [String] = []

  @Option(help: ArgumentHelp("Texts with their keywords; may be given again.", valueName: "file"))
  var topic: [String] = []

  @Option(help: "How often the documents are gone over.")
  var passes = 20

  @Argument(help: "The folder the table goes to.", completion: .directory)
  var folder: String

  func validate() throws {
    guard passes >= 1 else { throw ValidationError("--passes must be at least 1.") }
    guard !headline.isEmpty || !topic.isEmpty else { throw ValidationError("Missing documents: give --headline or --topic.") }
  }

  func run() throws {
    try Reporter.endingWithStatus {
      var training = try KeywordTraining()
      training.passes = passes
      training.progress = { writeToStandardError("\($0)\n") }
      for (preset, paths) in [(KeywordPreset.headline, headline), (.topic, topic)] {
        for path in paths {
          try LabelledDocument.forEach(in: path, needing: "text") { document in
            training.add(
              .init(text: Text(document.text), title: document.title.map { Text($0) }, keys: document.keys ?? []), for: preset)
            return true
          }
        }
      }
      try LexiconFiles.write(training.run().text, to: "\(folder)/keywords.tsv")
    }
  }
}
