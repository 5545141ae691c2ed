import Foundation
import LCTestSupport
import Testing

/// The HTML digest in a real browser, its parts found by their text.
struct BrowserTests {
  private static let browsers = ["chromium", "chromium-browser", "google-chrome"]

  @Test func thePartsOfADigestAreSeen() throws {
    try withCommand { command in
      let names = Self.browsers.joined(separator: " ")
      let find = "for name in \(names); do command -v $name && exit; done; exit 1"
      let found = try command.shell(find)
      guard found.status == 0, let browser = found.lines.first, try command.shell("command -v pdftotext").status == 0 else {
        print("skipped: there is no Chromium, or no pdftotext")
        return
      }
      #expect(try command.run("digest", "--format", "html", "-o", "issue.html", Command.seeds).status == 0)
      let options = "--headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir=profile"
      let shot = try command.shell(
        "timeout 100 \(browser) \(options) --window-size=1100,1400 --screenshot=issue.png issue.html 2>/dev/null")
      #expect(shot.status == 0)
      let picture = try Data(contentsOf: command.folder.appending(path: "issue.png"))
      // An empty page of this size takes some 10 kB.
      #expect(picture.count > 60_000)
      let print = try command.shell(
        "timeout 100 \(browser) \(options) --no-pdf-header-footer --print-to-pdf=issue.pdf issue.html 2>/dev/null"
          + " && pdftotext -layout issue.pdf -")
      #expect(print.status == 0)
      // Without a font for Chinese the places of the characters are boxes, but the text is there.
      let text = print.text.filter { !$0.isWhitespace }
      for part in [
        "聊城日报", "2023年2月6日星期一", "市交通运输局启动“摘星夺旗”活动", "摘星夺旗·机关科室", "truncated", "photo", "repeated:lines25,27,95",
      ] {
        #expect(text.contains(part), "\(part)")
      }
    }
  }
}
