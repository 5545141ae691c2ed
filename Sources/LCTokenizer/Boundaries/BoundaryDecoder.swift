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

  private let tables: BoundaryTables
  private let standardIndex: Int
  private let contexts: MatchContexts
  /// The numbers of the units; two places of 0 follow the last.
  let units: UnsafeMutablePointer<UInt16>
  /// The UTF-16 offset behind each unit, in the run that is decoded.
  let ends: UnsafeMutablePointer<Int32>
  /// Scores; place i + 1 is boundary i, and a place before the first takes what has no boundary.
  private let u: UnsafeMutablePointer<Int32>
  private let t: UnsafeMutablePointer<Int32>
  private let slots: UnsafeMutablePointer<Int32>
  private let decisions: UnsafeMutablePointer<UInt8>
  /// Whether a word ends behind each unit.
  let isBoundary: UnsafeMutablePointer<Bool>

  init(tables: BoundaryTables) {
    self.tables = tables
    standardIndex = tables.standard.index
    contexts = MatchContexts(capacity: Self.capacity)
    let size = Self.capacity + 8
    units = .allocate(capacity: size)
    u = .allocate(capacity: size)
    t = .allocate(capacity: size)
    slots = .allocate(capacity: size)
    ends = .allocate(capacity: size)
    decisions = .allocate(capacity: size)
    isBoundary = .allocate(capacity: size)
    u.initialize(repeating: 0, count: size)
    t.initialize(repeating: 0, count: size)
  }

  deinit {
    units.deallocate()
    u.deallocate()
    t.deallocate()
    slots.deallocate()
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
    addRows(count)
    addMatches()
    addContexts(count)
    choose(count)
  }

  private func findPairs(_ count: Int) {
    let pairCount = tables.pairCount
    for index in 0..<count &- 1 {
      let key = UInt32(units[index]) << 13 | UInt32(units[index &+ 1])
      slots[index] = Int32(truncatingIfNeeded: BoundaryLayout.slot(BoundaryLayout.pairHash(key), pairCount))
    }
    for index in 0..<count &- 1 {
      let key = (UInt32(units[index]) << 13 | UInt32(units[index &+ 1])) << 6
      var slot = Int(slots[index])
      while true {
        let stored = tables.pairs.loadUnaligned(fromByteOffset: 16 &* slot, as: UInt32.self)
        if stored == key { break }
        if stored == 0 {
          slot = -1
          break
        }
        slot = slot &+ 1 == pairCount ? 0 : slot &+ 1
      }
      slots[index] = Int32(truncatingIfNeeded: slot)
    }
    slots[count &- 1] = -1
  }

  private func addRows(_ count: Int) {
    var register = SIMD8<Int16>()
    for index in 0..<count {
      register &+= tables.unitRows.loadUnaligned(fromByteOffset: 16 &* Int(units[index]), as: SIMD8<Int16>.self)
      let slot = Int(slots[index])
      if slot >= 0 {
        let entry = tables.pairs + 16 &* slot
        register &+= SIMD8<Int16>(truncatingIfNeeded: entry.loadUnaligned(fromByteOffset: 8, as: SIMD8<Int8>.self))
        let words = entry.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
        if words != 0 { findWords(index, words, count) }
      }
      // The register stands for boundaries index - 2 to index + 1; the first of them is complete.
      if index >= 2 {
        u[index &- 1] = Int32(register[0])
        t[index &- 1] = Int32(register[4])
      }
      let shifted = unsafeBitCast(register, to: SIMD2<UInt64>.self) &>> SIMD2(repeating: 16)
      register = unsafeBitCast(shifted, to: SIMD8<Int16>.self)
    }
    u[count &- 1] = Int32(register[0])
    t[count &- 1] = Int32(register[4])
    u[count] = 0
    t[count] = 0
  }

  /// Adds the words of the lexicon that begin with the pair at `index`.
  @inline(__always)
  private func findWords(_ index: Int, _ words: UInt32, _ count: Int) {
    let pairView = Self.view(UInt8(truncatingIfNeeded: words >> 25), standardIndex)
    if pairView & 11 != 0 { contexts.add(index, index &+ 2, view: pairView) }
    guard index &+ 2 < count, words >> UInt32(units[index &+ 2] % 25) & 1 != 0 else { return }
    var hash = BoundaryLayout.prefixHash(BoundaryLayout.prefixHash(0, units[index]), units[index &+ 1])
    let limit = min(count, index &+ BoundaryLayout.longestWord)
    var end = index &+ 2
    while end < limit {
      hash = BoundaryLayout.prefixHash(hash, units[end])
      let entry = tables.prefixEntry(hash)
      if entry == 0 { return }
      end &+= 1
      let view = Self.view(UInt8(truncatingIfNeeded: entry >> 2 & 0x7F), standardIndex)
      if view & 11 != 0 { contexts.add(index, end, view: view) }
      if entry & 2 == 0 { return }
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
