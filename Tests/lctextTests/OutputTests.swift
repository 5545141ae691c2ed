import Foundation
import Testing

struct OutputTests {
  @Test func aFileAppearsOnlyWhenItIsWhole() throws {
    try withCommand { command in
      try command.write("out.txt", Data("before".utf8))
      let failed = try command.run("sentences", "-o", "out.txt", "nowhere.txt")
      #expect(failed.status == 66)
      #expect(try String(contentsOf: command.folder.appending(path: "out.txt"), encoding: .utf8) == "before")
      let done = try command.run("sentences", "-o", "out.txt", "-", input: "第一句。第二句。")
      #expect(done.status == 0)
      #expect(try String(contentsOf: command.folder.appending(path: "out.txt"), encoding: .utf8) == "第一句。\n第二句。\n")
      let names = try FileManager.default.contentsOfDirectory(atPath: command.folder.path)
      #expect(!names.contains { $0.hasSuffix(".part") })
    }
  }

  @Test(arguments: ["digest", "articles", "sentences", "tokenize", "keywords", "summarize"])
  func threadsDoNotChangeTheBytes(subcommand: String) throws {
    try withCommand { command in
      let format = ["digest", "articles"].contains(subcommand) ? "json" : "jsonl"
      let one = try command.run(subcommand, "--format", format, "--threads", "1", Command.seeds)
      #expect(one.status == 0)
      #expect(!one.output.isEmpty)
      for _ in 0..<3 {
        let many = try command.run(subcommand, "--format", format, "--threads", "8", Command.seeds)
        #expect(many.output == one.output)
      }
    }
  }

  @Test(arguments: ["digest", "articles", "sentences", "tokenize", "keywords", "summarize", "duplicates", "lexicon build"])
  func helpHasAnExample(subcommand: String) throws {
    try withCommand { command in
      let outcome = try command.shell("\"$lctext\" \(subcommand) --help")
      #expect(outcome.status == 0)
      #expect(outcome.text.contains("Example: lctext \(subcommand)"))
    }
  }

  @Test func anEncodingIsFoundAndNamed() throws {
    try withCommand { command in
      let text = "本报讯（记者 张三）3月5日，全市春季造林现场会召开，会议要求抢抓春季造林的有利时机。"
      try command.write("page.txt", try #require(text.data(using: .utf16BigEndian)))
      let outcome = try command.run("articles", "--format", "json", "page.txt")
      #expect(outcome.text.contains("\"encoding\":\"utf-16be\""))
      #expect(outcome.text.contains("春季造林现场会"))
    }
  }
}
