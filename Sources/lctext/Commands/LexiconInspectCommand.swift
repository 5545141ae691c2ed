internal import ArgumentParser
internal import LCText

/// `lctext lexicon inspect`.
struct LexiconInspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what the lexicons know of words, and how each standard cuts them.",
    discussion: "Example: lctext lexicon inspect 摘星夺旗 工作")

  @Argument(help: ArgumentHelp("Words to look up.", valueName: "word"))
  var words: [String]

  private static let levels = ["not in it", "there without a count", "counted", "frequent"]

  func run() throws {
    let boundaries = try BoundaryTables.embedded(.news)
    let tags = try TagTables.embedded()
    let background = try DocumentFrequency.embedded()
    let stopWords = try StopWords.embedded()
    for word in words {
      let units = Array(word.utf16)
      print(word)
      if let (known, tag) = boundaries.knowledge(of: units) {
        let standards = WordStandard.allCases.filter(known.isKnown).map(\.rawValue)
        print("  dictionary: \(Self.levels[known.level])\(tag.map { ", \($0.rawValue)" } ?? "")")
        print("  corpora: \(standards.isEmpty ? "none" : standards.joined(separator: ", "))")
      } else {
        print("  lexicon: does not have it")
      }
      if let record = tags.record(units.reduce(0, TagTables.hash)) {
        let list = (0..<record.count).map { "\(tags.tags[record.tag($0)]) (\(record.weight($0)))" }
        print("  tags: \(list.joined(separator: ", "))")
      }
      let count = units.withUnsafeBufferPointer { background.count(of: $0) }
      print("  documents: about \(count) of \(background.documentCount)")
      if units.withUnsafeBufferPointer({ stopWords.contains($0) }) { print("  a stop word") }
      for standard in WordStandard.allCases {
        let text = Text(word)
        let tokens = try Tokenizer(standard: standard, isTagging: true).tokens(in: text)
        let cut = tokens.map { "\(text.string(in: $0.range))/\($0.tag.rawValue)" }
        print("  \(standard.rawValue): \(cut.joined(separator: " "))")
      }
    }
  }
}
