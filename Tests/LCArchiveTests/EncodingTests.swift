import LCTestSupport
import Testing

@testable import LCArchive

struct EncodingTests {
  @Test func packedTextComesBack() throws {
    var random = SeededRandom(seed: 2)
    for _ in 0..<200 {
      let units = (0..<50).map { _ in UInt16.random(in: .min ... .max, using: &random) }
      #expect(PackedText.units(of: PackedText.bytes(of: units)).map(Array.init) == units)
    }
    let text = Array("本报讯（记者 苑莘）2月2日，GDP 增长 5.2%。".utf16)
    #expect(PackedText.units(of: PackedText.bytes(of: text)).map(Array.init) == text)
    #expect(PackedText.bytes(of: text).count < 2 * text.count + 2)
  }

  @Test func damagedTextIsNone() {
    #expect(PackedText.units(of: [0x80]) == nil)
    #expect(PackedText.units(of: [0xFF, 0x01]) == nil)
    #expect(PackedText.units(of: [0xE0, 0x01]) == nil)
  }

  @Test func blocksComeBack() {
    var random = SeededRandom(seed: 4)
    var postings: [Posting] = []
    for _ in 0..<500 {
      let gram = UInt32.random(in: .min ... .max, using: &random)
      let passages = Set(
        (0..<Int.random(in: 1...4, using: &random)).map { _ in UInt32.random(in: 0...9_999_999, using: &random) })
      postings += passages.map { Posting(gram: gram, passage: $0) }
    }
    postings.sort()
    var decoded: [Posting] = []
    var gram: UInt32 = 0
    let bytes = PostingBlock.encode(postings[...])
    let isWhole = bytes.withUnsafeBytes {
      PostingBlock.decode(
        $0,
        gram: { found, _ in
          gram = found
          return true
        },
        passage: { decoded.append(Posting(gram: gram, passage: $0)) })
    }
    #expect(isWhole)
    #expect(decoded == postings)
    let isCutWhole = bytes.dropLast().withUnsafeBytes { PostingBlock.decode($0, gram: { _, _ in true }, passage: { _ in }) }
    #expect(!isCutWhole)
  }
}
