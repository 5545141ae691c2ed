internal import CICUShim

/// What can go wrong between bytes and words.
public enum SegmentationError: Error, Hashable, Sendable {
  /// A byte sequence that the encoding does not have: `offset` counts bytes from the start of the input, `bytes` are those
  /// at fault.
  case invalidBytes(encoding: TextEncoding, offset: Int, bytes: [UInt8])
  /// A NUL at a byte offset: the input is no text.
  case binaryData(offset: Int)
  /// No encoding of this name is known.
  case unknownEncoding(name: String)
  /// The input's encoding could not be told.
  case undetectedEncoding
  /// The input is longer than the 2^31 − 1 UTF-16 units that ICU can address; `byteCount` is its length.
  case tooLong(byteCount: Int)
  /// ICU refused a call: `code` is its name for the reason.
  case icu(operation: String, code: String)

  static func icu(_ operation: String, status: Int32) -> SegmentationError {
    .icu(operation: operation, code: String(cString: lc_icu_error_name(status)))
  }
}

extension SegmentationError: CustomStringConvertible {
  /// The error as a sentence for a person.
  public var description: String {
    switch self {
    case .invalidBytes(let encoding, let offset, let bytes):
      let digits = Array("0123456789abcdef")
      let shown = bytes.prefix(4).map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined(separator: " ")
      return "not valid \(encoding) at byte \(offset): \(shown)"
    case .binaryData(let offset): return "not a text: NUL at byte \(offset)"
    case .unknownEncoding(let name): return "unknown encoding '\(name)'"
    case .undetectedEncoding: return "cannot tell the encoding"
    case .tooLong(let byteCount): return "too long for one document: \(byteCount) bytes"
    case .icu(let operation, let code): return "ICU cannot \(operation): \(code)"
    }
  }
}
