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
    var found: [(start: Int, end: Int, view: UInt8)] = []
    lexicon.forEachWord(in: units, standard, fold: fold) { found.append(($0, $1, $2)) }
    workspace.pairViews.update(repeating: 0, count: units.count)
    for word in found where word.end - word.start == 2 { workspace.pairViews[word.start] = word.view }
    workspace.begin(count: units.count)
    for word in found where word.end - word.start > 2 { workspace.add(word.start, word.end - word.start, view: word.view) }
    workspace.finish(count: units.count)
    matches = found.map { word in
      let row = workspace.row(word.start, word.end - word.start, view: word.view)
      return Match(start: Int32(word.start), end: Int32(word.end), row: Int32(row))
    }
    let size = BoundaryLayout.contextCount
    contexts = units.indices.map { gap in
      SIMD4(
        Int32(workspace.dictionary.u[gap]), Int32(size + Int(workspace.dictionary.t[gap])),
        Int32(2 * size + Int(workspace.text.u[gap])), Int32(3 * size + Int(workspace.text.t[gap])))
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
