import Foundation
import LCTestSupport
import Testing

struct ArticlesCommandTests {
  @Test func spansGiveTheParagraphsText() throws {
    try withCommand { command in
      let path = try Command.seed("000")
      let scan = Array(try String(contentsOf: URL(filePath: path), encoding: .utf8).unicodeScalars)
      let outcome = try command.run("articles", "--format", "json", path)
      let page = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
      for article in try #require(page["articles"] as? [[String: Any]]) {
        for paragraph in try #require(article["paragraphs"] as? [[String: Any]]) {
          let spans = try #require(paragraph["spans"] as? [[String: Int]])
          let source = try spans.map { scan[try #require($0["start"])..<(try #require($0["end"]))] }.joined()
          let bare = { (text: String) in text.filter { !$0.isWhitespace } }
          #expect(bare(String(String.UnicodeScalarView(source))) == bare(try #require(paragraph["text"] as? String)))
        }
      }
    }
  }

  @Test func editsAreShownWithTheirReasons() throws {
    try withCommand { command in
      let outcome = try command.run("articles", "--edits", "-", input: "本报讯（记者 张三）3 月 5 日，全市\n造林现场会召开。")
      #expect(outcome.status == 0)
      #expect(outcome.text.contains("本报讯（记者 张三）3月5日，全市造林现场会召开。"))
      #expect(outcome.text.contains("line-join"))
      #expect(outcome.text.contains("justification-space"))
    }
  }

  @Test func severalPagesAreAList() throws {
    try withCommand { command in
      let outcome = try command.run("articles", "--format", "json", Command.seeds)
      let pages = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [[String: Any]])
      #expect(pages.count == 5)
    }
  }
}
