internal import LCTextModel

/// Tells the text of a photograph by its first words.
enum PictureText {
  private static let words: [Pattern] = ["图为", "上图", "下图", "左图", "右图"]

  /// Whether a text names the picture: 图为, 上图.
  static func names(_ range: Range<Int>, in text: Text) -> Bool { text.hasAny(words, in: range) }

  /// Whether a text says what a picture shows: 图为, or a day at its start (6月30日，……). Complexity: O(length).
  static func begins(_ range: Range<Int>, in text: Text) -> Bool {
    if names(range, in: text) { return true }
    var place = range.lowerBound
    for mark: UInt16 in [0x6708, 0x65E5] {
      let start = place
      while place < range.upperBound, text.units[place].isDecimalDigit { place += 1 }
      guard place > start, place < range.upperBound, text.units[place] == mark else { return false }
      place += 1
    }
    return true
  }
}
