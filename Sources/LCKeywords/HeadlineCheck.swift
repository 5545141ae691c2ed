public import LCTextModel

/// What an editor asks of a headline: does the text bear it out, and does it say what matters?
public struct HeadlineCheck: Sendable, Hashable {
  /// The content words of the headline that the text has, in UTF-16 offsets of the headline.
  public var supported: [Range<Int>] = []
  /// Those it does not have.
  public var unsupported: [Range<Int>] = []
  /// The best keywords of the text that the headline does not have.
  public var lacking: [Keyword] = []
}

extension Text {
  /// Where a word first stands in a range.
  ///
  /// - Complexity: O(length of the range · length of the word).
  func firstPlace(of word: some Collection<UInt16>, in range: Range<Int>) -> Int? {
    let count = word.count
    guard let first = word.first, range.count >= count else { return nil }
    return units.withUnsafeBufferPointer { units in
      for place in range.lowerBound...(range.upperBound - count) where units[place] == first {
        if units[place..<place + count].elementsEqual(word) { return place }
      }
      return nil
    }
  }
}
