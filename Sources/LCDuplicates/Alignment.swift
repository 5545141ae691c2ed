/// What two passages share: a chain of runs of equal characters, in the order of both.
struct Alignment {
  /// A run of equal characters.
  struct Run {
    var a: Int
    var b: Int
    var count: Int

    var diagonal: Int { b - a }
  }

  /// The runs, in order; they do not overlap in either passage.
  var runs: [Run]

  /// The number of characters that agree.
  var matched: Int { runs.reduce(0) { $0 + $1.count } }
  /// The range the chain covers in the first passage.
  var aRange: Range<Int> { (runs.first?.a ?? 0)..<(runs.last.map { $0.a + $0.count } ?? 0) }
  /// The range the chain covers in the second passage.
  var bRange: Range<Int> { (runs.first?.b ?? 0)..<(runs.last.map { $0.b + $0.count } ?? 0) }

  /// The blocks between runs, where the passages differ.
  var gaps: [(a: Range<Int>, b: Range<Int>)] {
    zip(runs, runs.dropFirst()).compactMap { left, right in
      let a = left.a + left.count..<right.a
      let b = left.b + left.count..<right.b
      return a.isEmpty && b.isEmpty ? nil : (a, b)
    }
  }
}

/// Aligns two passages by chaining the 3-grams they share and then filling the gaps.
///
/// The chain is the heaviest sequence of diagonal runs that goes forward in both passages (sparse dynamic programming over
/// runs; Wilbur and Lipman 1983). Gaps of at most 48 × 48 characters are aligned by their longest common subsequence.
struct Aligner {
  private static let gramLength = 3
  /// Places of one gram in the first passage beyond this many are not followed: they are set phrases.
  private static let placesPerGram = 8
  /// A break in the chain costs as much as this many characters.
  private static let breakCost = 2
  private static let gapLimit = 48
  /// Runs beyond this many are too short to matter.
  private static let runLimit = 400

  private let units: ContiguousArray<UInt16>

  init(_ folded: FoldedPassages) {
    units = folded.units
  }

  /// The alignment of two stretches of the folded units; its places count from their starts.
  ///
  /// - Complexity: O(a + b + runs²), runs being at most 400.
  func align(_ a: Range<Int>, _ b: Range<Int>) -> Alignment {
    let chain = chain(diagonalRuns(a, b))
    return Alignment(runs: filled(chain, a, b))
  }

  // MARK: - Runs

  private func diagonalRuns(_ a: Range<Int>, _ b: Range<Int>) -> [Alignment.Run] {
    let k = Self.gramLength
    guard a.count >= k, b.count >= k else { return [] }
    var places: [UInt64: [Int32]] = [:]
    places.reserveCapacity(a.count)
    for place in 0...(a.count - k) { places[gram(at: a.lowerBound + place), default: []].append(Int32(place)) }

    var openRuns: [Int: Int] = [:]
    var runs: [Alignment.Run] = []
    for place in 0...(b.count - k) {
      guard let matches = places[gram(at: b.lowerBound + place)], matches.count <= Self.placesPerGram else { continue }
      for match in matches {
        let diagonal = place - Int(match)
        if let open = openRuns[diagonal], runs[open].b + runs[open].count >= place {
          runs[open].count = place + k - runs[open].b
        } else {
          openRuns[diagonal] = runs.count
          runs.append(Alignment.Run(a: Int(match), b: place, count: k))
        }
      }
    }
    if runs.count > Self.runLimit {
      runs.sort { ($1.count, $0.b, $0.a) < ($0.count, $1.b, $1.a) }
      runs.removeLast(runs.count - Self.runLimit)
    }
    return runs.sorted { ($0.b, $0.a) < ($1.b, $1.a) }
  }

  private func gram(at place: Int) -> UInt64 {
    UInt64(units[place]) << 32 | UInt64(units[place + 1]) << 16 | UInt64(units[place + 2])
  }

  // MARK: - Chain

  private func chain(_ runs: [Alignment.Run]) -> [Alignment.Run] {
    guard !runs.isEmpty else { return [] }
    var best = runs.map(\.count)
    var previous = [Int](repeating: -1, count: runs.count)
    for index in runs.indices {
      for before in 0..<index {
        let overlap = max(
          0, max(runs[before].a + runs[before].count - runs[index].a, runs[before].b + runs[before].count - runs[index].b))
        guard runs[before].a < runs[index].a, runs[before].b < runs[index].b, overlap < runs[index].count else { continue }
        let score = best[before] + runs[index].count - overlap - Self.breakCost
        if score > best[index] {
          best[index] = score
          previous[index] = before
        }
      }
    }
    var chain: [Alignment.Run] = []
    var index = best.indices.max { (best[$0], $1) < (best[$1], $0) } ?? -1
    while index >= 0 {
      chain.append(runs[index])
      index = previous[index]
    }
    chain.reverse()
    return withoutOverlaps(chain)
  }

  private func withoutOverlaps(_ chain: [Alignment.Run]) -> [Alignment.Run] {
    var result: [Alignment.Run] = []
    for var run in chain {
      if let last = result.last {
        let overlap = max(0, max(last.a + last.count - run.a, last.b + last.count - run.b))
        run.a += overlap
        run.b += overlap
        run.count -= overlap
      }
      if run.count > 0 { result.append(run) }
    }
    return result
  }

  // MARK: - Gaps

  private func filled(_ chain: [Alignment.Run], _ a: Range<Int>, _ b: Range<Int>) -> [Alignment.Run] {
    guard let first = chain.first else { return [] }
    var result = [first]
    for run in chain.dropFirst() {
      let last = result[result.count - 1]
      let gapA = last.a + last.count..<run.a
      let gapB = last.b + last.count..<run.b
      for match in commonSubsequence(gapA, gapB, a.lowerBound, b.lowerBound) { Self.append(match, to: &result) }
      Self.append(run, to: &result)
    }
    return result
  }

  private static func append(_ run: Alignment.Run, to runs: inout [Alignment.Run]) {
    if let last = runs.last, last.a + last.count == run.a, last.b + last.count == run.b {
      runs[runs.count - 1].count += run.count
    } else {
      runs.append(run)
    }
  }

  private func commonSubsequence(_ a: Range<Int>, _ b: Range<Int>, _ aStart: Int, _ bStart: Int) -> [Alignment.Run] {
    guard !a.isEmpty, !b.isEmpty, a.count <= Self.gapLimit, b.count <= Self.gapLimit else { return [] }
    let width = b.count + 1
    var lengths = [Int16](repeating: 0, count: (a.count + 1) * width)
    for i in stride(from: a.count - 1, through: 0, by: -1) {
      for j in stride(from: b.count - 1, through: 0, by: -1) {
        let isEqual = units[aStart + a.lowerBound + i] == units[bStart + b.lowerBound + j]
        lengths[i * width + j] =
          isEqual ? lengths[(i + 1) * width + j + 1] + 1 : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var runs: [Alignment.Run] = []
    var i = 0
    var j = 0
    while i < a.count, j < b.count {
      if units[aStart + a.lowerBound + i] == units[bStart + b.lowerBound + j] {
        Self.append(Alignment.Run(a: a.lowerBound + i, b: b.lowerBound + j, count: 1), to: &runs)
        i += 1
        j += 1
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return runs
  }
}
