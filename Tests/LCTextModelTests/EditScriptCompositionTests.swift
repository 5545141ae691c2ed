import LCTestSupport
import LCTextModel
import Testing

/// Two scripts in a row are one.
struct EditScriptCompositionTests {
  @Test func composingIsApplyingOneAfterTheOther() throws {
    var random = SeededRandom(seed: 17)
    for _ in 0..<3_000 {
      let source = RandomText.mixed(count: Int.random(in: 0...30, using: &random), using: &random)
      let first = try RandomScript.make(for: source, using: &random)
      let middle = try first.apply(to: source)
      let second = try RandomScript.make(for: middle, using: &random)
      let both = try first.composed(with: second)
      let target = try second.apply(to: middle)
      #expect(try both.apply(to: source) == target)
      #expect(try both.undo(from: target) == source)
    }
  }

  @Test func theIdentityChangesNothing() throws {
    let source: Text = "贸易 区"
    let script = try EditScript(
      source: source, edits: [Edit(range: 2..<3, reason: EditReason(rawValue: "wrap-space"))])
    #expect(try EditScript(identity: 4).composed(with: script) == script)
    #expect(try script.composed(with: EditScript(identity: 3)) == script)
  }

  @Test func scriptsOfDifferentTextsDoNotCompose() {
    #expect(throws: EditScriptError.wrongText(expectedCount: 3, found: 2, offset: nil)) {
      try EditScript(identity: 2).composed(with: EditScript(identity: 3))
    }
  }
}
