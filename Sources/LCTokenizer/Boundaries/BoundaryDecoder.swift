internal import LCLexicon

/// Finds the word boundaries of a stretch of units: a linear-chain conditional random field over binary boundaries
/// (Lafferty, McCallum and Pereira 2001; the two-state chain of Peng, Feng and McCallum 2004).
///
/// A boundary behind unit i scores `u[i]`, boundaries behind units i and i + 1 score `t[i]` together. Each unit and each
/// pair of units has one row with all its weights for the four boundaries around it; rows are added to a register that
/// moves on by one boundary a step. Words of the lexicon add rows by length, class and surroundings.
final class BoundaryDecoder {
  /// The most units of a stretch.
  static let capacity = 1024

  private let owner: BoundaryTables
  private let tables: BoundaryTableView
  private let standardIndex: Int
  private let contexts: MatchContexts
  /// The numbers of the units; two places of 0 follow the last.
  let units: UnsafeMutablePointer<UInt16>
  /// The UTF-16 offset behind each unit, in the run that is decoded.
  let ends: UnsafeMutablePointer<Int32>
  /// Scores; place i + 1 is boundary i, and a place before the first takes what has no boundary.
  private let u: UnsafeMutablePointer<Int32>
  private let t: UnsafeMutablePointer<Int32>
  /// The entries of the pairs that begin at each unit.
  private let entries: UnsafeMutablePointer<UInt64>
  /// The rows of those pairs, 0 where there is none.
  private let rows: UnsafeMutablePointer<UInt64>
  /// For the words of three units and more that may begin at each unit, the entry of the first three and their hash.
  private let thirds: UnsafeMutablePointer<UInt32>
  private let hashes: UnsafeMutablePointer<UInt64>
  private let candidates: UnsafeMutablePointer<Int32>
  private let decisions: UnsafeMutablePointer<UInt8>
  /// Whether a word ends behind each unit.
  let isBoundary: UnsafeMutablePointer<Bool>

  init(tables: BoundaryTables) {
    owner = tables
    self.tables = tables.view
    standardIndex = tables.standard.index
    contexts = MatchContexts(capacity: Self.capacity)
    let size = Self.capacity + 8
    units = .allocate(capacity: size)
    u = .allocate(capacity: size)
    t = .allocate(capacity: size)
    entries = .allocate(capacity: size)
    rows = .allocate(capacity: size)
    thirds = .allocate(capacity: size)
    candidates = .allocate(capacity: size)
    hashes = .allocate(capacity: size)
    ends = .allocate(capacity: size)
    decisions = .allocate(capacity: size)
    isBoundary = .allocate(capacity: size)
    u.initialize(repeating: 0, count: size)
    t.initialize(repeating: 0, count: size)
  }

  deinit {
    contexts.deallocate()
    units.deallocate()
    u.deallocate()
    t.deallocate()
    entries.deallocate()
    rows.deallocate()
    thirds.deallocate()
    candidates.deallocate()
    hashes.deallocate()
    ends.deallocate()
    decisions.deallocate()
    isBoundary.deallocate()
  }

  /// Decides the boundaries of `units[..<count]`; the last unit always ends a word.
  ///
  /// - Complexity: O(count).
  func decode(count: Int) {
    guard count > 1 else {
      isBoundary[0] = true
      return
    }
    units[count] = 0
    units[count + 1] = 0
    contexts.begin(count: count)
    findPairs(count)
    findPrefixes(count)
    addRows(count)
    findWords(count)
    addMatches()
    addContexts(count)
    choose(count)
  }

  private func findPairs(_ count: Int) {
    // Loops of loads that do not wait for each other: the tables are larger than the nearest caches.
    for index in 0..<count &- 1 { entries[index] = tables.pairEntry(units[index], units[index &+ 1]) }
    for index in 0..<count &- 1 {
      let entry = entries[index]
      rows[index] = tables.pairRows.loadUnaligned(fromByteOffset: 8 &* PairEntry(entry: entry).row, as: UInt64.self)
    }
    entries[count &- 1] = 0
    rows[count &- 1] = 0
  }

  private func findPrefixes(_ count: Int) {
    // Whether words may go on no processor can guess: collect the places first, without a branch.
    var candidateCount = 0
    for index in 0..<count &- 2 {
      candidates[candidateCount] = Int32(truncatingIfNeeded: index)
      candidateCount &+= PairEntry(entry: entries[index]).mayContinue(with: units[index &+ 2]) ? 1 : 0
    }
    thirds.update(repeating: 0, count: count)
    for number in 0..<candidateCount {
      let index = Int(candidates[number])
      let hash = BoundaryLayout.prefixHash(BoundaryLayout.prefixHash(0, units[index]), units[index &+ 1])
      hashes[index] = BoundaryLayout.prefixHash(hash, units[index &+ 2])
    }
    for number in 0..<candidateCount {
      let index = Int(candidates[number])
      thirds[index] = tables.prefixEntry(hashes[index])
    }
  }

