import Foundation
import Testing

/// One stage each: sentences, tokenize, keywords, summarize, duplicates.
struct StageCommandTests {
  @Test func sentencesAreLines() throws {
    try withCommand { command in
      let outcome = try command.run("sentences", "-", input: "他说：“好。”她走了！增长5.2%\n以上。")
      #expect(outcome.lines == ["他说：“好。”", "她走了！", "增长5.2%以上。"])
    }
  }

  @Test func wordsOfALineGiveItBack() throws {
    try withCommand { command in
      let lines = ["聊城市召开会议", "", "全市 GDP 增长5.2%。"]
      let outcome = try command.run("tokenize", "--input", "lines", "-", input: lines.joined(separator: "\n") + "\n")
      let found = outcome.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(lines.count)
      #expect(found.map { $0.filter { $0 != " " } } == lines.map { $0.filter { $0 != " " } })
    }
  }

  @Test func aDictionaryWinsAndItsBadLinesAreTold() throws {
    try withCommand { command in
      try command.write("own.txt", Data("摘星夺旗 5 n\n坏\tmany things\n".utf8))
      let outcome = try command.run("tokenize", "--tags", "--dictionary", "own.txt", "-", input: "开展摘星夺旗活动")
      #expect(outcome.status == 0)
      #expect(outcome.text.contains("摘星夺旗/n"))
      #expect(outcome.errors.contains("own.txt:2: "))
      try command.write("bad.txt", Data("城市\0聊城日报".utf8))
      #expect(try command.run("tokenize", "--dictionary", "bad.txt", "-", input: "城").status == 65)
      #expect(try command.run("tokenize", "--dictionary", "none.txt", "-", input: "城").status == 66)
    }
  }

  @Test func entitiesAreInTheRecord() throws {
    try withCommand { command in
      let outcome = try command.run("tokenize", "--entities", "--format", "jsonl", "-", input: "李长萍在聊城市调研")
      #expect(outcome.text.contains(#"{"text":"聊城市","kind":"place","start":4,"end":7}"#))
      #expect(try command.run("tokenize", "--entities", "-", input: "城").status == 64)
    }
  }

  @Test func aWordsEntryIsShown() throws {
    try withCommand { command in
      let outcome = try command.run("lexicon", "inspect", "工作", "没有的词")
      #expect(outcome.status == 0)
      #expect(outcome.text.contains("dictionary: frequent"))
      #expect(outcome.text.contains("lexicon: does not have it"))
      #expect(outcome.text.contains("news: 工作/"))
    }
  }

  @Test func keywordsOfRecordsKeepTheirIds() throws {
    try withCommand { command in
      let outcome = try command.run(
        "keywords", "--input", "tsv", "--format", "csv", "--top", "1", "-", input: "x\t黄河大桥通车，黄河大桥很长。\n")
      #expect(outcome.lines.first == "id,keyword,score,count")
      #expect(outcome.lines.last?.hasPrefix("x,") == true)
    }
  }

  @Test func aSummaryKeepsItsBudget() throws {
    try withCommand { command in
      let outcome = try command.run("summarize", "--chars", "60", try Command.seed("004"))
      #expect(outcome.status == 0)
      #expect(try #require(outcome.lines.first).count <= 60)
    }
  }

  @Test func foundDuplicatesMayBeAStatus() throws {
    try withCommand { command in
      #expect(try command.run("duplicates", try Command.seed("002")).status == 0)
      #expect(try command.run("duplicates", "--fail-on-found", try Command.seed("002")).status == 1)
      let clean = try command.run("duplicates", "--fail-on-found", try Command.seed("000"))
      #expect(clean.status == 0)
      #expect(clean.output.isEmpty)
    }
  }

