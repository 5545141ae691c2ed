import LCTextModel
import Testing

struct TokenTests {
  @Test func aKindImpliesATag() {
    #expect(Token(0..<2, kind: .number).tag == .m)
    #expect(Token(0..<2, kind: .latin).tag == .nx)
    #expect(Token(0..<2, kind: .punctuation).tag == .w)
    #expect(Token(0..<2, kind: .word).tag == .x)
    #expect(Token(3..<5, kind: .word, tag: .ns).range == 3..<5)
  }

  @Test func aTokenIsSmall() {
    #expect(MemoryLayout<Token>.stride <= 12)
  }

  @Test func tagsAreNumberedInTheirOrder() {
    #expect(PartOfSpeech.allCases.map { Int($0.number) } == Array(PartOfSpeech.allCases.indices))
  }
}
