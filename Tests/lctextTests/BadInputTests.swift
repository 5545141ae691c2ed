import Foundation
import Testing

/// Inputs that cannot be used: each gets a message with its place and the right exit status.
struct BadInputTests {
  @Test func anEmptyFile() throws {
    try withCommand { command in
      try command.write("empty.txt", Data())
      let outcome = try command.run("digest", "empty.txt")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("empty.txt: "))
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func damagedXMLIsToldWithItsPlace() throws {
    try withCommand { command in
      try command.write("bad.xml", Data("<alto>\n</x></alto>".utf8))
      try command.write("good.txt", Data("本报讯（记者 张三）大桥昨日通车。".utf8))
      let outcome = try command.run("articles", "bad.xml", "good.txt")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("bad.xml:2: column 3: mismatched tag"))
      #expect(outcome.text.contains("大桥昨日通车"))
    }
  }

  @Test func boxesOutsideThePageAreTold() throws {
    try withCommand { command in
      let page = """
        <alto><Page WIDTH="10" HEIGHT="10"><TextLine HPOS="50" VPOS="0" WIDTH="5" HEIGHT="5"><String CONTENT="大桥"/></TextLine></Page></alto>
        """
      try command.write("far.xml", Data(page.utf8))
      let outcome = try command.run("articles", "--format", "json", "far.xml")
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("far.xml: 1 boxes are empty or outside the page"))
      #expect(!outcome.text.contains("\"box\""))
    }
  }

  @Test func unknownKindsOfChangesAreWrongUsage() throws {
    try withCommand { command in
      let outcome = try command.run("articles", "--reject", "nonsense", try Command.seed("000"))
      #expect(outcome.status == 64)
    }
  }

  /// A poem, a program and a table: they come out as they are.
  @Test(arguments: ["床前明月光，\n疑是地上霜。\n", "for i in 0..<3 {\n  print(\"a, b\")\n}\n", "年份  产量\n2021  12,3\n2022  14,1\n"])
  func whatIsNoNewspaperIsLeftAlone(text: String) throws {
    try withCommand { command in
      try command.write("other.txt", Data(text.utf8))
      let data = try command.run("articles", "--format", "json", "other.txt").output
      let page = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      #expect((page["articles"] as? [[String: Any]])?.map { $0["kind"] as? String } == ["other"])
      #expect((page["edits"] as? [Any])?.isEmpty == true)
    }
  }

  @Test func rejectingAllChangesGivesTheScanBack() throws {
    try withCommand { command in
      let data = try command.run("articles", "--reject", "all", "--format", "json", try Command.seed("003")).output
      let page = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      #expect((page["edits"] as? [Any])?.isEmpty == true)
    }
  }

  @Test func nulBytes() throws {
    try withCommand { command in
      try command.write("nul.txt", Data("聊城\0日报。".utf8))
      let outcome = try command.run("sentences", "nul.txt")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("nul.txt"))
      #expect(outcome.errors.contains("byte 6"))
    }
  }

  @Test func invalidUTF8() throws {
    try withCommand { command in
      try command.write("bad.txt", Data("聊城".utf8) + [0xFF] + Data("日报".utf8))
      let outcome = try command.run("sentences", "--encoding", "utf-8", "bad.txt")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("bad.txt"))
      #expect(outcome.errors.contains("byte 6"))
      let lossy = try command.run("sentences", "--encoding", "utf-8", "--lossy", "bad.txt")
      #expect(lossy.status == 0)
      #expect(lossy.text == "聊城\u{FFFD}日报\n")
      #expect(lossy.errors.contains("1 "))
    }
  }

  @Test func aLineOfAGigabyte() throws {
    try withCommand { command in
      let outcome = try command.shell("head -c 1073741824 /dev/zero | tr '\\0' a | \"$lctext\" keywords --input lines -")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("standard input"))
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func wordsOfALongLineComeInParts() throws {
    try withCommand { command in
      let sentence = "市农业农村局组织开展主题活动，弘扬中华优秀传统文化。"
      let count = 20_000
      try command.write("long.txt", Data((String(repeating: sentence, count: count) + "\n" + sentence).utf8))
      let outcome = try command.run("tokenize", "--input", "lines", "long.txt")
      let lines = outcome.text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 3)
      #expect(lines[0].count == count * (lines[1].count + 1) - 1)
      #expect(try command.run("tokenize", "--input", "text", "long.txt").text == outcome.text)
    }
  }

  @Test func aBadByteInALongLine() throws {
    try withCommand { command in
      let sentence = Data(String(repeating: "弘扬中华优秀传统文化。", count: 5_000).utf8)
      try command.write("long.txt", Data("好。\n".utf8) + sentence + [0xFF] + Data("\n再见。\n".utf8))
      let outcome = try command.run("tokenize", "--encoding", "utf-8", "--input", "lines", "long.txt")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("long.txt:2: "))
      #expect(outcome.text.hasPrefix("好 。\n弘扬"))
      #expect(outcome.text.hasSuffix("。\n再见 。\n"))
      #expect(outcome.text.split(separator: "\n").count == 3)
    }
  }

  @Test func aFolderWithoutFiles() throws {
    try withCommand { command in
      try FileManager.default.createDirectory(at: command.folder.appending(path: "none"), withIntermediateDirectories: true)
      let outcome = try command.run("digest", "none")
      #expect(outcome.status == 66)
      #expect(outcome.errors.contains("none: "))
    }
  }

  @Test func aFileThatVanishes() throws {
    try withCommand { command in
      try command.write("pages/a.txt", Data("本报讯（记者 张三）好消息。".utf8))
      // Listed with its folder, gone when it is opened.
      try FileManager.default.createSymbolicLink(
        at: command.folder.appending(path: "pages/b.txt"), withDestinationURL: command.folder.appending(path: "gone.txt"))
      let outcome = try command.run("sentences", "pages")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("pages/b.txt"))
      #expect(outcome.text.contains("好消息"))
    }
  }

  @Test func aMissingFile() throws {
    try withCommand { command in
      let outcome = try command.run("summarize", "nowhere.txt")
      #expect(outcome.status == 66)
      #expect(outcome.errors.contains("nowhere.txt: "))
    }
  }

  @Test func aClosedPipe() throws {
    try withCommand { command in
      let outcome = try command.shell(
        "for i in $(seq 20); do cat '\(Command.seeds)'/*; done > many.txt; \"$lctext\" sentences many.txt | head -c 1; exit ${PIPESTATUS[0]}"
      )
      #expect(outcome.status == 74)
      #expect(outcome.errors.contains("pipe"))
    }
  }

  @Test func aFullDisk() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    try withCommand { command in
      let outcome = try command.shell("\"$lctext\" digest '\(Command.seeds)' > /dev/full")
      #expect(outcome.status == 74)
    }
  }

  private static let isRoot = geteuid() == 0
  /// Root may read everything, so that the command must run as somebody else.
  private static let canDropRights = FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")

  @Test(.enabled(if: !isRoot || canDropRights, "root may read everything, and there is no setpriv"))
  func aFileWithoutPermission() throws {
    try withCommand { command in
      let file = try command.write("secret.txt", Data("聊城。".utf8))
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
      let rights = Self.isRoot ? "/usr/bin/setpriv --reuid 65534 --regid 65534 --clear-groups" : ""
      let outcome = try command.shell(
        "cp \"$lctext\" program && chmod 755 . program && \(rights) ./program sentences secret.txt")
      #expect(outcome.status == 74)
      #expect(outcome.errors.contains("secret.txt"))
    }
  }

  @Test func anOutputThatCannotBeWritten() throws {
    try withCommand { command in
      try command.write("a.txt", Data("聊城。".utf8))
      let outcome = try command.run("sentences", "-o", "no/such/folder/out.txt", "a.txt")
      #expect(outcome.status == 74)
      #expect(outcome.errors.contains("out.txt"))
    }
  }

  @Test func malformedRecordsAreNamedWithTheirLines() throws {
    try withCommand { command in
      let good = #"{"id": "a", "text": "今天天气很好。"}"#
      let outcome = try command.run("sentences", "--input", "jsonl", "-", input: "\(good)\n{\"id\": 1\n\(good)\n")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains(":2: "))
      #expect(outcome.lines.count == 2)
    }
  }

  @Test(arguments: [["digest"], ["keywords", "--top", "-1", "-"], ["nonsense"], ["sentences", "--encoding", "klingon", "-"]])
  func wrongUsage(arguments: [String]) throws {
    try withCommand { command in
      let outcome = try command.shell("\"$lctext\" \(arguments.joined(separator: " ")) </dev/null")
      #expect(outcome.status == 64)
      #expect(!outcome.errors.isEmpty)
    }
  }
}
