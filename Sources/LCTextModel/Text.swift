/// One document, decoded once to UTF-16.
///
/// UTF-16 is what ICU and the tokenizer work on; every result of this package is a half-open range of UTF-16 offsets into a
/// `Text`, never a copied string. Offsets turn into bytes, code points or line and column at the edges only, through
/// ``PositionIndex``.
///
///     let text = Text("聊城日报")
///     text.count              // 4
///     text.string(in: 0..<2)  // "聊城"
public struct Text: Sendable, Hashable {
  /// The UTF-16 code units of the document.
  public let units: ContiguousArray<UInt16>

  /// Makes a text of the given code units.
  ///
  /// Unpaired surrogates are kept; they count as one code point and three UTF-8 bytes, and print as U+FFFD.
  public init(units: ContiguousArray<UInt16>) {
    self.units = units
  }

  /// Makes a text of a string. Complexity: O(n).
  public init(_ string: String) {
    units = ContiguousArray(string.utf16)
  }

  /// The number of UTF-16 code units.
  public var count: Int { units.count }

  /// Whether the document has no code unit at all.
  public var isEmpty: Bool { units.isEmpty }

  /// The range of the whole document.
  public var range: Range<Int> { 0..<units.count }

  /// The document as a string. Complexity: O(n).
  public var string: String { string(in: range) }

  /// The characters of a range as a string.
  ///
  /// - Parameter range: UTF-16 offsets within the document.
  /// - Complexity: O(length of the range).
  public func string(in range: Range<Int>) -> String {
    units[range].withUnsafeBufferPointer { units in
      String(unsafeUninitializedCapacity: 3 * units.count) { bytes in
        bytes.baseAddress.map { UTF8Encoding.write(units, to: $0) } ?? 0
      }
    }
  }

  /// The range without the white space at its two ends (ASCII white space, U+00A0, U+3000).
  ///
  /// - Complexity: O(the white space removed).
  public func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, units[start].isWhiteSpace { start += 1 }
    while end > start, units[end - 1].isWhiteSpace { end -= 1 }
    return start..<end
  }
}

extension Text: ExpressibleByStringLiteral {
  /// Makes a text of a string literal.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

extension Text: CustomStringConvertible {
  /// The document as a string.
  public var description: String { string }
}
