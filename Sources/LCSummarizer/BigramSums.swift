internal import LCLexicon
internal import LCTextModel

/// What the pairs of neighbouring characters in any part of a text's sentences come to; no word boundaries are needed.
///
/// Each pair has figures of its own, and their running sums over the text give those of any part at once.
struct BigramSums {
  /// The figures of the pairs inside a range, added up.
  struct Sums {
    /// How many pairs there are, how many of them the first sentence has, and how many stand once in the text.
    var count: Int32 = 0
    var inFirst: Int32 = 0
    var single: Int32 = 0
    /// How often each pair is repeated, up to eight times.
    var repeated: Int32 = 0
    /// How many other sentences have each pair.
    var elsewhere: Int64 = 0
  }

  /// The sums of the pairs that end before a place, from `start`.
  private let running: ContiguousArray<Sums>
  private let start: Int
  private let sentenceCount: Int
  /// Below this many pairs a part's centrality shrinks in proportion.
  private static let fullLength = 20
  private static let mostRepeated: Int32 = 8

  /// - Complexity: O(length of the sentences).
  init(_ sentences: [Range<Int>], in text: Text) {
    let start = sentences.first?.lowerBound ?? 0
    self.start = start
    sentenceCount = sentences.count
    let end = sentences.last?.upperBound ?? start
    var numbers = HashNumbers(expected: min(end - start, 4096))
    /// The pair that ends at each place, from `start`; -1 for none.
    var pairs = ContiguousArray<Int32>(repeating: -1, count: end - start)
    var counts: ContiguousArray<(all: Int32, sentences: Int32, last: Int32)> = []
    var firstCount = 0
    for (sentence, range) in sentences.enumerated() {
      Self.forEachPair(range, in: text) { place, pair in
        let number = numbers.number(UInt64(pair))
        if number == counts.count { counts.append((0, 0, -1)) }
        pairs[place - start] = Int32(number)
        counts[number].all += 1
        if counts[number].last != Int32(sentence) {
          counts[number].last = Int32(sentence)
          counts[number].sentences += 1
        }
      }
      if sentence == 0 { firstCount = counts.count }
    }
    var running = ContiguousArray<Sums>(repeating: Sums(), count: end - start + 1)
    var sums = Sums()
    for (place, pair) in pairs.enumerated() {
      if pair >= 0 {
        let count = counts[Int(pair)]
        sums.count += 1
        if Int(pair) < firstCount { sums.inFirst += 1 }
        if count.all == 1 { sums.single += 1 }
        sums.repeated += min(count.all - 1, Self.mostRepeated)
        sums.elsewhere += Int64(count.sentences - 1)
      }
      running[place + 1] = sums
    }
    self.running = running
  }

  /// The sums of a range inside one sentence. Complexity: O(1).
  func callAsFunction(_ range: Range<Int>) -> Sums {
    guard range.count > 1 else { return Sums() }
    let (before, behind) = (running[range.lowerBound + 1 - start], running[range.upperBound - start])
    return Sums(
      count: behind.count - before.count, inFirst: behind.inFirst - before.inFirst, single: behind.single - before.single,
      repeated: behind.repeated - before.repeated, elsewhere: behind.elsewhere - before.elsewhere)
  }

  /// How central a range is to the text, from 0 to 1: the mean, over its pairs, of the share of the other sentences that have
  /// the pair, less for a range too short to say anything. It is the centroid method (Radev et al. 2004) on pairs of
  /// characters.
  ///
  /// - Complexity: O(1).
  func centrality(_ range: Range<Int>) -> Double {
    let sums = self(range)
    guard sums.count > 0, sentenceCount > 1 else { return 0 }
    let mean = Double(sums.elsewhere) / Double(Int(sums.count) * (sentenceCount - 1))
    return mean * min(1, Double(sums.count) / Double(Self.fullLength))
  }

  /// Pairs of neighbouring units that are letters, digits or Han characters, with the place of the second.
  private static func forEachPair(_ range: Range<Int>, in text: Text, _ body: (Int, UInt32) -> Void) {
    var previous: UInt16 = 0
    for place in range {
      let unit = text.units[place]
      let isContent =
        unit >= 0x3400 && unit < 0xFF00 || unit.isLatinLetter || unit.isDecimalDigit || (unit > 0xBF && unit < 0x2000)
      if isContent, previous != 0 { body(place, UInt32(previous) << 16 | UInt32(unit)) }
      previous = isContent ? unit : 0
    }
  }
}
