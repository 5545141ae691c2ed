import LCTestSupport
import LCTextModel
import Testing

struct StringTests {
  @Test func stringsAreThoseOfTheStandardLibrary() {
    var random = SeededRandom(seed: 3)
    let kinds: [ClosedRange<UInt16>] = [
      0x20...0x7E, 0x80...0x7FF, 0x4E00...0x9FFF, 0xD800...0xDBFF, 0xDC00...0xDFFF, 0xFF00...0xFFFF,
    ]
    for _ in 0..<2_000 {
      let units = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        UInt16.random(in: kinds.randomElement(using: &random) ?? 0x20...0x7E, using: &random)
      }
      let text = Text(units: ContiguousArray(units))
      #expect(text.string == String(decoding: units, as: UTF16.self))
      #expect(text.string(in: 0..<0).isEmpty)
    }
  }
}
