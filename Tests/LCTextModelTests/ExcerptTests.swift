import LCTextModel
import Testing

struct ExcerptTests {
  private let page: Text = "形成正\n\n向激 励\n机制"
  private let edits = [
    Edit(range: 3..<5, reason: EditReason(rawValue: "line-join")),
    Edit(range: 7..<8, reason: EditReason(rawValue: "wrap-space")),
    Edit(range: 9..<10, replacement: [0x2F], reason: EditReason(rawValue: "width")),
  ]

  @Test func editsInsideTheSpansAreApplied() {
    let excerpt = Excerpt(of: [0..<9], in: page, edits: edits)
    #expect(excerpt.string == "形成正向激励")
    #expect(excerpt.sourceRanges(of: 2..<4) == [2..<3, 5..<6])
    #expect(excerpt.sourceRanges(of: 0..<6) == [0..<3, 5..<7, 8..<9])
  }

  @Test func spansComeInReadingOrderAndTouchingOnesMerge() {
    let excerpt = Excerpt(of: [10..<12, 0..<2, 2..<3], in: page, edits: edits)
    #expect(excerpt.string == "机制形成正")
    #expect(excerpt.spans == [10..<12, 0..<3])
    #expect(excerpt.sourceRanges(of: 1..<3) == [11..<12, 0..<1])
  }

  @Test func aReplacedRunMapsToWhatItReplaced() {
    let excerpt = Excerpt(of: [8..<12], in: page, edits: edits)
    #expect(excerpt.string == "励/机制")
    #expect(excerpt.sourceRanges(of: 1..<2) == [9..<10])
  }

  @Test func joinedExcerptsKnowTheirPlaces() {
    let body = Excerpt(
      joining: [Excerpt(of: [0..<2], in: page), Excerpt(of: [10..<12], in: page)], separator: "\n")
    #expect(body.string == "形成\n机制")
    #expect(body.sourceRanges(of: 1..<4) == [1..<2, 10..<11])
  }
}
