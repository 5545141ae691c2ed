public import LCTextModel

/// A passage that may repeat another: a range of a text.
public struct Passage: Sendable {
  /// The text it stands in.
  public var text: Text
  /// Where it stands, in UTF-16 offsets of the text.
  public var range: Range<Int>

  /// Makes a passage of a range, or of a whole text.
  public init(_ text: Text, range: Range<Int>? = nil) {
    self.text = text
    self.range = range ?? text.range
  }

  /// Where a range of the passage stands in its text, both in UTF-16 offsets.
  public func place(of range: Range<Int>) -> Range<Int> {
    self.range.lowerBound + range.lowerBound..<self.range.lowerBound + range.upperBound
  }
}