  private func addRows(_ count: Int) {
    var register = SIMD8<Int16>()
    let unitRowCount = tables.unitRowCount
    for index in 0..<count {
      // Units that training did not see have the row of unit 0, which is empty.
      let unit = Int(units[index]) < unitRowCount ? Int(units[index]) : 0
      register &+= tables.unitRows.loadUnaligned(fromByteOffset: 16 &* unit, as: SIMD8<Int16>.self)
      register &+= SIMD8<Int16>(truncatingIfNeeded: unsafeBitCast(rows[index], to: SIMD8<Int8>.self))
      // The register stands for boundaries index - 2 to index + 1; the first of them is complete. The first two steps
      // write what no boundary has to a place that is not read.
      let place = max(index &- 1, 0)
      u[place] = Int32(register[0])
      t[place] = Int32(register[4])
      let shifted = unsafeBitCast(register, to: SIMD2<UInt64>.self) &>> SIMD2(repeating: 16)
      register = unsafeBitCast(shifted, to: SIMD8<Int16>.self)
    }
    u[count &- 1] = Int32(register[0])
    t[count &- 1] = Int32(register[4])
    u[count] = 0
    t[count] = 0
  }

  /// Finds the words of the lexicon, in the order of their starts.
  private func findWords(_ count: Int) {
    var candidateCount = 0
    for index in 0..<count &- 1 {
      candidates[candidateCount] = Int32(truncatingIfNeeded: index)
      candidateCount &+= entries[index] >> 26 & 0x7F != 0 || thirds[index] != 0 ? 1 : 0
    }
    for number in 0..<candidateCount {
      let index = Int(candidates[number])
      let pairView = Self.view(PairEntry(entry: entries[index]).classBits, standardIndex)
      if pairView & 11 != 0 { contexts.add(index, index &+ 2, view: pairView) }
      var entry = thirds[index]
      if entry == 0 { continue }
      var hash = hashes[index]
      var end = index &+ 3
      let limit = min(count, index &+ BoundaryLayout.longestWord)
      while true {
        let view = Self.view(UInt8(truncatingIfNeeded: entry >> 2 & 0x7F), standardIndex)
        if view & 11 != 0 { contexts.add(index, end, view: view) }
        if entry & 2 == 0 || end >= limit { break }
        hash = BoundaryLayout.prefixHash(hash, units[end])
        entry = tables.prefixEntry(hash)
        if entry == 0 { break }
        end &+= 1
      }
    }
  }

  @inline(__always)
  private static func view(_ bits: UInt8, _ standardIndex: Int) -> UInt8 {
    WordClass(bits: bits).view(standardIndex: standardIndex)
  }

  private func addMatches() {
    for index in 0..<contexts.matchCount {
      let match = contexts.matches[index]
      let row = tables.matchRows.loadUnaligned(fromByteOffset: 16 &* contexts.row(of: match), as: SIMD8<Int16>.self)
      MatchRow.add(row, Int(match.start), Int(match.end), u, t)
    }
  }

  private func addContexts(_ count: Int) {
    let size = 2 &* BoundaryLayout.contextCount
    let tables = tables.contexts
    for gap in 0..<count &- 1 {
      let first = MatchContexts.contexts(contexts.longest.0, gap)
      let second = MatchContexts.contexts(contexts.longest.1, gap)
      let weight = { (table: Int, place: Int) in
        Int32(tables.loadUnaligned(fromByteOffset: table &* size &+ 2 &* place, as: Int16.self))
      }
      u[gap &+ 1] &+= weight(0, first.u) &+ weight(2, second.u)
      t[gap &+ 1] &+= weight(1, first.t) &+ weight(3, second.t)
    }
  }

  /// The best boundaries (Viterbi): backward with the difference between the best rest with a boundary here and the best
  /// without, then forward by the decisions kept on the way.
  private func choose(_ count: Int) {
    let last = count &- 2
    decisions[last] = 3
    var difference = u[last &+ 1] &+ t[last &+ 1]
    var gap = last &- 1
    while gap >= 0 {
      let both = difference &+ t[gap &+ 1]
      decisions[gap] = (both > 0 ? 1 : 0) | (difference > 0 ? 2 : 0)
      difference = u[gap &+ 1] &+ max(both, 0) &- max(difference, 0)
      gap &-= 1
    }
    var isHere = difference > 0
    isBoundary[0] = isHere
    for gap in 1..<max(count, 1) {
      isHere = decisions[gap &- 1] & (isHere ? 1 : 2) != 0
      isBoundary[gap] = isHere
    }
    isBoundary[count &- 1] = true
  }
}

/// Where the eight weights of a match go: `u` before it, behind its first unit, between, before its last unit, behind it;
/// `t` of its first unit, of its last unit, and of the units between.
enum MatchRow {
  /// Adds a row; place i + 1 of `u` and `t` is boundary i.
  @inline(__always)
  static func add(
    _ row: SIMD8<Int16>, _ start: Int, _ end: Int, _ u: UnsafeMutablePointer<Int32>, _ t: UnsafeMutablePointer<Int32>
  ) {
    u[start] &+= Int32(row[0])
    u[start &+ 1] &+= Int32(row[1])
    u[end] &+= Int32(row[4])
    t[start] &+= Int32(row[5])
    t[end &- 1] &+= Int32(row[6])
    guard end &- start > 2 else { return }
    u[end &- 1] &+= Int32(row[3])
    t[start &+ 1] &+= Int32(row[7])
    guard end &- start > 3 else { return }
    for place in start &+ 2..<end &- 1 {
      u[place] &+= Int32(row[2])
      t[place] &+= Int32(row[7])
    }
  }
}
