import Foundation
import LCSegmentation
import LCTestSupport
import LCTextModel

/// Samples of the seeds' text in many encodings, encoded by Foundation, so that no decoder is tested against itself.
struct EncodingSample: Sendable, CustomStringConvertible {
  let encoding: TextEncoding
  private let foundation: String.Encoding
  private let mark: [UInt8]

  private init(_ encoding: TextEncoding, _ foundation: String.Encoding, mark: [UInt8] = []) {
    self.encoding = encoding
    self.foundation = foundation
    self.mark = mark
  }

  var description: String { "\(encoding)\(mark.isEmpty ? "" : " with a mark")" }

  /// The bytes of a string; `nil` when the encoding lacks one of its characters.
  func bytes(of string: String) -> [UInt8]? {
    string.data(using: foundation, allowLossyConversion: false).map { mark + Array($0) }
  }

  /// Numbers of Core Foundation's CFStringEncoding, behind the bit that tells Foundation so.
  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)
  private static let big5 = String.Encoding(rawValue: 0x8000_0A03)

  static let all = [
    EncodingSample(.utf8, .utf8), EncodingSample(.utf8, .utf8, mark: [0xEF, 0xBB, 0xBF]),
    EncodingSample(.gb18030, gb18030), EncodingSample(.big5, big5),
    EncodingSample(.utf16LittleEndian, .utf16LittleEndian),
    EncodingSample(.utf16LittleEndian, .utf16LittleEndian, mark: [0xFF, 0xFE]),
    EncodingSample(.utf16BigEndian, .utf16BigEndian),
    EncodingSample(.utf16BigEndian, .utf16BigEndian, mark: [0xFE, 0xFF]),
  ]

  /// 100 stretches of `count` characters, spread evenly over the seeds; for Big5 in traditional characters, without those
  /// that Big5 lacks.
  func strings(count: Int) throws -> [String] {
    var text = try Seeds.texts().map(\.string).joined(separator: "\n")
    if encoding == .big5 {
      text = text.applyingTransform(StringTransform("Hans-Hant"), reverse: false) ?? text
      text.removeAll { bytes(of: String($0)) == nil }
    }
    let whole = Array(text)
    let step = (whole.count - count) / 100
    return (0..<100).map { String(whole[$0 * step..<$0 * step + count]) }
  }
}
