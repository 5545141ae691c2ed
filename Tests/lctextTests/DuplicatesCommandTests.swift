import Foundation
import Testing

struct DuplicatesCommandTests {
  private static let notice = "遗失声明：本人李建国不慎将位于东昌府区柳园街道的房屋所有权证遗失，现声明作废，由此产生的一切法律责任由本人张秀英承担，特此登报说明，望有关单位知悉。"

  private static func other(_ replacements: KeyValuePairs<String, String>) -> String {
    replacements.reduce(notice) { $0.replacingOccurrences(of: $1.key, with: $1.value) }
  }

  @Test func factsThatDifferAreNamed() throws {
    try withCommand { command in
      let other = Self.other(["李建国": "王丽娟", "张秀英": "赵志强"])
      let outcome = try command.run(
        "duplicates", "--input", "tsv", "--format", "jsonl", "-", input: "x\t\(Self.notice)\ny\t\(other)\n")
      #expect(outcome.text.contains(#""kind":"same_template""#))
      #expect(outcome.text.contains(#"{"a_text":"李建国","a_start":7,"a_end":10,"b_text":"王丽娟","b_start":7,"b_end":10}"#))
    }
  }

  @Test func aPersonSeesWhereCopiesDiffer() throws {
    try withCommand { command in
      let other = Self.other(["不慎将": "不填将", "责任": "贵任"])
      let outcome = try command.run("duplicates", "--input", "tsv", "-", input: "x\t\(Self.notice)\ny\t\(other)\n")
      #expect(outcome.status == 0)
      #expect(outcome.lines.first?.hasPrefix("-:1 = -:2  near") == true)
      #expect(outcome.lines.contains { $0.hasPrefix("  a ") && $0.contains("不慎") })
      #expect(outcome.lines.contains { $0.hasPrefix("  b ") && $0.contains("不填") })
      #expect(outcome.lines.contains { $0.contains("^^") })
    }
  }

  @Test func clustersSayWhichCopyToKeep() throws {
    try withCommand { command in
      let input = "x\t\(Self.notice.prefix(50))\ny\t\(Self.notice)\nz\t\(Self.notice)\n"
      let outcome = try command.run("duplicates", "--clusters", "--input", "tsv", "--format", "jsonl", "-", input: input)
      #expect(outcome.text == #"{"keep":"y","members":["x","y","z"]}"# + "\n")
      let text = try command.run("duplicates", "--clusters", "--input", "tsv", "-", input: input)
      #expect(text.text == "  x\n* y\n  z\n\n")
    }
  }

  @Test func fingerprintsAreRows() throws {
    try withCommand { command in
      let input = "x\t\(Self.notice)\ny\t\(Self.notice)\n"
      let rows = try command.run("duplicates", "--fingerprints", "--input", "tsv", "-", input: input).lines
      #expect(rows.count > 10)
      #expect(rows.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{8}\t[xy]/) != nil })
      #expect(
        Set(rows.filter { $0.hasSuffix("x") }.map { $0.prefix(8) }) == Set(rows.filter { $0.hasSuffix("y") }.map { $0.prefix(8) })
      )
      let json = try command.run("duplicates", "--fingerprints", "--format", "jsonl", "--input", "tsv", "-", input: input)
      #expect(json.lines.first?.wholeMatch(of: /\{"gram":"[0-9a-f]{8}","passage":"x"\}/) != nil)
    }
  }

  @Test func anIdGivenTwiceIsTold() throws {
    try withCommand { command in
      let outcome = try command.run(
        "duplicates", "--input", "tsv", "-", input: "x\t\(Self.notice)\nx\t\(Self.notice)\ny\t\(Self.notice)\n")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("standard input:2: the id \"x\" was given before"))
      #expect(outcome.lines.first?.hasPrefix("-:1 = -:3  exact") == true)
    }
  }

  @Test func theShortestPassageIsAChoice() throws {
    try withCommand { command in
      let input = "x\t市政府召开常务会议研究经济工作\ny\t市政府召开常务会议研究经济工作\nz\t\nw\t一\n"
      let found = try command.run("duplicates", "--input", "tsv", "-", input: input)
      #expect(found.lines.count == 2)
      let none = try command.run("duplicates", "--min-length", "30", "--input", "tsv", "-", input: input)
      #expect(none.text.isEmpty)
      let wrong = try command.run("duplicates", "--min-length", "0", "-")
      #expect(wrong.status == 64)
    }
  }

  @Test func weightsMayBeGiven() throws {
    try withCommand { command in
      try command.write("weights.tsv", Data("han\tbias\tno number\n".utf8))
      let outcome = try command.run("duplicates", "--weights", "weights.tsv", "--input", "tsv", "-", input: "x\t\(Self.notice)\n")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("weights.tsv"))
    }
  }
}
