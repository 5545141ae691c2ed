import LCSegmentation
import LCTestSupport
import LCTextModel
import Testing

struct WordSegmenterTests {
  @Test func joinedTokensGiveTheTextBack() throws {
    let segmenter = try WordSegmenter()
    var random = SeededRandom(seed: 31)
    var texts = try Seeds.texts()
    for _ in 0..<200 { texts.append(RandomText.mixed(count: Int.random(in: 0...60, using: &random), using: &random)) }
    for text in texts {
      var end = 0
      for token in segmenter.tokens(in: text) {
        #expect(token.start == end)
        #expect(token.count > 0)
        end = token.end
      }
      #expect(end == text.count)
    }
  }

  @Test func kindsAreWhatTokensAreMadeOf() throws {
    let text: Text = "Liaocheng, 5.2 ไทย 城。"
    let kinds = try WordSegmenter().tokens(in: text).map { (text.string(in: $0.range), $0.kind) }
    let expected: [(String, Token.Kind)] = [
      ("Liaocheng", .latin), (",", .punctuation), (" ", .space), ("5.2", .number), (" ", .space), ("ไทย", .word), (" ", .space),
      ("城", .word), ("。", .punctuation),
    ]
    #expect(kinds.elementsEqual(expected, by: ==))
  }

  @Test func manyTasksShareOneSegmenter() async throws {
    let segmenter = try WordSegmenter()
    let text = try #require(try Seeds.texts().first)
    let expected = segmenter.tokens(in: text)
    await withTaskGroup(of: [Token].self) { group in
      for _ in 0..<16 { group.addTask { segmenter.tokens(in: text) } }
      for await tokens in group { #expect(tokens == expected) }
    }
  }

  @Test func aLongTextIsCutInSeveralBatches() throws {
    let text = Text(String(repeating: "城 ", count: 10_000))
    #expect(try WordSegmenter().tokens(in: text).count == 20_000)
  }
}
