import Foundation
import LCPages
import LCTestSupport
import LCTextModel
import Testing

/// Blocks that stand in another order than they are to be read in.
struct BlockOrderTests {
  /// A column of 20 ems, two paragraphs, cut into blocks of a line; with the tails of the paragraphs set behind all.
  private static let scrambled = """
    本报讯（记者 张三）昨天上午，市委副书

    各县区要加强组织领导，明确任务分工，确保各

    记李明到开发区调研重点项目建设情况，实地察看

    企业生产车间，详细了解产品研发和市场销售情况，

    并同企业负责人亲切交流，听取他们的意见和建议。

    项工作落到实处，以优异成绩迎接各项检查验收。
    """

  private func text(of page: Page) -> String {
    page.articles.map { $0.body.string }.joined(separator: "\n")
  }

  @Test func aBrokenWordFindsItsRest() throws {
    let page = try PageReader().page(of: Text(Self.scrambled))
    let body = text(of: page)
    #expect(body.contains("市委副书记李明"))
    #expect(body.contains("确保各项工作落到实处"))
  }

  @Test func pagesInOrderStayInOrder() throws {
    let reader = try PageReader()
    let names = try Seeds.files().map(\.lastPathComponent)
    for (name, text) in zip(names, try Seeds.texts()) where name.hasPrefix("000") || name.hasPrefix("002") {
      for article in reader.page(of: text).articles {
        let spans = article.body.spans
        #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.lowerBound < $1.lowerBound })
      }
    }
  }

  /// Blocks in any order: nothing is lost, nothing is twice.
  @Test func everyCharacterStaysOnce() throws {
    let reader = try PageReader()
    var random = SeededRandom(seed: 11)
    for text in try Seeds.texts() {
      var blocks = text.string.components(separatedBy: "\n\n")
      blocks.shuffle(using: &random)
      let shuffled = Text(blocks.joined(separator: "\n\n"))
      let page = reader.page(of: shuffled)
      var counts = [Int](repeating: 0, count: shuffled.count)
      let parts = page.articles + page.captions
      var excerpts = parts.flatMap { [$0.kicker, $0.headline, $0.subheadline].compactMap { $0 } + $0.paragraphs.map(\.excerpt) }
      excerpts += page.furniture.map(\.excerpt)
      for span in excerpts.flatMap(\.spans) { for place in span { counts[place] += 1 } }
      for article in parts {
        // Names in the first line of a body are told twice.
        for span in article.byline?.spans ?? [] { for place in span where counts[place] == 0 { counts[place] = 1 } }
      }
      for place in 0..<shuffled.count where !shuffled.units[place].isWhiteSpace { #expect(counts[place] == 1) }
    }
  }
}
