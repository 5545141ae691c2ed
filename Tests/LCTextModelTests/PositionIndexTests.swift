import LCTestSupport
import LCTextModel
import Testing

/// Positions convert there and back on every kind of text.
struct PositionIndexTests {
  private static let samples: [Text] = [
    "", "\n", "a", "第一行\n第二行", "第一行\r\n第二行\r\n", "x\ny\n", "😀\n👨‍👩‍👧e\u{301}", "lone\rcarriage", "末行无换行\n尾",
    Text(units: [0xDC00, 0x61, 0xD800]), Text(units: [0xD83D, 0xD83D, 0xDE00]),
  ]

  private static func texts() throws -> [Text] {
    var random = SeededRandom(seed: 11)
    // Around the checkpoints' stride of 128 and its multiples.
    let mixed = [126, 127, 128, 129, 255, 256, 257, 600].map { RandomText.mixed(count: $0, using: &random) }
    return samples + mixed + (try Seeds.texts())
  }

  @Test func everyCharacterStartRoundTrips() throws {
    for text in try Self.texts() {
      let index = PositionIndex(text)
      for offset in 0...text.count where !isInsidePair(offset, text) {
        #expect(index.utf16Offset(codePoint: index.codePointOffset(utf16: offset)) == offset)
        #expect(index.utf16Offset(utf8: index.utf8Offset(utf16: offset)) == offset)
        #expect(index.utf16Offset(of: index.position(utf16: offset)) == offset)
      }
    }
  }

  @Test func countsAgreeWithTheStandardLibrary() throws {
    for text in try Self.texts() {
      let index = PositionIndex(text)
      let string = text.string
      #expect(index.codePointCount == string.unicodeScalars.count)
      #expect(index.utf8Count == string.utf8.count)
      #expect(index.codePointOffset(utf16: text.count) == index.codePointCount)
      #expect(index.lineCount == string.utf8.count { $0 == 0x0A } + 1)
    }
  }

  @Test func aPositionInsideACharacterMeansItsStart() {
    let index = PositionIndex("a😀b")
    #expect(index.codePointOffset(utf16: 2) == 1)
    #expect(index.utf16Offset(utf8: 3) == 1)
    #expect(index.position(utf16: 2) == Position(line: 1, column: 2))
  }

  @Test func linesAreThoseOfCat() {
    let index = PositionIndex("一\r\n二\n\n三")
    #expect(index.lineCount == 4)
    #expect((1...4).map { index.range(ofLine: $0) } == [0..<1, 3..<4, 5..<5, 6..<7])
    #expect(index.position(utf16: 6) == Position(line: 4, column: 1))
    #expect(index.position(utf16: 1) == Position(line: 1, column: 2))
  }

  @Test func positionsOutsideTheTextAreClamped() {
    let index = PositionIndex("甲\n乙")
    #expect(index.utf16Offset(of: Position(line: 1, column: 99)) == 1)
    #expect(index.utf16Offset(of: Position(line: 9, column: 1)) == 3)
    #expect(index.utf16Offset(of: Position(line: 0, column: 1)) == 0)
    #expect(index.utf16Offset(codePoint: 99) == 3)
    #expect(index.utf16Offset(utf8: -1) == 0)
  }

  private func isInsidePair(_ offset: Int, _ text: Text) -> Bool {
    offset > 0 && offset < text.count && text.units[offset].isTrailSurrogate && text.units[offset - 1].isLeadSurrogate
  }
}
