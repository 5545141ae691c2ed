public import LCSegmentation
public import LCTextModel

/// Cuts a text into words, numbers, punctuation and white space.
///
///     let text: Text = "聊城日报2023年"
///     try Tokenizer().tokens(in: text).map { text.string(in: $0.range) }  // ["聊城", "日报", "2023", "年"]
public struct Tokenizer: Sendable {
  private let words: WordSegmenter

  /// Makes a tokenizer.
  ///
  /// - Throws: ``SegmentationError/icu(operation:code:)`` when ICU's data is missing.
  public init() throws(SegmentationError) {
    words = try WordSegmenter(locale: "zh")
  }

  /// The tokens of a range of a text, which joined give it back.
  ///
  /// - Parameters:
  ///   - text: the document.
  ///   - range: UTF-16 offsets; `nil` means the whole document.
  /// - Complexity: O(length of the range).
  public func tokens(in text: Text, range: Range<Int>? = nil) -> [Token] {
    words.tokens(in: text, range: range)
  }
}
