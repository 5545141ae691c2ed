import LCKeywords
import LCTestSupport
import LCTextModel
import Testing

struct KeywordExtractorTests {
  private static let article: Text = """
    聊城市举行黄河大桥通车仪式。黄河大桥全长五公里，黄河大桥的通车将方便两岸群众出行。
    负责人说，大家的工作非常重要，今后的工作还要继续做好。
    """

  @Test func aRepeatedRareWordComesFirst() throws {
    let keywords = try KeywordExtractor().keywords(in: Self.article)
    #expect(keywords.prefix(3).contains { $0.text.contains("大桥") || $0.text.contains("黄河") })
    #expect(!keywords.contains { ["的", "还要", "大家"].contains($0.text) })
  }

  @Test func everyKeywordStandsWhereItSays() throws {
    let extractor = try KeywordExtractor()
    for text in try Seeds.texts() {
      for keyword in extractor.keywords(in: text) {
        #expect(keyword.count > 0)
        for range in keyword.ranges { #expect(text.string(in: range).lowercased() == keyword.text.lowercased()) }
      }
    }
  }

  @Test func scoresFallAndContributionsAddUp() throws {
    var options = KeywordExtractor.Options()
    options.isExplaining = true
    options.top = 20
    let keywords = try KeywordExtractor(options: options).keywords(in: Self.article)
    for (better, worse) in zip(keywords, keywords.dropFirst()) { #expect(better.score >= worse.score) }
    for keyword in keywords {
      let sum = keyword.contributions.reduce(0) { $0 + $1.value }
      // Sums of a few products of doubles.
      #expect(abs(sum - keyword.score) < 1e-9)
    }
  }

  @Test func theNumberAndLengthAreKept() throws {
    var options = KeywordExtractor.Options()
    options.top = 2
    options.minimumLength = 3
    let keywords = try KeywordExtractor(options: options).keywords(in: Self.article)
    #expect(keywords.count <= 2)
    #expect(keywords.allSatisfy { $0.text.utf16.count >= 3 })
    options.top = 0
    #expect(try KeywordExtractor(options: options).keywords(in: Self.article).isEmpty)
  }

  @Test(arguments: ["", "。。。", "的的的", "  \n"])
  func textsWithoutWordsHaveNoKeywords(text: String) throws {
    #expect(try KeywordExtractor().keywords(in: Text(text)).isEmpty)
  }
}
