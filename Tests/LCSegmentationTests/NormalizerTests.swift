import LCSegmentation
import LCTestSupport
import LCTextModel
import Testing

struct NormalizerTests {
  @Test(arguments: [
    ("e\u{301}", "é", Normalizer.Form.nfc), ("２０２３年", "2023年", .nfkc), ("聊城", "聊城", .nfkc), ("ﬁn", "fin", .nfkc), ("", "", .nfc),
    ("한", "한", .nfc), ("㍿", "株式会社", .nfkc),
  ])
  func formsAreThoseOfUnicode(source: String, expected: String, form: Normalizer.Form) throws {
    let normalized = try Normalizer(form).normalized(Text(source))
    #expect(normalized == Text(expected))
    #expect(Normalizer(form).isNormalized(normalized))
  }

  @Test func editsAreReversible() throws {
    var random = SeededRandom(seed: 41)
    for _ in 0..<300 {
      let text = RandomText.mixed(count: Int.random(in: 0...80, using: &random), using: &random)
      for form in [Normalizer.Form.nfc, .nfkc] {
        let normalizer = Normalizer(form)
        let script = try EditScript(source: text, edits: normalizer.edits(for: text))
        let normalized = try script.apply(to: text)
        #expect(normalized == (try normalizer.normalized(text)))
        #expect(normalizer.isNormalized(normalized))
        #expect(try script.undo(from: normalized) == text)
      }
    }
  }

  @Test func editsAreSmall() throws {
    let edits = try Normalizer(.nfkc).edits(for: "第２页，共Ａ版")
    #expect(edits.map(\.range) == [1..<2, 3..<4, 5..<6])
  }

  @Test func manyChangesAndLongStretches() throws {
    let wide = Text(String(repeating: "Ａ城", count: 5_000))
    #expect(try Normalizer(.nfkc).normalized(wide).string == String(repeating: "A城", count: 5_000))
    let marks = Text("e" + String(repeating: "\u{301}", count: 40_000))
    #expect(try Normalizer(.nfc).normalized(marks).count == 40_000)
  }
}
