import Foundation
import Testing

/// Stories on several pages, what the head of the paper says, and the order of articles.
struct DigestStoriesTests {
  private static let story = """
    大桥昨日建成通车

    本报讯（记者 张三）昨日上午，横跨徒骇河的新大桥建成通车，两岸群众往来的时间由半小时缩短到五分钟。大桥全长一千二百米，
    双向六车道，设计时速六十公里，是我市今年重点建设的民生工程之一。施工单位克服汛期影响，比原计划提前两个月完工。
    """
  private static let notice = """
    停水通知公告

    因管道检修，定于本周三上午八时至下午五时，对开发区东部片区暂停供水，请有关单位和居民提前做好储水准备，不便之处敬请谅解。
    """
  private static let other = """
    小麦返青管理正当时

    本报讯（记者 李四）眼下正是小麦返青的关键时节，各县农技人员走进田间地头，指导农户浇水施肥，为夏粮丰收打下坚实基础。
    """
  private static let head = "聊城日报社出版 中共聊城市委机关报\n\n2023年2月6日 星期一 癸卯年正月十六 国内统一连续出版物号 CN 37-0048 第9785期 今日8版\n\n"

  private func articles(_ data: Data) throws -> [[String: Any]] {
    let issue = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require(issue["articles"] as? [[String: Any]])
  }

  @Test func aStoryOnTwoPagesIsShownOnceWithBothPlaces() throws {
    try withCommand { command in
      try command.write("a.txt", Data((Self.story + "\n\n" + Self.other).utf8))
      try command.write("b.txt", Data((Self.notice + "\n\n" + Self.story).utf8))
      let text = try command.run("digest", "a.txt", "b.txt").text
      #expect(text.components(separatedBy: "大桥昨日建成通车").count == 3, "in the contents and once below")
      #expect(text.contains("also: b.txt lines"))
      let html = try command.run("digest", "--format", "html", "a.txt", "b.txt").text
      #expect(html.contains(##"<a href="#p2a2">b.txt lines"##) || html.contains(##"<a href="#p2a1">b.txt lines"##))
      let list = try articles(try command.run("digest", "--format", "json", "a.txt", "b.txt").output)
      let bridges = list.filter { ($0["headline"] as? String)?.contains("大桥") == true }
      #expect(bridges.count == 1)
      let copies = try #require(bridges.first?["copies"] as? [[String: Any]])
      #expect(copies.map { $0["source"] as? String } == ["b.txt"])
      #expect(list.count == 3)
    }
  }

  @Test func storiesComeBeforeNotices() throws {
    try withCommand { command in
      try command.write("a.txt", Data((Self.notice + "\n\n" + Self.other).utf8))
      let list = try articles(try command.run("digest", "--format", "json", "a.txt").output)
      #expect(list.map { $0["kind"] as? String } == ["news", "notice"])
      #expect(list.map { $0["id"] as? String } == ["a2", "a1"], "the numbers are those of the page")
    }
  }

  @Test func theMastheadIsTold() throws {
    try withCommand { command in
      try command.write("a.txt", Data((Self.head + Self.story + "\n\n" + Self.other).utf8))
      #expect(try command.run("digest", "a.txt").lines.first == "聊城日报  2023年2月6日 星期一  第9785期  8版")
      let data = try command.run("digest", "--format", "json", "a.txt").output
      let issue = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      let masthead = try #require(issue["masthead"] as? [String: Any])
      #expect(masthead["date"] as? String == "2023-02-06")
      #expect(masthead["weekday_agrees"] as? Bool == true)
      try command.write("b.txt", Data((Self.head.replacing("星期一", with: "星期二") + Self.story).utf8))
      #expect(try command.run("digest", "b.txt").text.contains("2023年2月6日 星期二 (!)"))
    }
  }

  /// A terminal of 60 columns, made by script(1).
  @Test func aTerminalIsFilledAndColoured() throws {
    try withCommand { command in
      guard try command.shell("script -qec true /dev/null < /dev/null").status == 0 else {
        print("skipped: there is no script(1) to make a terminal")
        return
      }
      try command.write("a.txt", Data((Self.story + "\n\n" + Self.other).utf8))
      func lines(_ setting: String) throws -> [String] {
        try command.shell("script -qec 'stty cols 60; \(setting) \"$lctext\" digest a.txt' /dev/null < /dev/null").text
          .replacing("\r\n", with: "\n").components(separatedBy: "\n")
      }
      let plain = try lines("NO_COLOR=1")
      #expect(plain.contains { $0.hasPrefix("     昨日上午") })
      for line in plain { #expect(line.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 2 : 1) } <= 62, "\(line)") }
      for line in plain { #expect(line.first.map { !"，。、”）".contains($0) } ?? true) }
      #expect(!plain.joined().contains("\u{1B}["))
      #expect(try lines("TERM=xterm NO_COLOR=").joined().contains("\u{1B}[1m"))
      #expect(!(try command.run("digest", "a.txt").text.contains("\u{1B}[")))
    }
  }
}
