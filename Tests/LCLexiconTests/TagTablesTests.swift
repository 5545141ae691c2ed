import LCLexicon
import Testing

struct TagTablesTests {
  private static func data() -> TagModelData {
    let layout = TagLayout(tagCount: 2)
    var rows = [[Int8]](repeating: [], count: layout.rowCount)
    rows[layout.before(0, 1)] = [3, -4]
    rows[layout.last(77)] = [0, 127]
    return TagModelData(
      tags: ["n", "v"], openTags: [0],
      words: [
        .init(word: Array("工作".utf16), number: 5, tags: [(1, 20), (0, -3)]),
        .init(word: Array("城市".utf16), number: 0, tags: [(0, 0)]),
      ], rows: rows)
  }

  @Test func textAndDataAreTheSame() throws {
    let data = Self.data()
    #expect(TagTables.compile(try TagModelData(text: data.text)) == TagTables.compile(data))
  }

  @Test func everyRowHasItsOwnPlace() {
    let layout = TagLayout(tagCount: 44)
    let rows = [
      layout.before(44, 44), layout.around(44, 44), layout.behind(44, 44), layout.own(44, before: 44), layout.own(44, behind: 44),
      layout.length(9), layout.first(2047), layout.last(2047), layout.wordBefore(1023), layout.wordBehind(1023),
    ]
    #expect(rows == rows.sorted())
    #expect(Set(rows).count == rows.count)
    #expect(rows.allSatisfy { $0 < layout.rowCount })
  }

  @Test(arguments: [
    ("tags\tn v\nword\t城\t0\tn:1\nword\t城\t0\tv:1", 3), ("tags\tn v\nword\t城\t0\tq:1", 2), ("tags\tn v\nword\t城\t5000\tn:1", 2),
    ("tags\tn v\nrow\t1\t1 2 3", 2), ("nonsense", 1), ("tags\tn v\nword\t城\t0\t", 2),
  ])
  func aBadRowIsNamedWithItsLine(text: String, line: Int) {
    #expect {
      try TagModelData(text: text)
    } throws: { error in
      guard case .badRow(let found, _) = error as? LexiconError else { return false }
      return found == line
    }
  }

  @Test func theProgramsOwnTagsAreThoseOfTheCorpus() throws {
    let tables = try TagTables.embedded()
    for tag in ["n", "nr", "ns", "nt", "v", "a", "m", "q", "t", "w"] { #expect(tables.tags.contains(tag)) }
    let record = try #require(tables.record("工作".utf16.reduce(0, TagTables.hash)))
    #expect(record.count > 1)
    #expect(tables.record("没有这样的一个词".utf16.reduce(0, TagTables.hash)) == nil)
  }
}
