import Foundation
import Testing

struct DigestCommandTests {
  private func object(_ data: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func theRepeatedBlockIsFlaggedWithItsLines() throws {
    try withCommand { command in
      let outcome = try command.run("digest", Command.seeds)
      #expect(outcome.status == 0)
      #expect(outcome.text.contains("repeated: lines 25, 27, 95"))
      #expect(outcome.text.components(separatedBy: "repeated:").count == 2)
    }
  }

  @Test func aPageAsJSONHasEveryPartAndItsPlace() throws {
    try withCommand { command in
      let page = try object(try command.run("digest", "--format", "json", try Command.seed("002")).output)
      let articles = try #require(page["articles"] as? [[String: Any]])
      for article in articles {
        for key in ["id", "kind", "headline", "paragraphs", "keywords", "summary", "lead"] { #expect(article[key] != nil) }
      }
      let pairs = try #require(page["duplicates"] as? [[String: Any]]).map { [$0["a_line"] as? Int, $0["b_line"] as? Int] }
      #expect(pairs == [[25, 27], [25, 95], [27, 95]])
    }
  }

  @Test func recordsAreGroupedByIssue() throws {
    try withCommand { command in
      let records = ["一", "二", "一"].enumerated().map {
        #"{"id": "\#($0)", "issue": "\#($1)", "title": "标题\#($0)", "text": "会议于三月召开，听取了汇报。\n会议要求抓好落实。"}"#
      }
      let outcome = try command.run(
        "digest", "--input", "jsonl", "--format", "jsonl", "-", input: records.joined(separator: "\n"))
      let issues = try outcome.lines.map { try object(Data($0.utf8)) }
      #expect(issues.map { $0["issue"] as? String } == ["一", "二"])
      let headlines = issues.map { ($0["articles"] as? [[String: Any]] ?? []).map { $0["headline"] as? String } }
      #expect(headlines == [["标题0", "标题2"], ["标题1"]])
    }
  }
}
