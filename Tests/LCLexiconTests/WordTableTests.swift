import LCLexicon
import LCTestSupport
import Testing

struct WordTableTests {
  @Test func everyWordGivesItsValueAndNoOtherDoes() throws {
    var random = SeededRandom(seed: 5)
    var words: [String: UInt32] = [:]
    for _ in 0..<2000 {
      let scalars = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        Unicode.Scalar(UInt32.random(in: 0x4E00...0x4E40, using: &random)).map(String.init) ?? ""
      }
      words[scalars.joined()] = UInt32.random(in: 0...1_000_000, using: &random)
    }
    let table = try WordTable(file: WordTable.compile(words.map { (word: $0.key, value: $0.value) }))
    for (word, value) in words { #expect(table.value(of: word.utf16) == value) }
    for word in ["", "城", "ab", "一一一一一一"] where words[word] == nil { #expect(table.value(of: word.utf16) == nil) }
  }

  @Test func theOrderOfTheWordsDoesNotMatter() {
    let words: [(word: String, value: UInt32)] = [("一", 1), ("二", 2), ("三", 3), ("山东", 4)]
    #expect(WordTable.compile(words) == WordTable.compile(words.reversed()))
  }

  @Test func damagedFilesAreRefused() throws {
    let file = WordTable.compile([(word: "山东", value: 4), (word: "聊城", value: 5)])
    #expect(throws: LexiconError.badHeader(expected: .words)) { try WordTable(file: []) }
    #expect(throws: LexiconError.badHeader(expected: .words)) { try WordTable(file: [UInt8](repeating: 0, count: 64)) }
    #expect(throws: LexiconError.truncated(expected: file.count, found: file.count - 1)) {
      try WordTable(file: Array(file.dropLast()))
    }
    var version = file
    version[4] = 9
    #expect(throws: LexiconError.unsupportedVersion(9)) { try WordTable(file: version) }
    for place in 16..<file.count {
      var changed = file
      changed[place] ^= 0x10
      #expect(throws: LexiconError.self, "byte \(place)") { try WordTable(file: changed) }
    }
  }
}
