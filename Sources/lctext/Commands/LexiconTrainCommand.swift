internal import ArgumentParser
internal import LCText

/// `lctext lexicon train`.
struct LexiconTrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learn tables from labelled text.",
    subcommands: [
      LexiconTrainWordsCommand.self, LexiconTrainKeywordsCommand.self, LexiconTrainSummaryCommand.self,
      LexiconTrainDuplicatesCommand.self, LexiconTrainPairsCommand.self,
    ],
    defaultSubcommand: LexiconTrainWordsCommand.self)
}

/// `lctext lexicon train words`.
struct LexiconTrainWordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words",
    abstract: "Learn word boundaries and parts of speech from corpora.",
    discussion: """
      The corpora are lines of words with white space between; that of news and pku has word/tag. The tables go to the \
      folder; 'lexicon build' compiles them. With --share below 1, the lines that are not learned from are scored.

      Example: lctext lexicon train words --news pfr.txt --msr msr.txt --gsd gsd.txt --words dict.txt lexicons/
      """)

  @Option(help: ArgumentHelp("The People's Daily corpus, word/tag, names split.", valueName: "file"))
  var news: String

  @Option(help: ArgumentHelp("A corpus of Microsoft Research's standard.", valueName: "file"))
  var msr: String?

  @Option(help: ArgumentHelp("A corpus of the GSD treebank's standard.", valueName: "file"))
  var gsd: String?

  @Option(help: ArgumentHelp("A general dictionary: word, count and tag on a line.", valueName: "file"))
  var words: String

  @Option(help: ArgumentHelp("The part of each corpus to learn from, from its start.", valueName: "share"))
  var share = 1.0

  @Option(help: "How often the lines are gone over.")
  var passes = 10

  @Argument(help: "The folder the tables go to.", completion: .directory)
  var folder: String

  func validate() throws {
    guard share > 0, share <= 1 else { throw ValidationError("--share must be above 0 and at most 1.") }
    guard passes >= 1 else { throw ValidationError("--passes must be at least 1.") }
  }

  func run() throws {
    try Reporter.endingWithStatus {
      let (tagged, heldOut) = SegmentedCorpus(text: try LexiconFiles.text(news), isTagged: true).split(at: share)
      var corpora: [WordStandard: SegmentedCorpus] = [.news: tagged.withWholeNames, .pku: tagged]
      for (standard, path) in [(WordStandard.msr, msr), (.gsd, gsd)] {
        guard let path else { continue }
        corpora[standard] = SegmentedCorpus(text: try LexiconFiles.text(path), isTagged: false)
      }
      var training = BoundaryTraining(corpora: corpora, dictionary: try dictionary())
      training.passes = passes
      training.progress = { writeToStandardError("\($0)\n") }
      let data = training.run()
      var tagging = TagTraining([tagged, tagged.withWholeNames], boundaries: data)
      tagging.progress = training.progress
      let tags = tagging.run()
      try LexiconFiles.write(data.wordsText, to: "\(folder)/words.tsv")
      try LexiconFiles.write(data.weightsText, to: "\(folder)/boundaries.tsv")
      try LexiconFiles.write(tags.text, to: "\(folder)/tags.tsv")
      if !heldOut.lines.isEmpty { try score(heldOut, BoundaryTables.compile(data), TagTables.compile(tags)) }
    }
  }

  /// Prints what the tables are worth on text they did not learn from.
  private func score(_ corpus: SegmentedCorpus, _ boundaries: [UInt8], _ tags: [UInt8]) throws {
    for (standard, text) in [(WordStandard.pku, corpus), (.news, corpus.withWholeNames)] {
      let tables = try BoundaryTables(compiled: boundaries, standard)
      let score = try HeldOutScore(text, tables, tags: try TagTables(compiled: tags))
      print(
        "\(standard.rawValue): words F1 \(Self.fixed(score.f1)), tags \(Self.fixed(score.tagAccuracy)),",
        "\(score.goldCount) words held out")
    }
  }

  private static func fixed(_ share: Double) -> String {
    let digits = String(Int((share * 10_000).rounded()))
    return "0." + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The part of speech a dictionary's tag stands for, of the tag set the corpus has.
  private static func partOfSpeech(_ name: Substring) -> PartOfSpeech? {
    switch name {
    case "nrt", "nrfg": .nr
    case "mq": .m
    case "ag", "bg", "dg", "mg", "ng", "rg", "tg", "vg", "yg": PartOfSpeech(rawValue: name.prefix(1).uppercased() + "g")
    case "x": nil
    default: PartOfSpeech(rawValue: String(name))
    }
  }

  private func dictionary() throws(Failure) -> [BoundaryTraining.DictionaryWord] {
    var entries: [BoundaryTraining.DictionaryWord] = []
    for (number, line) in try LexiconFiles.text(words).split(separator: "\n").enumerated() {
      let fields = line.split(separator: " ")
      guard fields.count >= 2, let count = Int(fields[1]) else {
        throw Failure(.badData, path: words, line: number + 1, "not a word, a count and a tag")
      }
      let tag = fields.count > 2 ? Self.partOfSpeech(fields[2]) : nil
      entries.append(.init(word: Array(fields[0].utf16), count: count, tag: tag))
    }
    return entries
  }
}
