/// Aligns passages with one other by chaining the 3-grams they share and then aligning the gaps.
///
/// The chain is the heaviest sequence of diagonal runs that goes forward in both passages, less what its gaps cost (sparse
/// dynamic programming; Wilbur and Lipman 1983, Eppstein et al. 1992), so that it is local: it begins and ends where the
/// passages begin and cease to be alike. The memory of one aligner is used for all its alignments.
final class Aligner {
  private static let gramLength: Int32 = 3
  /// Places of one gram beyond this many are not followed: they are set phrases.
  private static let placesPerGram = 12
  /// Runs beyond this many are the least of them and left out.
  private static let runLimit = 1_000
  /// How many runs before it a run may follow.
  private static let lookBack = 64
  /// Passages that share fewer characters in all runs are not alike.
  private static let leastShared: Int32 = 8

  /// A chain of fewer characters, and less than a seventh of the second passage, is chance.
  private static let enoughShared: Int32 = 10

  /// The passage that all others are aligned with.
  private let first = FoldedPassage()
  private let second = FoldedPassage()
  private let gaps = GapAligner()

  /// For each slot the last place of a 3-gram, and for each place the one before it of the same slot; 1 more than the place.
  private var heads: UnsafeMutablePointer<Int32>
  private var links: UnsafeMutablePointer<Int32>
  private var slotBits: UInt64 = 12
  private var capacity = 1 << 12
  /// For each diagonal where its last run ends in the second passage.
  private var diagonals: UnsafeMutablePointer<Int32>
  private var diagonalCapacity = 1 << 13

  private var runs: [Alignment.Run] = []
  private var scores: [Int32] = []
  private var previous: [Int32] = []
  private var chained: [Alignment.Run] = []

  init() {
    heads = .allocate(capacity: 1 << 12)
    heads.initialize(repeating: 0, count: 1 << 12)
    links = .allocate(capacity: capacity)
    diagonals = .allocate(capacity: diagonalCapacity)
    diagonals.initialize(repeating: 0, count: diagonalCapacity)
  }

  deinit {
    heads.deallocate()
    links.deallocate()
    diagonals.deallocate()
  }

  /// The folded characters of the passage that others are aligned with.
  var firstUnits: UnsafeBufferPointer<UInt16> { UnsafeBufferPointer(start: first.units, count: first.count) }
  /// The folded characters of the passage that was aligned last.
  var secondUnits: UnsafeBufferPointer<UInt16> { UnsafeBufferPointer(start: second.units, count: second.count) }

  // MARK: - The table of the first passage

  /// Sets the passage that others are aligned with. Complexity: O(n).
  func load(_ passage: UnsafeBufferPointer<UInt16>) {
    for place in stride(from: 0, to: Int32(first.count) - 2, by: 1) { heads[slot(first.units + Int(place))] = 0 }
    first.fold(passage)
    if first.count > capacity {
      heads.deallocate()
      links.deallocate()
      while first.count > capacity {
        capacity *= 2
        slotBits += 1
      }
      heads = .allocate(capacity: 1 << Int(slotBits))
      heads.initialize(repeating: 0, count: 1 << Int(slotBits))
      links = .allocate(capacity: capacity)
    }
    for place in stride(from: 0, to: first.count - 2, by: 1) {
      let slot = slot(first.units + place)
      links[place] = heads[slot]
      heads[slot] = Int32(place) + 1
    }
  }

  @inline(__always)
  private func slot(_ units: UnsafePointer<UInt16>) -> Int {
    let gram = UInt64(units[0]) << 32 | UInt64(units[1]) << 16 | UInt64(units[2])
    return Int(truncatingIfNeeded: (gram &* 0x9E37_79B9_7F4A_7C15) >> (64 - slotBits))
  }

  // MARK: - Alignment

  /// The alignment of the loaded passage with another.
  ///
  /// - Returns: `nil` when they share next to nothing.
  /// - Complexity: O(length + runs · 64).
  func align(_ passage: UnsafeBufferPointer<UInt16>) -> Alignment? {
    second.fold(passage)
    guard findRuns() >= Self.leastShared else { return nil }
    var result = Alignment()
    guard chain(into: &result) else { return nil }
    return result
  }

