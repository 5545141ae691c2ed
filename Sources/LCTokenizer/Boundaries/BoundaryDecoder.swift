internal import LCLexicon

/// Finds the word boundaries of a stretch of units: a linear-chain conditional random field over binary boundaries
/// (Lafferty, McCallum and Pereira 2001; the two-state chain of Peng, Feng and McCallum 2004).
///
/// A boundary behind unit i scores `u[i]`, boundaries behind units i and i + 1 score `t[i]` together. Each unit, each pair
/// of units and each word of the lexicon has one row with all its weights for the boundaries around it; rows are added to
/// two registers that move on by one boundary a step, so that no score is read back before it is whole.
final class BoundaryDecoder {
  /// The most units of a stretch.
  static let capacity = 1024

  private let owner: BoundaryTables
  private let tables: BoundaryTableView
  private let matchRows: MatchRows
  private let standardIndex: Int
  private let contexts: MatchContexts
  /// The numbers of the units; two places of 0 follow the last.
  let units: UnsafeMutablePointer<UInt16>
  /// The UTF-16 offset behind each unit, in the run that is decoded.
  let ends: UnsafeMutablePointer<Int32>
  /// The last unit of each word.
  let words: UnsafeMutablePointer<Int32>
  /// Scores of rows; place i + 2 is boundary i.
  private let u: UnsafeMutablePointer<Int16>
  private let t: UnsafeMutablePointer<Int16>
  /// Where the tables are looked into next.
  private let slots: UnsafeMutablePointer<Int>
  private let isFound: UnsafeMutablePointer<UInt8>
  /// The entries of the pairs that begin at each unit.
  private let entries: UnsafeMutablePointer<UInt64>
  /// Where words of three units and more may begin, with the hash and the entry of their first three.
  private let candidates: UnsafeMutablePointer<Int32>
  private let hashes: UnsafeMutablePointer<UInt64>
  private let prefixes: UnsafeMutablePointer<UInt32>
  /// The words of three units and more, by their starts; one beyond every start follows the last.
  private let longWords: UnsafeMutablePointer<LongWord>
  private var longWordCount = 0
  private let decisions: UnsafeMutablePointer<UInt8>

  private struct LongWord {
    var start: Int32
    var count: UInt8
    var view: UInt8
  }

  init(tables: BoundaryTables, matchRows: MatchRows) {
    owner = tables
    self.tables = tables.view
    self.matchRows = matchRows
    standardIndex = tables.standard.index
    contexts = MatchContexts(capacity: Self.capacity)
    let size = Self.capacity + 8
    units = .allocate(capacity: size)
    ends = .allocate(capacity: size)
    words = .allocate(capacity: size)
    u = .allocate(capacity: size)
    t = .allocate(capacity: size)
    slots = .allocate(capacity: size)
    isFound = .allocate(capacity: size)
    entries = .allocate(capacity: size)
    candidates = .allocate(capacity: size)
    hashes = .allocate(capacity: size)
    prefixes = .allocate(capacity: size)
    longWords = .allocate(capacity: size * (BoundaryLayout.longestWord - 2))
    decisions = .allocate(capacity: size)
  }

  deinit {
    contexts.deallocate()
    units.deallocate()
    ends.deallocate()
    words.deallocate()
    u.deallocate()
    t.deallocate()
    slots.deallocate()
    isFound.deallocate()
    entries.deallocate()
    candidates.deallocate()
    hashes.deallocate()
    prefixes.deallocate()
    longWords.deallocate()
    decisions.deallocate()
  }

  /// Decides the boundaries of `units[..<count]`, and fills ``words``; the last unit always ends a word.
  ///
  /// - Returns: the number of words.
  /// - Complexity: O(count).
  func decode(count: Int) -> Int {
    guard count > 1 else {
      words[0] = 0
      return count
    }
    units[count] = 0
    units[count + 1] = 0
    let candidateCount = findPairs(count)
    contexts.begin(count: count)
    findLongWords(count, candidateCount)
    contexts.finish(count: count)
    addRows(count)
    return choose(count)
  }

