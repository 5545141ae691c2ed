internal import LCLexicon
internal import LCTextModel

/// Reads what sentences are compared by: pairs of neighbouring Han characters, which need no word boundaries, and words of
/// other scripts without function words.
struct GramReader: Sendable {
  /// Letters of a word that are looked at.
  private static let wordLimit = 32

  private let stopWords: StopWords

  /// - Throws: ``LexiconError`` when the program's own list is damaged.
  init() throws(LexiconError) {
    stopWords = try .embedded()
  }

  /// Calls `body` with each gram of a range. Complexity: O(length of the range).
  func forEachGram(_ range: Range<Int>, in text: Text, _ body: (UInt64) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: Self.wordLimit) { word in
      var previous: UInt16 = 0
      var count = 0
      for unit in text.units[range] {
        if unit >= 0x3041, unit < 0xFF00 {
          if count > 0 { end(word, &count, body) }
          if previous != 0 { body(UInt64(previous) << 16 | UInt64(unit)) }
          previous = unit
        } else if unit.isLatinLetter || unit.isDecimalDigit || (unit > 0xBF && unit < 0x2000) {
          previous = 0
          if count < Self.wordLimit {
            word[count] = unit.isLatinLetter ? unit | 0x20 : unit
            count += 1
          }
        } else {
          if count > 0 { end(word, &count, body) }
          previous = 0
        }
      }
      if count > 0 { end(word, &count, body) }
    }
  }

  private func end(_ word: UnsafeMutableBufferPointer<UInt16>, _ count: inout Int, _ body: (UInt64) -> Void) {
    let letters = UnsafeBufferPointer(rebasing: word[..<count])
    count = 0
    guard !stopWords.contains(letters) else { return }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for unit in letters { hash = (hash ^ UInt64(unit)) &* 0x0000_0100_0000_01B3 }
    body(hash | 1 << 63)
  }
}
