import LCSegmentation
import Testing

struct TextEncodingTests {
  @Test(arguments: [
    ("UTF8", TextEncoding.utf8), ("GBK", .gb18030), ("cp936", .gb18030), ("Big-5", .big5), ("UTF-16LE", .utf16LittleEndian),
    ("latin1", TextEncoding(rawValue: "latin1")), ("Shift_JIS", TextEncoding(rawValue: "shift_jis")),
  ])
  func namesPeopleUse(name: String, expected: TextEncoding) throws {
    #expect(try TextEncoding(named: name) == expected)
  }

  @Test(arguments: ["", "utf-9", "聊城"])
  func unknownNamesAreRefused(name: String) {
    #expect(throws: SegmentationError.unknownEncoding(name: name)) { try TextEncoding(named: name) }
  }
}
