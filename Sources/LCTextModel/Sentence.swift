/// A sentence of a text.
public struct Sentence: Sendable, Hashable {
  /// Where it stands, in UTF-16 offsets, with its closing quotes and brackets and the white space after it: the sentences
  /// of a text, joined, give the text back.
  public var range: Range<Int>
  /// The same without the white space at its two ends: what a person would call the sentence.
  public var content: Range<Int>

  /// Makes a sentence.
  public init(range: Range<Int>, content: Range<Int>) {
    self.range = range
    self.content = content
  }
}
