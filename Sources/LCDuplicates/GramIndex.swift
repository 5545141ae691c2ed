/// Finds for each passage the few others that share most with it, by an inverted index of character grams.
///
/// Every run of `k` folded characters is a gram; a gram that many passages have says little and is left out. A pair's weight
/// is the sum of its shared grams' inverse document frequencies.
struct GramIndex {
  /// A pair worth comparing; `a` < `b`.
  struct Pair: Hashable, Comparable {
    var a: Int32
    var b: Int32

    static func < (left: Pair, right: Pair) -> Bool {
      (left.a, left.b) < (right.a, right.b)
    }
  }

  /// Grams of Han characters have this length in small collections; chance meetings are rarer with five in large ones.
  private static func hanLength(passages: Int) -> Int { passages < 50_000 ? 4 : 5 }
  /// Grams of letters and digits.
  private static let latinLength = 8
  /// Grams in more passages than this are left out.
  private static let frequencyCap = 48
  /// How many of a passage's partners before it are kept.
  private static let bestCount = 12

  private let folded: FoldedPassages
  /// Gram hash (40 bits) and passage number (24 bits), sorted: the postings.
  private var postings: ContiguousArray<UInt64> = []

  /// Complexity: O(n log n) for n characters in all.
  init(_ folded: FoldedPassages) {
    self.folded = folded
    let hanLength = Self.hanLength(passages: folded.count)
    postings.reserveCapacity(folded.units.count)
    for passage in 0..<folded.count {
      let range = folded.range(passage)
      var place = range.lowerBound
      while place < range.upperBound {
        let length = folded.units[place] < 0x2E80 ? Self.latinLength : hanLength
        guard place + length <= range.upperBound else {
          // The tail of a Latin passage may go on in Han.
          place += 1
          continue
        }
        postings.append(Self.hash(folded.units[place..<place + length]) << 24 | UInt64(passage))
        place += 1
      }
    }
    postings.sort()
  }

  private static func hash(_ gram: some Sequence<UInt16>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for unit in gram { hash = (hash ^ UInt64(unit)) &* 0xD6E8_FEB8_6659_FD93 }
    return (hash ^ (hash >> 32)) >> 24
  }

  /// The pairs worth comparing, sorted.
  ///
  /// - Complexity: O(postings · cap).
  func candidates() -> [Pair] {
    let runs = runsByPassage()
    var weights = ContiguousArray<Float>(repeating: 0, count: folded.count)
    var touched: [Int32] = []
    var pairs: [Pair] = []
    for passage in 0..<folded.count {
      for run in runs.runs[runs.starts[passage]..<runs.starts[passage + 1]] {
        let members = run.start..<run.start + Int(run.count)
        // Rarer grams weigh more: the logarithm of how many passages lack them.
        let weight = Float(Self.frequencyCap + 8) / Float(run.count + 6)
        for member in members {
          let other = Int32(postings[member] & 0xFF_FFFF)
          if other >= passage { break }
          if weights[Int(other)] == 0 { touched.append(other) }
          weights[Int(other)] += weight
        }
      }
      for other in Self.best(touched, weights) { pairs.append(Pair(a: other, b: Int32(passage))) }
      for other in touched { weights[Int(other)] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
    return pairs.sorted()
  }

  private static func best(_ touched: [Int32], _ weights: ContiguousArray<Float>) -> some Sequence<Int32> {
    guard touched.count > bestCount else { return touched[...] }
    return touched.sorted { (weights[Int($1)], $0) < (weights[Int($0)], $1) }.prefix(bestCount)
  }

  private struct Run {
    var start: Int
    var count: Int32
  }

  /// For each passage the runs of postings it is in, of grams that two passages or more and no more than the cap have.
  private func runsByPassage() -> (starts: ContiguousArray<Int>, runs: ContiguousArray<Run>) {
    var starts = ContiguousArray<Int>(repeating: 0, count: folded.count + 2)
    forEachRun { run in
      for place in run.start..<run.start + Int(run.count) { starts[Int(postings[place] & 0xFF_FFFF) + 2] += 1 }
    }
    for passage in 2..<starts.count { starts[passage] += starts[passage - 1] }
    var runs = ContiguousArray<Run>(repeating: Run(start: 0, count: 0), count: starts[starts.count - 1])
    forEachRun { run in
      for place in run.start..<run.start + Int(run.count) {
        let passage = Int(postings[place] & 0xFF_FFFF)
        runs[starts[passage + 1]] = run
        starts[passage + 1] += 1
      }
    }
    return (starts, runs)
  }

  private func forEachRun(_ body: (Run) -> Void) {
    var start = 0
    while start < postings.count {
      var end = start + 1
      while end < postings.count, postings[end] >> 24 == postings[start] >> 24 { end += 1 }
      if end - start >= 2, end - start <= Self.frequencyCap, postings[end - 1] != postings[start] {
        body(Run(start: start, count: Int32(end - start)))
      }
      start = end
    }
  }
}