  /// Finds the pairs, and ``candidates``.
  ///
  /// - Returns: the number of candidates.
  private func findPairs(_ count: Int) -> Int {
    // Local names: what is stored might otherwise be the object's own members, which would be read again at each step.
    let (tables, units, slots, entries, isFound) = (tables, units, slots, entries, isFound)
    let (candidates, pairViews, standardIndex) = (candidates, contexts.pairViews, standardIndex)
    // The table is larger than the nearest caches: all slots are asked for before the first is read, and so are rows.
    for index in 0..<count &- 1 { slots[index] = tables.pairSlot(units[index], units[index &+ 1]) }
    // Whether an entry is the pair's no processor can guess: the answer goes through memory, or it would be a branch.
    for index in 0..<count &- 1 {
      let entry = tables.pairEntry(atSlot: slots[index])
      entries[index] = entry
      isFound[index] = PairEntry(entry: entry).isOf(units[index], units[index &+ 1]) ? 1 : 0
    }
    // Whether a longer word may begin cannot be guessed either: every place is written down, and the next one over it
    // unless it counts.
    var candidateCount = 0
    for index in 0..<count &- 1 {
      let entry = PairEntry(entry: entries[index] & (0 &- UInt64(isFound[index])))
      entries[index] = entry.entry
      tables.prefetchRow(of: entry)
      pairViews[index] = WordClass(bits: entry.classBits).view(standardIndex: standardIndex)
      candidates[candidateCount] = Int32(truncatingIfNeeded: index)
      // Behind the last unit stands unit 0, with which no word goes on.
      candidateCount &+= entry.continuation(with: units[index &+ 2])
    }
    entries[count &- 1] = 0
    return candidateCount
  }

  /// What the standard sees of a word.
  @inline(__always)
  private func view(_ bits: UInt8) -> UInt8 {
    WordClass(bits: bits).view(standardIndex: standardIndex)
  }

  /// Finds the words of three units and more, in the order of their starts.
  private func findLongWords(_ count: Int, _ candidateCount: Int) {
    let (tables, units, slots, candidates, hashes, prefixes) = (tables, units, slots, candidates, hashes, prefixes)
    for number in 0..<candidateCount {
      let index = Int(candidates[number])
      let pair = BoundaryLayout.prefixHash(BoundaryLayout.prefixHash(0, units[index]), units[index &+ 1])
      let hash = BoundaryLayout.prefixHash(pair, units[index &+ 2])
      hashes[number] = hash
      slots[number] = tables.prefixSlot(hash)
    }
    var found = 0
    for number in 0..<candidateCount {
      let entry = tables.prefixEntry(atSlot: slots[number], hashes[number])
      candidates[found] = candidates[number]
      hashes[found] = hashes[number]
      prefixes[found] = entry
      found &+= entry != 0 ? 1 : 0
    }
    longWordCount = 0
    for number in 0..<found { followWords(Int(candidates[number]), hashes[number], prefixes[number]) }
    longWords[longWordCount].start = .max
  }

  /// The words that begin with the three units at a place.
  @inline(__always)
  private func followWords(_ start: Int, _ hash: UInt64, _ entry: UInt32) {
    var hash = hash
    var entry = PrefixEntry(entry: entry)
    var length = 3
    while true {
      let view = view(entry.classBits)
      longWords[longWordCount] = LongWord(
        start: Int32(truncatingIfNeeded: start), count: UInt8(truncatingIfNeeded: length), view: view)
      longWordCount &+= view != 0 ? 1 : 0
      contexts.add(start, length, view: view)
      // Behind the last unit stands unit 0, with which no word goes on; nor does any beyond the longest.
      let next = units[start &+ length]
      guard entry.mayContinue(with: next), next != 0 else { return }
      hash = BoundaryLayout.prefixHash(hash, next)
      entry = PrefixEntry(entry: tables.prefixEntry(hash))
      if entry.entry == 0 { return }
      length &+= 1
    }
  }

