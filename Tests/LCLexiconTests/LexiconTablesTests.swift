import Foundation
import LCLexicon
import LCTestSupport
import Testing

struct LexiconTablesTests {
  private let folder = Seeds.root.appending(path: "lexicons")

  @Test(arguments: LexiconTables.all.map(\.table))
  func compiledFilesAreNotStale(table: String) throws {
    let entry = try #require(LexiconTables.all.first { $0.table == table })
    let text = try String(contentsOf: folder.appending(path: entry.table), encoding: .utf8)
    let stored = try Data(contentsOf: folder.appending(path: entry.compiled))
    #expect(try entry.compiled(from: text) == [UInt8](stored), "run 'lctext lexicon build lexicons/'")
  }

  @Test func aTableNamesItsSourceAndLicence() throws {
    for entry in LexiconTables.all {
      let text = try String(contentsOf: folder.appending(path: entry.table), encoding: .utf8)
      #expect(text.hasPrefix("#"), "\(entry.table) has no header")
    }
    let provenance = try String(contentsOf: folder.appending(path: "PROVENANCE.md"), encoding: .utf8)
    for entry in LexiconTables.all { #expect(provenance.contains(entry.table)) }
  }

  @Test func aBadRowIsNamed() throws {
    #expect(throws: LexiconError.badRow(line: 3, reason: "1 fields instead of 2")) {
      try DocumentFrequency.compile(table: "# head\n城市\t5\n聊城\n")
    }
    #expect(throws: LexiconError.badRow(line: 1, reason: "'many' is no count")) {
      try DocumentFrequency.compile(table: "城市\tmany\n")
    }
  }
}
