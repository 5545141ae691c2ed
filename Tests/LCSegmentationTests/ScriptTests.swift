import LCSegmentation
import LCTestSupport
import LCTextModel
import Testing

struct ScriptTests {
  @Test func punctuationJoinsTheRunBeforeIt() {
    let text: Text = "“聊城”, BBC 2023 Привет"
    let runs = ScriptRun.runs(in: text).map { (text.string(in: $0.range), $0.script) }
    #expect(runs.map(\.0) == ["“聊城”, ", "BBC 2023 ", "Привет"])
    #expect(runs.map(\.1) == [.han, .latin, .cyrillic])
  }

  @Test func aTextWithoutAnyScriptIsCommon() {
    #expect(ScriptRun.runs(in: "2023 — 5.2").map(\.script) == [.common])
    #expect(ScriptRun.runs(in: "").isEmpty)
  }

  @Test func joinedRunsGiveTheTextBack() throws {
    var random = SeededRandom(seed: 43)
    var texts = try Seeds.texts()
    texts.append(Text(String(repeating: "城a", count: 3_000)))
    for _ in 0..<200 { texts.append(RandomText.mixed(count: 50, using: &random)) }
    for text in texts {
      let runs = ScriptRun.runs(in: text)
      #expect(runs.first?.range.lowerBound ?? 0 == 0)
      #expect(runs.last?.range.upperBound ?? 0 == text.count)
      #expect(zip(runs, runs.dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound && $0.script != $1.script })
    }
  }

  @Test func namesAreISO15924() throws {
    #expect(Script.han.description == "Hani")
    #expect(Script(name: "Thai") == .thai)
    #expect(Script(name: "Elvish") == nil)
  }
}
