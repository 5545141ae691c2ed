import LCSegmentation
import LCTextModel
import Testing

struct EncodingDetectorTests {
  @Test(arguments: EncodingSample.all, [30, 100, 400])
  func ninetyNineOfAHundredSamplesAreRead(sample: EncodingSample, count: Int) throws {
    var right = 0
    for string in try sample.strings(count: count) {
      let bytes = try #require(sample.bytes(of: string))
      guard let decoded = try? TextDecoder().decode(bytes) else { continue }
      if decoded.encoding == sample.encoding, decoded.text.string == string { right += 1 }
    }
    #expect(right >= 99, "\(right) of 100")
  }

  @Test func damagedUTF8IsStillUTF8() {
    var bytes = Array("聊城日报社出版".utf8)
    bytes.insert(0xFF, at: 6)
    #expect(bytes.withUnsafeBufferPointer { EncodingDetector.guesses($0) } == [.utf8])
  }

  @Test func latinTextIsNotUTF16() throws {
    let bytes = Array("Caf".utf8) + [0xE9] + Array(" au lait, cr".utf8) + [0xE8] + Array("me et past".utf8) + [0xE8, 0x73]
    let guesses = bytes.withUnsafeBufferPointer { EncodingDetector.guesses($0) }
    #expect(guesses.first?.rawValue.hasPrefix("utf-16") == false)
  }

  @Test(arguments: ["", "plain ASCII", "\u{1B}[1mbold\u{1B}[0m"])
  func asciiIsUTF8(string: String) {
    #expect(Array(string.utf8).withUnsafeBufferPointer { EncodingDetector.guesses($0) }.first == .utf8)
  }
}
