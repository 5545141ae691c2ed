import LCTextModel
import Testing

struct TextTests {
  @Test func rangesAreUTF16Offsets() {
    let text: Text = "a😀城"
    #expect(text.count == 4)
    #expect(text.string(in: 1..<3) == "😀")
    #expect(text.string(in: 3..<4) == "城")
    #expect(text.string == "a😀城")
  }

  @Test func anUnpairedSurrogatePrintsAsAReplacement() {
    #expect(Text(units: [0x61, 0xD83D, 0x62]).string == "a\u{FFFD}b")
  }

  @Test(arguments: [("\u{3000} 聊城 \n", 2..<4), ("聊城", 0..<2), (" \n ", 3..<3), ("", 0..<0)])
  func trimmingLeavesTheContent(string: String, expected: Range<Int>) {
    let text = Text(string)
    #expect(text.trimmed(text.range) == expected)
  }
}