  @Test func lexiconsAreBuiltTheSameEachTime() throws {
    try withCommand { command in
      try command.write("lexicons/document-frequency.tsv", Data("# test\n\t10\n聊城\t2\n".utf8))
      try command.write("lexicons/pairs.tsv", Data("# test\n\t10\n聊\t2\n聊城\t2\n".utf8))
      try command.write("lexicons/stopwords.tsv", Data("# test\n的\tzh\tfunction\n".utf8))
      try command.write("lexicons/words.tsv", Data("聊城\t2\tns\tN\n".utf8))
      try command.write("lexicons/places.tsv", Data("# none\n".utf8))
      try command.write("lexicons/boundaries.tsv", Data("unit\tnews\t城\t1 2 3 4 5 6 7 8\n".utf8))
      try command.write("lexicons/tags.tsv", Data("tags\tn+ v\nword\t城市\t0\tn:0\n".utf8))
      var files: [Data] = []
      for _ in 0..<2 {
        #expect(try command.run("lexicon", "build", "lexicons").status == 0)
        files.append(try Data(contentsOf: command.folder.appending(path: "lexicons/document-frequency.bin")))
      }
      #expect(files[0] == files[1])
      try command.write("lexicons/stopwords.tsv", Data("的\n".utf8))
      let outcome = try command.run("lexicon", "build", "lexicons")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("stopwords.tsv: line 1:"))
    }
  }

  @Test func keywordsAreWhatTheUserWants() throws {
    try withCommand { command in
      let text = "聊城市举行黄河大桥通车仪式。黄河大桥全长五公里，黄河大桥的通车将方便两岸群众出行。"
      try command.write("bridge.txt", Data(text.utf8))
      try command.write("stop.txt", Data("# mine\n通车\n".utf8))
      try command.write("background.tsv", Data("\t10\n黄河\t9\n".utf8))
      for method in ["linear", "tfidf", "textrank"] {
        let outcome = try command.run("keywords", "--method", method, "bridge.txt")
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("大桥"))
      }
      #expect(try !command.run("keywords", "--stopwords", "stop.txt", "bridge.txt").text.contains("通车"))
      #expect(try !command.run("keywords", "--exclude", "通车", "bridge.txt").text.contains("通车"))
      #expect(try command.run("keywords", "--must", "两岸", "bridge.txt").text.hasPrefix("bridge.txt\t两岸"))
      #expect(try command.run("keywords", "--entities-only", "bridge.txt").text.contains("聊城市"))
      #expect(try command.run("keywords", "--background", "background.tsv", "bridge.txt").status == 0)
      #expect(try command.run("keywords", "--background", "stop.txt", "bridge.txt").status == 65)
      #expect(try command.run("keywords", "--background", "none.tsv", "bridge.txt").status == 66)
      let record = #"{"id": 1, "title": "黄河大桥通车 迎来机遇", "text": "\#(text)"}"#
      try command.write("record.jsonl", Data(record.utf8))
      let check = try command.run("keywords", "--check-headline", "record.jsonl")
      #expect(check.text.contains("unsupported: "))
      #expect(check.text.contains("机遇"))
      let json = try command.run("keywords", "--check-headline", "--format", "jsonl", "record.jsonl")
      #expect(json.text.contains(#""lacking":["#))
    }
  }

  @Test func keywordWeightsAreLearned() throws {
    try withCommand { command in
      let record = #"{"title": "黄河大桥通车", "text": "聊城市举行黄河大桥通车仪式。大桥全长五公里。", "keys": ["大桥"]}"#
      try command.write("news.jsonl", Data((record + "\n").utf8))
      try command.write("bad.jsonl", Data((record + "\nno\n").utf8))
      let outcome = try command.run("lexicon", "train", "keywords", "--headline", "news.jsonl", "--topic", "news.jsonl", ".")
      #expect(outcome.status == 0)
      let table = try String(contentsOf: command.folder.appending(path: "keywords.tsv"), encoding: .utf8)
      #expect(table.contains("headline\t"))
      #expect(table.contains("topic\t"))
      let bad = try command.run("lexicon", "train", "keywords", "--headline", "bad.jsonl", ".")
      #expect(bad.status == 65)
      #expect(bad.errors.contains("bad.jsonl:2: "))
    }
  }
}
