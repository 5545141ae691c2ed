internal import LCLexicon

/// The rows and table places of one line, found once and used in each pass.
struct BoundaryFeatures {
  struct Match {
    var start: Int32
    var end: Int32
    var row: Int32
  }

  let units: [UInt16]
  let isBoundary: [Bool]
  /// The number of the pair that begins at each unit; -1 for none.
  let pairs: [Int32]
  let matches: [Match]
  /// For each boundary four places: `u` and `t` of the dictionary's tables, `u` and `t` of the text's.
  let contexts: [SIMD4<Int32>]

  init(
    _ line: UnitLine, pairNumbers: PairNumbers, lexicon: TrainingLexicon, _ standard: WordStandard, fold: Int?,
    _ workspace: MatchContexts
  ) {
    units = line.units
    isBoundary = line.isBoundary
    pairs = units.indices.map { $0 + 1 < line.units.count ? pairNumbers[line.units[$0], line.units[$0 + 1]] : -1 }
    workspace.begin(count: units.count)
    lexicon.forEachWord(in: units, standard, fold: fold) { workspace.add($0, $1, view: $2) }
    matches = (0..<workspace.matchCount).map { index in
      let match = workspace.matches[index]
      return Match(start: match.start, end: match.end, row: Int32(workspace.row(of: match)))
    }
    let size = BoundaryLayout.contextCount
    contexts = units.indices.map { gap in
      let first = MatchContexts.contexts(workspace.longest.0, gap)
      let second = MatchContexts.contexts(workspace.longest.1, gap)
      return SIMD4(Int32(first.u), Int32(size + first.t), Int32(2 * size + second.u), Int32(3 * size + second.t))
    }
  }
}

/// Numbers of the pairs of units that training text has.
final class PairNumbers {
  private let numbers: UnsafeMutablePointer<Int32>
  /// The pairs in the order of their numbers.
  private(set) var keys: [UInt32] = []
  /// How often each pair occurs.
  private(set) var counts: [Int32] = []
  private static let size = 1 << 26

  init() {
    numbers = .allocate(capacity: Self.size)
    numbers.initialize(repeating: -1, count: Self.size)
  }

  deinit {
    numbers.deallocate()
  }

  func add(_ units: [UInt16]) {
    for (first, second) in zip(units, units.dropFirst()) {
      let key = UInt32(first) << 13 | UInt32(second)
      if numbers[Int(key)] < 0 {
        numbers[Int(key)] = Int32(keys.count)
        keys.append(key)
        counts.append(0)
      }
      counts[Int(numbers[Int(key)])] += 1
    }
  }

  /// Pairs seen once teach more about their sentence than about others, and get no number.
  private static let smallestCount: Int32 = 2

  subscript(first: UInt16, second: UInt16) -> Int32 {
    let number = numbers[Int(UInt32(first) << 13 | UInt32(second))]
    return number >= 0 && counts[Int(number)] >= Self.smallestCount ? number : -1
  }
}
