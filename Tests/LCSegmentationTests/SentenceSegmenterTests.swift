import LCTestSupport
import LCTextModel
import Testing

@testable import LCSegmentation

/// Sentences by the newspaper's rules.
struct SentenceSegmenterTests {
  private func sentences(_ string: String, softer: Bool = false) throws -> [String] {
    let text = Text(string)
    return try SentenceSegmenter().sentences(in: text, softer: softer).map { text.string(in: $0.content) }
  }

  @Test(arguments: [
    // Terminators and their closing marks.
    ["他来了。", "她走了！", "真的？", "是。"],
    ["“我认为家风要传承。”", "“爷爷告诉我们要做人。”", "大家分享着故事。"],
    ["（记者 苑莘）他说：“好！”", "（完。）", "次日再议。"],
    ["他问“谁？”，没有人答。", "《谁之过？》一书出版。"],
    ["他说:\"好。\"", "\"你好。\"", "大家\"笑了\"。"],
    ["猜灯谜、观彩灯、歌舞表演……", "人们用丰富多彩的活动表达期盼。"],
    // ASCII full stops.
    ["同比增长5.2%.", "网址是www.example.com.", "其中3.5亿元来自财政."],
    ["会议强调.", "2月3日,记者从市交通运输局了解到,工程顺利."],
    ["一.加强领导，明确责任。", "二.狠抓落实。"],
    // Other languages.
    ["Mr. Smith went to Washington.", "He said \"Go.\"", "Then he left."],
    ["the figures came despite exchange rates.", "mr. smith said so.", "profits rose 5.2% in 2004.", "they may fall."],
    ["Это первое предложение.", "Это второе."],
    ["これは文です。", "次の文です。"],
  ])
  func endsWhereAReaderWouldSay(expected: [String]) throws {
    let gap = expected.contains { $0.contains("。") || $0.contains("增长") || $0.contains("强调") } ? "" : " "
    #expect(try sentences(expected.joined(separator: gap)) == expected)
  }

  @Test func aLineEndIsNoSentenceEnd() throws {
    #expect(try sentences("会议强调要抓\n好落实。\n下一步，\n我市将") == ["会议强调要抓\n好落实。", "下一步，\n我市将"])
  }

  @Test func aBlankLineIsASentenceEnd() throws {
    #expect(try sentences("市委常委会召开会议\n \n本报讯 会议指出。") == ["市委常委会召开会议", "本报讯 会议指出。"])
  }

  @Test func aClosingQuoteOnTheNextLineBelongsToTheSentenceBefore() throws {
    #expect(try sentences("他说：“好。\n”大家都笑了。") == ["他说：“好。\n”", "大家都笑了。"])
  }

  @Test func semicolonsAreSofterEnds() throws {
    let text = "新建学校8处；改造小区8个；群众满意。"
    #expect(try sentences(text) == [text])
    #expect(try sentences(text, softer: true) == ["新建学校8处；", "改造小区8个；", "群众满意。"])
  }

  @Test func emptyAndBlankTexts() throws {
    #expect(try sentences("").isEmpty)
    #expect(try sentences(" \n ") == [""])
  }

  @Test func joinedSentencesGiveTheTextBack() throws {
    let segmenter = try SentenceSegmenter()
    var texts = try Seeds.texts()
    var random = SeededRandom(seed: 7)
    for _ in 0..<300 { texts.append(RandomText.mixed(count: Int.random(in: 0...80, using: &random), using: &random)) }
    for text in texts {
      for softer in [false, true] {
        var end = 0
        for sentence in segmenter.sentences(in: text, softer: softer) {
          #expect(sentence.range.lowerBound == end)
          #expect(!sentence.range.isEmpty)
          #expect(sentence.range.contains(sentence.content.lowerBound) || sentence.content.isEmpty)
          end = sentence.range.upperBound
        }
        #expect(end == text.count)
      }
    }
  }

  @Test func aRangeIsBrokenLikeATextOfItsOwn() throws {
    let text: Text = "第一句。第二句！第三句"
    let found = try SentenceSegmenter().sentences(in: text, range: 4..<10)
    #expect(found.map(\.range) == [4..<8, 8..<10])
  }
}
