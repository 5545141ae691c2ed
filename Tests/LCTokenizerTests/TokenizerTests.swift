import LCLexicon
import LCSegmentation
import LCTestSupport
import LCTextModel
import LCTokenizer
import Testing

struct TokenizerTests {
  private func words(_ text: String, _ standard: WordStandard = .news) throws -> [String] {
    let text = Text(text)
    return try Tokenizer(standard: standard).tokens(in: text).filter { $0.kind != .space }.map { text.string(in: $0.range) }
  }

  @Test func joinedTokensGiveTheTextBack() throws {
    let tokenizer = try Tokenizer()
    var random = SeededRandom(seed: 77)
    var texts = try Seeds.texts()
    for _ in 0..<10_000 { texts.append(RandomText.mixed(count: Int.random(in: 0...40, using: &random), using: &random)) }
    for text in texts {
      var end = 0
      for token in tokenizer.tokens(in: text) {
        #expect(token.start == end && token.count > 0)
        end = token.end
      }
      #expect(end == text.count)
    }
  }

  @Test func commonWordsStayWhole() throws {
    #expect(try words("全市召开动员会。") == ["全市", "召开", "动员会", "。"])
    #expect(try words("我们在野生动物园玩") == ["我们", "在", "野生", "动物园", "玩"])
    #expect(try words("研究生命的起源").contains("生命"))
  }

  @Test func aNameIsOneWordInNewsAndTwoInPKU() throws {
    #expect(try words("市委书记李长萍讲话").contains("李长萍"))
    let parts = try words("国家主席江泽民讲话", .pku)
    #expect(parts.contains("江") && parts.contains("泽民"))
  }

  @Test func numbersAndLatinWordsAreNotCut() throws {
    let found = try words("增长5.2%，GDP达2023亿元")
    #expect(found.contains("GDP") && found.joined() == "增长5.2%，GDP达2023亿元")
    #expect(found.contains { $0.hasPrefix("2023") })
  }

  @Test func fullWidthFormsAreCutLikeTheOthers() throws {
    let half = try words("增长12%,总量2023亿元").map(\.utf16.count)
    let full = try words("增长１２％，总量２０２３亿元").map(\.utf16.count)
    #expect(half == full)
  }

  @Test(arguments: ["今日は良い天気ですね", "ภาษาไทยง่าย", "The licence isn't here, is it?", "السلام عليكم"])
  func otherLanguagesAreThoseOfICU(text: String) throws {
    let text = Text(text)
    #expect(try Tokenizer().tokens(in: text) == WordSegmenter(locale: "zh").tokens(in: text))
  }

  @Test func aLongLineIsCutInStretches() throws {
    let sentence = "全市经济社会发展取得新成效，人民生活水平不断提高。"
    let text = Text(String(repeating: sentence, count: 3000))
    let tokenizer = try Tokenizer()
    let once = tokenizer.tokens(in: Text(sentence)).map(\.count)
    let tokens = tokenizer.tokens(in: text)
    #expect(tokens.last?.end == text.count)
    // Almost all copies are cut as one alone; a stretch's end may differ by a word.
    #expect(abs(tokens.count - 3000 * once.count) < 300)
  }

  @Test func aRangeIsCutByItself() throws {
    let text: Text = "聊城日报 2023"
    let tokens = try Tokenizer().tokens(in: text, range: 2..<9)
    #expect(tokens.first?.start == 2)
    #expect(tokens.last?.end == 9)
  }

  @Test func theUsersWordsWinAlways() throws {
    let dictionary = UserDictionary(text: "开了\nChampions League\t1\tnz\n在野")
    let text: Text = "会议开了，他们在野生动物园看 Champions League 直播"
    let tokens = try Tokenizer(dictionary: dictionary, isTagging: true).tokens(in: text)
    let words = tokens.map { text.string(in: $0.range) }
    #expect(words.joined() == text.string)
    for word in ["开了", "在野", "Champions League"] { #expect(words.contains(word)) }
    #expect(tokens.first { text.string(in: $0.range) == "Champions League" }?.tag == .nz)
  }

  @Test func manyTasksShareOneTokenizer() async throws {
    let tokenizer = try Tokenizer()
    let text = try #require(try Seeds.texts().first)
    let expected = tokenizer.tokens(in: text)
    await withTaskGroup(of: [Token].self) { group in
      for _ in 0..<16 { group.addTask { tokenizer.tokens(in: text) } }
      for await tokens in group { #expect(tokens == expected) }
    }
  }
}
