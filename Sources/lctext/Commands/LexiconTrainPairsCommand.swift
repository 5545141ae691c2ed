internal import ArgumentParser
internal import LCText

/// `lctext lexicon train pairs`.
struct LexiconTrainPairsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pairs",
    abstract: "Count which characters stand side by side.",
    discussion: """
      Pages are put in order by them. The table pairs.tsv goes to the folder; 'lexicon build' compiles it.

      Example: lctext lexicon train pairs --folder lexicons/ news.jsonl
      """)

  @OptionGroup var input: InputOptions

  @Option(help: "The folder the table goes to.", completion: .directory)
  var folder: String

  func run() throws {
    var counting = CharacterPairCounting()
    try Job(input: input, output: nil, unit: "documents").run { job in
      while let document = job.stream.next() {
        counting.add(document.text)
        job.reporter.done()
      }
      return nil
    }
    try Reporter.endingWithStatus { try LexiconFiles.write(counting.table, to: "\(folder)/pairs.tsv") }
  }
}
