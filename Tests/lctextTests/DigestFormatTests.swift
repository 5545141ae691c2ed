import Foundation
import LCTestSupport
import Testing

struct DigestFormatTests {
  @Test func markdownHasContentsAndArticles() throws {
    try withCommand { command in
      let outcome = try command.run("digest", "--format", "markdown", try Command.seed("000"))
      #expect(outcome.status == 0)
      #expect(outcome.lines.contains("- [市交通运输局 启动“摘星夺旗”活动](#p1a1)"))
      #expect(outcome.lines.contains("### 市交通运输局 启动“摘星夺旗”活动"))
      #expect(outcome.lines.contains { $0.hasPrefix("> 2月2日下午") })
    }
  }

  @Test func htmlNeedsNothingElse() throws {
    try withCommand { command in
      let outcome = try command.run("digest", "--format", "html", Command.seeds)
      #expect(outcome.status == 0)
      let text = outcome.text
      #expect(text.hasPrefix("<!DOCTYPE html>"))
      #expect(text.hasSuffix("</body></html>\n"))
      for outside in ["http:", "https:", "<script", "src=", "@import", "url("] { #expect(!text.contains(outside)) }
      #expect(text.contains(##"<a href="#p1a1">市交通运输局"##))
      #expect(text.contains(#"<article id="p1a1">"#))
      #expect(text.contains(#"<li value="1" id="p1l1">"#))
      let page = try Seeds.files().firstIndex { $0.lastPathComponent.hasPrefix("002") }.map { $0 + 1 } ?? 0
      for line in [25, 27, 95] {
        #expect(text.contains("<a href=\"#p\(page)l\(line)\">\(line)</a>"))
        #expect(text.components(separatedBy: "id=\"p\(page)l\(line)\"").count == 2)
      }
    }
  }

  @Test func marksOfHTMLAreEscaped() throws {
    try withCommand { command in
      let record =
        #"{"id": "x", "title": "A < B & \"C\"", "text": "<script>alert(1)</script> is no article. It says & means nothing at all."}"#
      let html = try command.run("digest", "--format", "html", "--input", "jsonl", "-", input: record + "\n")
      #expect(html.text.contains("A &lt; B &amp; &quot;C&quot;"))
      #expect(!html.text.contains("<script"))
      let markdown = try command.run("digest", "--format", "markdown", "--input", "jsonl", "-", input: record + "\n")
      #expect(markdown.text.contains(#"A \< B & "C""#))
    }
  }

  @Test func passagesOnSeveralPagesAreToldOnce() throws {
    try withCommand { command in
      let page = try Data(contentsOf: URL(filePath: try Command.seed("000")))
      for name in ["a.txt", "b.txt", "c.txt"] { try command.write(name, page) }
      let lines = try command.run("digest", "a.txt", "b.txt", "c.txt").lines.filter { $0.hasPrefix("repeated: a.txt") }
      #expect(!lines.isEmpty)
      #expect(lines.allSatisfy { $0.contains(" = b.txt ") && $0.contains(" = c.txt ") })
    }
  }

  @Test func issuesOfJSONAreAList() throws {
    try withCommand { command in
      let records = ["i1", "i1", "i2"].enumerated()
        .map { #"{"id": "\#($0.offset)", "issue": "\#($0.element)", "text": "黄河大桥昨天通车，两岸群众前来庆祝。"}"# }
        .joined(separator: "\n")
      let outcome = try command.run("digest", "--format", "json", "--input", "jsonl", "-", input: records + "\n")
      let list = try #require(try JSONSerialization.jsonObject(with: outcome.output) as? [[String: Any]])
      #expect(list.map { $0["issue"] as? String } == ["i1", "i2"])
      #expect(list.map { ($0["articles"] as? [Any])?.count } == [2, 1])
    }
  }
}
