internal import ArgumentParser
internal import LCText

/// `lctext lexicon train duplicates`.
struct LexiconTrainDuplicatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "Learn which passages that share something are copies.",
    discussion: """
      Passages are rows of id and text; the pairs that are copies, rows of two ids, stand beside them: those of \
      news.docs.tsv in news.truth.tsv. The table duplicates.tsv goes to the folder and takes effect when the program is built.

      Example: lctext lexicon train duplicates --passages news.docs.tsv lexicons/
      """)

  @Option(help: ArgumentHelp("Passages, with their copies beside them; may be given again.", valueName: "file"))
  var passages: [String]

  @Option(help: ArgumentHelp("Passages without copies; may be given again.", valueName: "file"))
  var unrelated: [String] = []

  @Option(help: "How often the pairs are gone over.")
  var passes = 20

  @Argument(help: "The folder the table goes to.", completion: .directory)
  var folder: String

  func validate() throws {
    guard passes >= 1 else { throw ValidationError("--passes must be at least 1.") }
    guard passages.allSatisfy({ $0.hasSuffix(".docs.tsv") }) else {
      throw ValidationError("The names of passages must end in .docs.tsv.")
    }
  }

  func run() throws {
    try Reporter.endingWithStatus {
      var training = CopyTraining()
      training.passes = passes
      training.progress = { writeToStandardError("\($0)\n") }
      for path in passages {
        let (texts, numbers) = try Self.rows(path)
        let pairs = try Self.pairs(path.dropLast(".docs.tsv".count) + ".truth.tsv", numbers)
        training.add(texts) { pairs.contains([min($0, $1), max($0, $1)]) }
      }
      for path in unrelated { training.addUnrelated(try Self.rows(path).passages) }
      try LexiconFiles.write(training.run().text, to: "\(folder)/duplicates.tsv")
    }
  }

  private static func rows(_ path: String) throws(Failure) -> (passages: [Passage], numbers: [Substring: Int]) {
    var passages: [Passage] = []
    var numbers: [Substring: Int] = [:]
    for row in try LexiconFiles.text(path).split(separator: "\n") {
      guard let tab = row.firstIndex(of: "\t") else { continue }
      numbers[row[..<tab]] = passages.count
      // A line break is written as \\n; comparisons leave both out.
      passages.append(Passage(Text(row[row.index(after: tab)...].split(separator: "\\n").joined())))
    }
    return (passages, numbers)
  }

  private static func pairs(_ path: String, _ numbers: [Substring: Int]) throws(Failure) -> Set<[Int]> {
    var pairs: Set<[Int]> = []
    for row in try LexiconFiles.text(path).split(separator: "\n") {
      let ids = row.split(separator: "\t")
      guard ids.count >= 2, let a = numbers[ids[0]], let b = numbers[ids[1]] else { continue }
      pairs.insert([min(a, b), max(a, b)])
    }
    return pairs
  }
}
