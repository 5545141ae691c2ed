import LCTestSupport
import LCTextModel
import Testing

/// Ranges map either way.
struct EditScriptMappingTests {
  private let join = EditReason(rawValue: "line-join")

  @Test func aJoinedWordStandsOnTwoLines() throws {
    let source: Text = "超预\n\n期疫情"
    let script = try EditScript(source: source, edits: [Edit(range: 2..<4, reason: join)])
    #expect(script.sourceRanges(ofTarget: 0..<3) == [0..<2, 4..<5])
    #expect(script.targetRanges(ofSource: 0..<5) == [0..<3])
    #expect(script.targetRanges(ofSource: 2..<4) == [])
  }

  @Test func aReplacementMapsAsAWhole() throws {
    let script = try EditScript(source: "a--b", edits: [Edit(range: 1..<3, replacement: [0x2014], reason: join)])
    #expect(script.sourceRanges(ofTarget: 1..<2) == [1..<3])
    #expect(script.targetRanges(ofSource: 2..<3) == [1..<2])
  }

  @Test func keptUnitsMapThereAndBack() throws {
    var random = SeededRandom(seed: 5)
    for _ in 0..<500 {
      let source = RandomText.mixed(count: Int.random(in: 1...40, using: &random), using: &random)
      let script = try RandomScript.make(for: source, using: &random)
      let target = try script.apply(to: source)
      let edited = script.edits.reduce(into: Set<Int>()) { $0.formUnion($1.range) }
      for place in 0..<source.count where !edited.contains(place) {
        let there = script.targetRanges(ofSource: place..<place + 1)
        #expect(there.count == 1 && there[0].count == 1)
        guard let mapped = there.first else { continue }
        #expect(target.units[mapped.lowerBound] == source.units[place])
        #expect(script.sourceRanges(ofTarget: mapped) == [place..<place + 1])
      }
      let whole = script.sourceRanges(ofTarget: target.range).reduce(0) { $0 + $1.count }
      #expect(whole <= source.count)
    }
  }
}
