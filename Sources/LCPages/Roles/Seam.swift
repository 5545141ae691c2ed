internal import LCLexicon
internal import LCTextModel

/// Says whether a text goes on across a seam: whether a word of the lexicon stands over it.
struct Seam: Sendable {
  private let words: DocumentFrequency
  private let pairs: CharacterPairs
  private static let longestWord = 4

  init(words: DocumentFrequency, pairs: CharacterPairs) {
    self.words = words
    self.pairs = pairs
  }

  /// Whether a word of Latin letters is in the lexicon, in lower case.
  func isWord(_ units: [UInt16]) -> Bool {
    let lower = units.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return lower.withUnsafeBufferPointer { words.count(of: $0) } > 0
  }

  /// How much more often than by chance the last character of `left` is followed by the first of `right`, as a logarithm.
  func pairScore(_ left: Range<Int>, _ right: Range<Int>, in text: Text) -> Double {
    guard let last = text.units[left].last, let first = text.units[right].first else { return 0 }
    return pairs.score(last, first)
  }

  /// How much more often than by chance a sentence begins with the first character of a range, as a logarithm.
  func openingScore(_ range: Range<Int>, in text: Text) -> Double {
    text.units[range].first.map { pairs.score(0x3002, $0) } ?? 0
  }

  /// The length of the longest word of the lexicon that takes its first characters from the end of `left` and the others
  /// from the start of `right`; 0 when there is none.
  func wordLength(_ left: Range<Int>, _ right: Range<Int>, in text: Text) -> Int {
    let head = text.units[left].suffix(Self.longestWord - 1)
    let tail = text.units[right].prefix(Self.longestWord - 1)
    guard let last = head.last, let first = tail.first, last.isHan, first.isHan else { return 0 }
    let joined = Array(head) + Array(tail)
    let seam = head.count
    var longest = 0
    joined.withUnsafeBufferPointer { units in
      for start in 0..<seam {
        for end in seam + 1...units.count where end - start <= Self.longestWord && end - start > longest {
          if words.count(of: UnsafeBufferPointer(rebasing: units[start..<end])) > 0 { longest = end - start }
        }
      }
    }
    return longest
  }
}