  private func addRows(_ count: Int) {
    // The registers stand for boundaries index - 2 to index + 5; the first of them is complete after the step.
    var uRegister = SIMD8<Int16>.zero
    var tRegister = SIMD8<Int16>.zero
    let (tables, units, entries, longWords, u, t) = (tables, units, entries, longWords, u, t)
    let (contexts, rows) = (contexts, matchRows.rows)
    var longWord = 0
    for index in 0..<count {
      // Units that training did not see have the row of unit 0, which is empty.
      let unit = Int(units[index]) < tables.unitRowCount ? Int(units[index]) : 0
      var row = tables.unitRows.loadUnaligned(fromByteOffset: 16 &* unit, as: SIMD8<Int16>.self)
      let pairRow = PairEntry(entry: entries[index]).row
      row &+= SIMD8<Int16>(
        truncatingIfNeeded: tables.pairRows.loadUnaligned(fromByteOffset: 8 &* pairRow, as: SIMD8<Int8>.self))
      let match = rows[Int(contexts.pairViews[index]) &<< 7 | Int(contexts.pairSurroundings[index])]
      uRegister &+= SIMD8(lowHalf: row.lowHalf, highHalf: .zero) &+ match.u
      tRegister &+= SIMD8(lowHalf: row.highHalf, highHalf: .zero) &+ match.t
      while Int(longWords[longWord].start) == index {
        let word = longWords[longWord]
        let length = Int(word.count)
        let match = rows[
          (max(length &- BoundaryLayout.lengthCount &- 1, 0)) &* MatchRows.perLength
            &+ contexts.row(index, length, view: word.view)]
        uRegister &+= match.u
        tRegister &+= match.t
        longWord &+= 1
      }
      u[index] = uRegister[0]
      t[index] = tRegister[0]
      uRegister = Self.shifted(uRegister)
      tRegister = Self.shifted(tRegister)
    }
    u[count] = uRegister[0]
    t[count] = tRegister[0]
  }

  /// Each number one place down.
  @inline(__always)
  private static func shifted(_ vector: SIMD8<Int16>) -> SIMD8<Int16> {
    SIMD8(vector[1], vector[2], vector[3], vector[4], vector[5], vector[6], vector[7], 0)
  }

  /// The best boundaries (Viterbi): backward with the difference between the best rest with a boundary here and the best
  /// without, then forward by the decisions kept on the way.
  private func choose(_ count: Int) -> Int {
    let (dictionary, text, words, decisions) = (contexts.dictionary, contexts.text, words, decisions)
    let (u, t, tables) = (u + 2, t + 2, tables.contexts)
    let weight = { (table: Int, place: UInt8) in
      let number = table &* BoundaryLayout.contextCount &+ Int(place)
      return Int32(tables.loadUnaligned(fromByteOffset: 2 &* number, as: Int16.self))
    }
    let own = { Int32(u[$0]) &+ weight(0, dictionary.u[$0]) &+ weight(2, text.u[$0]) }
    let pair = { Int32(t[$0]) &+ weight(1, dictionary.t[$0]) &+ weight(3, text.t[$0]) }
    // Behind the last unit there is a boundary, whatever comes before.
    var gap = count &- 2
    decisions[gap] = 3
    var difference = own(gap) &+ pair(gap)
    while gap > 0 {
      gap &-= 1
      let both = difference &+ pair(gap)
      decisions[gap] = (both > 0 ? 1 : 0) | (difference > 0 ? 2 : 0)
      difference = own(gap) &+ max(both, 0) &- max(difference, 0)
    }
    var isHere: UInt8 = difference > 0 ? 1 : 0
    var wordCount = Int(isHere)
    words[0] = 0
    for gap in 1..<max(count &- 1, 1) {
      isHere = decisions[gap &- 1] &>> (1 &- isHere) & 1
      words[wordCount] = Int32(truncatingIfNeeded: gap)
      wordCount &+= Int(isHere)
    }
    words[wordCount] = Int32(truncatingIfNeeded: count &- 1)
    return wordCount &+ 1
  }
}