  /// Finds the diagonal runs; returns how many characters they have.
  private func findRuns() -> Int32 {
    runs.removeAll(keepingCapacity: true)
    let (a, b) = (first.units, second.units)
    let (aCount, bCount) = (Int32(first.count), Int32(second.count))
    let diagonalCount = Int(aCount + bCount)
    if diagonalCount > diagonalCapacity {
      diagonals.deallocate()
      diagonalCapacity = 2 * diagonalCount
      diagonals = .allocate(capacity: diagonalCapacity)
      diagonals.initialize(repeating: 0, count: diagonalCapacity)
    }
    var shared: Int32 = 0
    var place: Int32 = 0
    while place < bCount - 2 {
      let here = b + Int(place)
      var link = heads[slot(here)]
      var tried = 0
      var longest: Int32 = 0
      while link != 0, tried < Self.placesPerGram {
        let other = link - 1
        link = links[Int(other)]
        tried += 1
        let there = a + Int(other)
        guard there[0] == here[0], there[1] == here[1], there[2] == here[2] else { continue }
        let diagonal = Int(other - place + bCount)
        guard diagonals[diagonal] <= place else { continue }
        var count = Self.gramLength
        while other + count < aCount, place + count < bCount, there[Int(count)] == here[Int(count)] { count += 1 }
        diagonals[diagonal] = place + count - 2
        runs.append(Alignment.Run(a: other, b: place, count: count))
        shared += count
        longest = max(longest, count)
      }
      // What a long run covers need not be asked for again.
      place += longest > 16 ? longest - 2 : 1
    }
    for run in runs { diagonals[Int(run.a - run.b + bCount)] = 0 }
    if runs.count > Self.runLimit {
      runs.sort { ($1.count, $0.b, $0.a) < ($0.count, $1.b, $1.a) }
      runs.removeLast(runs.count - Self.runLimit)
      runs.sort { ($0.b, $0.a) < ($1.b, $1.a) }
    }
    return shared
  }

  /// What it costs to go over a gap, in quarters of a character: less what is inserted than what is replaced.
  @inline(__always)
  private static func cost(_ a: Int32, _ b: Int32) -> Int32 {
    let replaced = min(a, b)
    return min(4 + replaced + (max(a, b) - replaced) / 3, 60)
  }

  /// Chains the runs and aligns the gaps.
  private func chain(into result: inout Alignment) -> Bool {
    let count = runs.count
    if scores.count < count {
      scores = .init(repeating: 0, count: count + count / 2)
      previous = scores
    }
    var best = -1
    var bestScore: Int32 = 0
    runs.withUnsafeBufferPointer { runs in
      scores.withUnsafeMutableBufferPointer { scores in
        previous.withUnsafeMutableBufferPointer { previous in
          for index in 0..<count {
            let run = runs[index]
            var score = 4 * run.count
            previous[index] = -1
            var before = index - 1
            let last = max(0, index - Self.lookBack)
            while before >= last {
              let other = runs[before]
              let aGap = run.a - other.aEnd
              let bGap = run.b - other.bEnd
              let overlap = max(0, -min(aGap, bGap))
              if other.a < run.a, other.b < run.b, overlap < run.count {
                let joined = scores[before] + 4 * (run.count - overlap) - Self.cost(max(aGap, 0), max(bGap, 0))
                if joined > score {
                  score = joined
                  previous[index] = Int32(before)
                }
              }
              before -= 1
            }
            scores[index] = score
            if score > bestScore {
              bestScore = score
              best = index
            }
          }
        }
      }
    }
    guard best >= 0 else { return false }
    chained.removeAll(keepingCapacity: true)
    var index = best
    var shared: Int32 = 0
    while index >= 0 {
      chained.append(runs[index])
      shared += runs[index].count
      index = Int(previous[index])
    }
    // What is left out here would be rejected anyway, after more work.
    guard shared >= Self.enoughShared || 7 * Int(shared) >= second.count else { return false }
    fill(chained, &result)
    return true
  }

  /// Puts a chain's runs in order, without overlaps and with what agrees in the gaps and at the ends.
  private func fill(_ chain: [Alignment.Run], _ result: inout Alignment) {
    let (a, b) = (firstUnits, secondUnits)
    if let head = chain.last { gaps.extendBackward(a, b, Int(head.a), Int(head.b), &result) }
    for run in chain.reversed() {
      var run = run
      if let last = result.runs.last {
        let overlap = max(0, max(last.aEnd - run.a, last.bEnd - run.b))
        run.a += overlap
        run.b += overlap
        run.count -= overlap
        guard run.count > 0 else { continue }
        gaps.align(a, b, Int(last.aEnd)..<Int(run.a), Int(last.bEnd)..<Int(run.b), &result)
      }
      result.append(run)
    }
    if let last = result.runs.last { gaps.extendForward(a, b, Int(last.aEnd), Int(last.bEnd), &result) }
  }
}
