import LCLexicon
import LCTestSupport
import LCTextModel
import Testing

struct BoundaryTablesTests {
  @Test func wordsOfTheLexiconAreFoundAndOthersAreNot() throws {
    let tables = try BoundaryTables.embedded(.news)
    for word in ["工作", "交通运输", "中华人民共和国", "高质量"] where word.utf16.count <= BoundaryLayout.longestWord {
      #expect(tables.knowledge(of: word.utf16) != nil, "\(word)")
    }
    for word in ["作工的", "的的的", "城城城城", "a", ""] { #expect(tables.knowledge(of: word.utf16) == nil, "\(word)") }
  }

  @Test func everyStandardHasItsWeights() throws {
    for standard in WordStandard.allCases {
      let tables = try BoundaryTables.embedded(standard)
      #expect(tables.standard == standard)
      #expect(tables.view.unitRowCount > 1000)
    }
  }

  @Test func textsAndTablesAreTheSame() throws {
    var random = SeededRandom(seed: 12)
    let characters = Array("的一是在不了有和人这中大为上个国我以要他".utf16)
    let row = { (random: inout SeededRandom) in (0..<8).map { _ in Int16.random(in: -100...100, using: &random) } }
    let weights = WordStandard.allCases.map { standard in
      BoundaryModelData.Weights(
        units: (0..<characters.count + 4).map { $0 == 0 ? .init(repeating: 0, count: 8) : row(&random) },
        pairs: [UInt32(5) << 13 | 6: [1, 2, 3, 4, 5, 6, 7, Int8(standard.index)]],
        matches: (0..<BoundaryLayout.matchRowCount).map { $0 % 97 == 0 ? row(&random) : .init(repeating: 0, count: 8) },
        contexts: (0..<4).map { _ in (0..<BoundaryLayout.contextCount).map { _ in Int16.random(in: -9...9, using: &random) } })
    }
    let words: [BoundaryModelData.Word] = [
      .init(units: Array("中国".utf16), wordClass: WordClass(level: 3, isName: false, standards: [.news, .pku]), tag: .ns),
      .init(units: Array("中国人".utf16), wordClass: WordClass(level: 1, isName: true, standards: []), tag: .nr),
      .init(units: Array("有人".utf16), wordClass: WordClass(level: 0, isName: false, standards: [.gsd]), tag: nil),
    ]
    let data = BoundaryModelData(characters: characters, words: words, weights: weights)
    let read = try BoundaryModelData(words: data.wordsText, weights: data.weightsText)
    let compiled = BoundaryTables.compile(data)
    #expect(BoundaryTables.compile(read) == compiled)
    let tables = try BoundaryTables(compiled: compiled, .news)
    #expect(tables.knowledge(of: "中国".utf16)?.tag == .ns)
    #expect(tables.knowledge(of: "中国人".utf16)?.tag == .nr)
    #expect(tables.knowledge(of: "有人".utf16)?.tag == nil)
    #expect(throws: LexiconError.checksum) {
      _ = try BoundaryTables(compiled: compiled.dropLast() + [compiled[compiled.count - 1] ^ 1], .news)
    }
  }

  @Test func standardsSeeTheirOwnWords() {
    let wordClass = WordClass(level: 2, isName: true, standards: [.pku, .gsd])
    #expect(wordClass.level == 2 && wordClass.isName)
    #expect(WordStandard.allCases.map { wordClass.isKnown(to: $0) } == [false, true, false, true])
    #expect(WordStandard.allCases.map { wordClass.view(standardIndex: $0.index) } == [6, 14, 6, 14])
  }
}
