internal import ArgumentParser

/// The `lctext` command: its subcommands and version.
@main
struct LCTextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lctext",
    abstract: "Articles, keywords, summaries and duplicates from scans of newspaper pages.",
    discussion: """
      Reads plain text of OCR or PDF pages in any encoding, works offline, and tells for every answer where in the scan it \
      stands.

      Example: lctext digest seeds/
      """,
    version: "0.1.0",
    subcommands: [
      DigestCommand.self, ArticlesCommand.self, SentencesCommand.self, TokenizeCommand.self, KeywordsCommand.self,
      SummarizeCommand.self,
      DuplicatesCommand.self, ArchiveCommand.self, LexiconCommand.self,
    ])
}
