import LCTestSupport
import LCTextModel
import Testing

/// Apply and undo are inverse, whatever the edits and the order.
struct EditScriptTests {
  private let join = EditReason(rawValue: "line-join")

  @Test func editsAndOrderMakeTheTarget() throws {
    let source: Text = "乙丙\n甲"
    let script = try EditScript(source: source, edits: [Edit(range: 2..<3, reason: join)], order: [3..<4, 0..<3])
    #expect(try script.apply(to: source) == "甲乙丙")
    #expect(try script.undo(from: "甲乙丙") == source)
    #expect(script.isReordering)
    #expect(script.edits == [Edit(range: 2..<3, reason: join)])
  }

  @Test func insertionsKeepTheirOrder() throws {
    let source: Text = "ab"
    let script = try EditScript(
      source: source,
      edits: [
        Edit(range: 1..<1, replacement: [0x31], reason: join), Edit(range: 1..<1, replacement: [0x32], reason: join),
        Edit(range: 2..<2, replacement: [0x33], reason: join),
      ])
    #expect(try script.apply(to: source) == "a12b3")
    #expect(try script.undo(from: "a12b3") == source)
  }

  @Test func applyThenUndoIsIdentityOnRandomEdits() throws {
    var random = SeededRandom(seed: 3)
    for _ in 0..<2_000 {
      let source = RandomText.mixed(count: Int.random(in: 0...40, using: &random), using: &random)
      let script = try RandomScript.make(for: source, using: &random)
      let target = try script.apply(to: source)
      #expect(target.count == script.targetCount)
      #expect(try script.undo(from: target) == source)
      #expect(try script.inverted().inverted().apply(to: source) == target)
    }
  }

  @Test func applyThenUndoGivesTheSeedsBytesBack() throws {
    for source in try Seeds.texts() {
      let edits = source.units.indices.filter { source.units[$0] == 0x20 || source.units[$0] == 0x0A }
        .map { Edit(range: $0..<$0 + 1, reason: join) }
      let script = try EditScript(source: source, edits: edits)
      #expect(try script.undo(from: script.apply(to: source)) == source)
    }
  }

  @Test func overlappingEditsAreRefused() {
    #expect(throws: EditScriptError.overlappingEdits(offset: 1)) {
      try EditScript(source: "abc", edits: [Edit(range: 0..<2, reason: join), Edit(range: 1..<3, reason: join)])
    }
    #expect(throws: EditScriptError.overlappingEdits(offset: 2)) {
      try EditScript(source: "abc", edits: [Edit(range: 2..<4, reason: join)])
    }
  }

  @Test func anOrderThatIsNoPermutationIsRefused() {
    #expect(throws: EditScriptError.notAPermutation(offset: 1)) {
      try EditScript(source: "abc", edits: [], order: [2..<3, 0..<1])
    }
    #expect(throws: EditScriptError.notAPermutation(offset: 2)) {
      try EditScript(source: "abc", edits: [Edit(range: 1..<3, reason: join)], order: [2..<3, 0..<2])
    }
  }

  @Test func anotherTextIsRefused() throws {
    let script = try EditScript(source: "a\nb", edits: [Edit(range: 1..<2, reason: join)])
    #expect(throws: EditScriptError.wrongText(expectedCount: 3, found: 2, offset: nil)) { try script.apply(to: "ab") }
    #expect(throws: EditScriptError.wrongText(expectedCount: 3, found: 3, offset: 1)) { try script.apply(to: "abc") }
  }
}

/// Random scripts: replacements, insertions, deletions and moves.
enum RandomScript {
  static func make(for source: Text, using random: inout SeededRandom) throws -> EditScript {
    var edits: [Edit] = []
    var cuts: [Int] = [0]
    var place = 0
    while place < source.count {
      let length = Int.random(in: 0...5, using: &random)
      let end = min(place + length, source.count)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: edits.append(Edit(range: place..<end, replacement: units(using: &random), reason: reason(using: &random)))
      case 1: edits.append(Edit(range: place..<end, reason: reason(using: &random)))
      default: break
      }
      if Bool.random(using: &random), end > cuts[cuts.count - 1] { cuts.append(end) }
      place = max(end, place + 1)
    }
    if cuts[cuts.count - 1] < source.count { cuts.append(source.count) }
    let order = zip(cuts, cuts.dropFirst()).map { $0..<$1 }.shuffled(using: &random)
    let isMoving = Bool.random(using: &random) && !cutsThroughAnEdit(cuts, edits)
    return try EditScript(source: source, edits: edits, order: isMoving ? order : nil)
  }

  private static func cutsThroughAnEdit(_ cuts: [Int], _ edits: [Edit]) -> Bool {
    edits.contains { edit in cuts.contains { $0 > edit.range.lowerBound && $0 < edit.range.upperBound } }
  }

  private static func units(using random: inout SeededRandom) -> ContiguousArray<UInt16> {
    ContiguousArray((0..<Int.random(in: 0...4, using: &random)).map { _ in UInt16.random(in: 0x4E00...0x4E20, using: &random) })
  }

  private static func reason(using random: inout SeededRandom) -> EditReason {
    EditReason(rawValue: Bool.random(using: &random) ? "line-join" : "width")
  }
}
