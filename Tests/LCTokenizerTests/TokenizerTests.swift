import LCTestSupport
import LCTextModel
import LCTokenizer
import Testing

struct TokenizerTests {
  @Test func joinedTokensGiveTheTextBack() throws {
    let tokenizer = try Tokenizer()
    var random = SeededRandom(seed: 77)
    var texts = try Seeds.texts()
    for _ in 0..<200 { texts.append(RandomText.mixed(count: Int.random(in: 0...80, using: &random), using: &random)) }
    for text in texts {
      var end = 0
      for token in tokenizer.tokens(in: text) {
        #expect(token.start == end)
        end = token.end
      }
      #expect(end == text.count)
    }
  }

  @Test func aRangeIsCutByItself() throws {
    let text: Text = "聊城日报 2023"
    let tokens = try Tokenizer().tokens(in: text, range: 2..<9)
    #expect(tokens.first?.start == 2)
    #expect(tokens.last?.end == 9)
  }
}
