internal import LCTextModel

/// How central each unit is to a text, by the pairs of neighbouring characters it shares with the others; no word
/// boundaries are needed.
///
/// A unit's centrality is the mean, over its bigrams, of the share of the other units that hold the bigram, times a factor
/// for units too short to say anything. It is the centroid method (Radev et al. 2004) on character bigrams.
struct BigramCentrality {
  private var unitCounts: [UInt32: UInt32] = [:]
  private let unitCount: Int
  /// Below this many bigrams a unit's score shrinks in proportion.
  private static let fullLength = 20

  /// Counts the bigrams of units. Complexity: O(length of the units).
  init(_ units: [Range<Int>], in text: Text) {
    unitCount = units.count
    var last: [UInt32: Int] = [:]
    for (number, unit) in units.enumerated() {
      Self.forEachBigram(unit, in: text) { bigram in
        if last[bigram] != number {
          last[bigram] = number
          unitCounts[bigram, default: 0] += 1
        }
      }
    }
  }

  /// The centrality of a unit, from 0 to 1.
  func score(_ unit: Range<Int>, in text: Text) -> Double {
    var sum = 0
    var count = 0
    Self.forEachBigram(unit, in: text) { bigram in
      sum += Int(unitCounts[bigram] ?? 1) - 1
      count += 1
    }
    guard count > 0, unitCount > 1 else { return 0 }
    let mean = Double(sum) / Double(count * (unitCount - 1))
    return mean * min(1, Double(count) / Double(Self.fullLength))
  }

  /// Pairs of neighbouring units that are letters, digits or Han characters.
  static func forEachBigram(_ range: Range<Int>, in text: Text, _ body: (UInt32) -> Void) {
    var previous: UInt16 = 0
    for unit in text.units[range] {
      let isContent =
        unit >= 0x3400 && unit < 0xFF00 || unit.isLatinLetter || unit.isDecimalDigit || (unit > 0xBF && unit < 0x2000)
      if isContent, previous != 0 { body(UInt32(previous) << 16 | UInt32(unit)) }
      previous = isContent ? unit : 0
    }
  }
}
