internal import LCTextModel

/// Reads what sentences are compared by: pairs of neighbouring Han characters, which need no word boundaries, and words of
/// other scripts without function words.
struct GramReader: Sendable {
  /// Letters of a word that are looked at.
  private static let wordLimit = 32

  /// Pronouns, articles, prepositions, conjunctions and auxiliary verbs of English, as in the list of the Snowball stemmer (Porter
  /// 2001). Words that say little in a headline, such as said and would, still tell which sentences belong together: with the
  /// longer list of stop words sentences are chosen far less as people's extracts have them.
  private static let functionWords = Set(
    """
    i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its itself they \
    them their theirs themselves what which who whom this that these those am is are was were be been being have has had having do does \
    did doing a an the and but if or because as until while of at by for with about against between into through during before after \
    above below to from up down in out on off over under again further then once here there when where why how all any both each few more \
    most other some such no nor not only own same so than too very s t can will just don should now
    """.split(separator: " ").map { hash($0.utf16) })

  private static func hash(_ units: some Sequence<UInt16>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for unit in units { hash = (hash ^ UInt64(unit)) &* 0x0000_0100_0000_01B3 }
    return hash
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
    let hash = Self.hash(letters)
    if !Self.functionWords.contains(hash) { body(hash | 1 << 63) }
  }
}
