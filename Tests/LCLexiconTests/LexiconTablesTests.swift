import Foundation
import LCLexicon
import LCTestSupport
import Testing

struct LexiconTablesTests {
  private let folder = Seeds.root.appending(path: "lexicons")

  @Test(arguments: LexiconTables.all.map(\.compiled))
  func compiledFilesAreNotStale(compiled: String) throws {
    let entry = try #require(LexiconTables.all.first { $0.compiled == compiled })
    let texts = try entry.tables.map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
    let stored = try Data(contentsOf: folder.appending(path: compiled))
    #expect(try entry.compiled(from: texts) == [UInt8](stored), "run 'lctext lexicon build lexicons/'")
  }

  @Test func aTableNamesItsSourceAndLicence() throws {
    let provenance = try String(contentsOf: folder.appending(path: "PROVENANCE.md"), encoding: .utf8)
    for table in LexiconTables.all.flatMap(\.tables) {
      let text = try String(contentsOf: folder.appending(path: table), encoding: .utf8)
      #expect(text.hasPrefix("#"), "\(table) has no header")
      #expect(provenance.contains(table))
    }
  }

  @Test func aBadRowIsNamed() throws {
    #expect(throws: LexiconError.badRow(line: 3, reason: "1 fields instead of 2")) {
      try DocumentFrequency.compile(table: "# head\n城市\t5\n聊城\n")
    }
    #expect(throws: LexiconError.badRow(line: 1, reason: "'many' is no count")) {
      try DocumentFrequency.compile(table: "城市\tmany\n")
    }
  }

  @Test(arguments: [
    ("unit\tnews\t城\t1 2 3", 1), ("unit\tnews\t城\t1 2 3 4 5 6 7 8\npair\tnews\t城市\t1 2 3 4 5 6 7 8", 2),
    ("match\tpku\t99999999\t1 2 3 4 5 6 7 8", 1), ("nonsense\tnews\t城\t1 2 3 4 5 6 7 8", 1),
    ("unit\tklingon\t城\t1 2 3 4 5 6 7 8", 1),
  ])
  func aBadWeightIsNamedWithItsLine(weights: String, line: Int) throws {
    #expect {
      try BoundaryModelData(words: "", weights: weights)
    } throws: { error in
      guard case .badRow(let found, _) = error as? LexiconError else { return false }
      return found == line
    }
  }
}
