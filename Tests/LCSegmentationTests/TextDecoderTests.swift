import LCSegmentation
import LCTestSupport
import LCTextModel
import Testing

struct TextDecoderTests {
  @Test func marksAreLeftOutAndReported() throws {
    let decoded = try TextDecoder().decode([0xEF, 0xBB, 0xBF] + Array("聊城".utf8))
    #expect(decoded.text == "聊城")
    #expect(decoded.hasByteOrderMark)
    #expect(try !TextDecoder().decode(Array("聊城".utf8)).hasByteOrderMark)
  }

  @Test func theFirstBadByteIsNamed() {
    let bytes = Array("聊城日报社出版中共聊城市委".utf8) + [0xE8, 0x81] + Array("机关报".utf8)
    #expect(throws: SegmentationError.invalidBytes(encoding: .utf8, offset: 39, bytes: [0xE8, 0x81])) {
      try TextDecoder().decode(bytes)
    }
    #expect(throws: SegmentationError.invalidBytes(encoding: .utf8, offset: 42, bytes: [0xE8, 0x81])) {
      try TextDecoder().decode([0xEF, 0xBB, 0xBF] + bytes)
    }
  }

  @Test func lossesAreCounted() throws {
    let bytes: [UInt8] = [0x61, 0xFF, 0x62, 0xC0, 0xAF, 0xE8, 0x81]
    let decoded = try TextDecoder(encoding: .utf8, isLossy: true).decode(bytes)
    // As the WHATWG decoder: one U+FFFD for each maximal subpart.
    #expect(decoded.text == "a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(decoded.replacementCount == 4)
  }

  @Test func strictUTF8AgreesWithTheStandardLibraryOnRandomBytes() {
    var random = SeededRandom(seed: 23)
    let interesting: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE8, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5,
      0xFF,
    ]
    for _ in 0..<20_000 {
      let bytes = (1...8).map { _ in interesting.randomElement(using: &random) ?? 0x41 }.filter { $0 != 0 }
      let decoded = try? TextDecoder(encoding: .utf8, isLossy: true).decode(bytes)
      #expect(decoded?.text.string == String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func aLongDamagedTextKeepsAllItsGoodCharacters() throws {
    let good = String(repeating: "聊城日报", count: 3_000)
    let bytes = [0xFF] + Array(good.utf8) + [0xFE] + Array("😀".utf8)
    let decoded = try TextDecoder(encoding: .utf8, isLossy: true).decode(bytes)
    #expect(decoded.text.string == "\u{FFFD}" + good + "\u{FFFD}😀")
    #expect(decoded.replacementCount == 2)
  }

  @Test func unpairedSurrogatesAreInvalidUTF16() throws {
    let bytes: [UInt8] = [0x61, 0x00, 0x3D, 0xD8, 0x62, 0x00, 0x00, 0xDE, 0x3D, 0xD8, 0x00, 0xDE, 0x63]
    #expect(throws: SegmentationError.invalidBytes(encoding: .utf16LittleEndian, offset: 2, bytes: [0x3D, 0xD8])) {
      try TextDecoder(encoding: .utf16LittleEndian).decode(bytes)
    }
    let decoded = try TextDecoder(encoding: .utf16LittleEndian, isLossy: true).decode(bytes)
    #expect(decoded.text == "a\u{FFFD}b\u{FFFD}😀\u{FFFD}")
    #expect(decoded.replacementCount == 3)
  }

  @Test func invalidBytesOfALegacyEncodingAreNamed() throws {
    let bytes: [UInt8] = [0xC1, 0xC4, 0xB3, 0xC7, 0xFF, 0x41]
    #expect(throws: SegmentationError.invalidBytes(encoding: .gb18030, offset: 4, bytes: [0xFF])) {
      try TextDecoder(encoding: .gb18030).decode(bytes)
    }
    let decoded = try TextDecoder(encoding: .gb18030, isLossy: true).decode(bytes)
    #expect(decoded.text == "聊城\u{FFFD}A")
    #expect(decoded.replacementCount == 1)
  }

  @Test func aLegacyTextLongerThanTheBufferIsDecodedWhole() throws {
    let bytes = Array(repeating: [0xC1, 0xC4, 0xB3, 0xC7, 0x0A] as [UInt8], count: 40_000).flatMap { $0 }
    let decoded = try TextDecoder(encoding: .gb18030).decode(bytes)
    #expect(decoded.text.count == 120_000)
    #expect(decoded.text.string(in: 119_997..<120_000) == "聊城\n")
  }

  @Test(arguments: [
    ([0x61, 0x00, 0xFF] as [UInt8], 1), (Array("聊城\0".utf8), 6), ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0x00], 4),
  ])
  func aNULMeansThatItIsNoText(bytes: [UInt8], offset: Int) {
    #expect(throws: SegmentationError.binaryData(offset: offset)) { try TextDecoder().decode(bytes) }
  }

  @Test func anEmptyInputIsAnEmptyText() throws {
    let decoded = try TextDecoder().decode([])
    #expect(decoded.text.isEmpty)
    #expect(decoded.encoding == .utf8)
  }
}
