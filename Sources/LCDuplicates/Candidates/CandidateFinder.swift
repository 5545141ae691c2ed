internal import LCTextModel

/// Finds for each passage the few others that share most with it, by an inverted index of character grams.
///
/// Each gram that few passages have adds to the weight of each pair of them, the more the fewer have it. For large
/// collections the grams are gone over in parts, so that memory grows with the pairs and not with the text.
struct CandidateFinder {
  /// A pair worth comparing; `a` < `b`.
  struct Pair: Hashable, Sendable {
    var a: Int32
    var b: Int32
  }

  /// Grams in more passages than this say little; pairs grow with its square.
  private static func frequencyCap(passages: Int) -> Int {
    passages < 20_000 ? 48 : passages < 300_000 ? 24 : 7
  }
  /// How many partners of a passage are compared.
  private static let bestCount = 8
  /// Pairs of less weight are not compared: two rare grams, or a few common ones …
  private static let leastWeight: UInt32 = 40
  /// … and in longer passages as much for each character of the shorter one, up to what a quotation shares.
  private static let weightPerCharacter = 0.7
  private static let enoughWeight: UInt32 = 130
  /// Bytes that the postings of a part may have.
  private static let partBytes = 1 << 26

  private let view: PassageView
  private let threads: Int

  init(_ view: PassageView, threads: Int) {
    self.view = view
    self.threads = max(threads, 1)
  }

  /// A shared gram of a pair adds this much when `count` passages have it.
  @inline(__always)
  private static func weight(_ count: Int) -> UInt32 {
    UInt32((224 + count / 2) / (count + 6))
  }

  /// The pairs worth comparing, in order.
  ///
  /// - Parameter passages: the numbers of the passages, ascending.
  /// - Complexity: O(grams · cap), for grams in less than cap passages.
  func pairs(among passages: [Int32]) -> [Pair] {
    guard passages.count > 1 else { return [] }
    let grams = passages.reduce(0) { $0 + view[Int($1)].count }
    var partBits = 0
    while partBits < 6, grams * 8 >> partBits > max(Self.partBytes, 60 * view.count) { partBits += 1 }
    let gram = Gram(passages: passages.count)
    let edges: [EdgeList] = (0..<threads).map { _ in EdgeList() }
    for part in 0..<(1 << partBits) {
      let table = PostingTable(
        view, passages, gram: gram, part: part, partBits: partBits, expected: grams >> partBits, threads: threads)
      let cap = Self.frequencyCap(passages: passages.count)
      let next = Chunks.ranges(table.bucketCount, pieces: threads)
      _ = ParallelMap.map(Array(next.indices), threads: threads) { number in
        Self.addEdges(of: table, next[number], cap: cap, to: edges[number])
      }
      table.deallocate()
    }
    let count = view.count
    _ = ParallelMap.map(edges, threads: threads) { $0.sort(passages: count) }
    return best(edges)
  }

  private static func addEdges(of table: PostingTable, _ buckets: Range<Int>, cap: Int, to edges: EdgeList) {
    let scratch = PostingScratch()
    for bucket in buckets {
      table.forEachRun(inBucket: bucket, scratch) { members in
        guard members.count <= cap else { return }
        let weight = weight(members.count)
        for second in 1..<members.count {
          for first in 0..<second { edges.append(members[first], members[second], weight: weight) }
        }
      }
    }
  }

  // MARK: - The best

  private struct Weighted {
    var a: UInt32
    var b: UInt32
    var weight: UInt32
  }

  private func best(_ edges: [EdgeList]) -> [Pair] {
    let chunks = Chunks.ranges(view.count, pieces: threads * 4)
    let view = view
    let lists = ParallelMap.map(chunks, threads: threads) { chunk in Self.weighted(edges, chunk, view) }
    // The places of each passage hold the weights of its best partners so far, the least of them first.
    let width = Self.bestCount
    var bests = ContiguousArray<UInt64>(repeating: 0, count: view.count * width)
    bests.withUnsafeMutableBufferPointer { bests in
      for list in lists {
        for pair in list {
          Self.insert(Self.key(pair.weight, pair.b), into: bests, at: Int(pair.a) * width)
          Self.insert(Self.key(pair.weight, pair.a), into: bests, at: Int(pair.b) * width)
        }
      }
    }
    var pairs: [Pair] = []
    for list in lists {
      for pair in list
      where Self.key(pair.weight, pair.b) >= bests[Int(pair.a) * width]
        || Self.key(pair.weight, pair.a) >= bests[Int(pair.b) * width]
      {
        pairs.append(Pair(a: Int32(pair.a), b: Int32(pair.b)))
      }
    }
    return pairs
  }

  /// Greater weights first, then smaller numbers.
  @inline(__always)
  private static func key(_ weight: UInt32, _ partner: UInt32) -> UInt64 {
    UInt64(weight) << 32 | UInt64(~partner)
  }

  @inline(__always)
  private static func insert(_ key: UInt64, into bests: UnsafeMutableBufferPointer<UInt64>, at start: Int) {
    guard key > bests[start] else { return }
    var place = start
    while place + 1 < start + bestCount, bests[place + 1] < key {
      bests[place] = bests[place + 1]
      place += 1
    }
    bests[place] = key
  }

  /// The pairs whose second passage is in a range, with the sums of their edges.
  private static func weighted(_ edges: [EdgeList], _ passages: Range<Int>, _ view: PassageView) -> [Weighted] {
    var pairs: [Weighted] = []
    var touched: [UInt32] = []
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: passages.upperBound) { weights in
      weights.initialize(repeating: 0)
      var places = edges.map { $0.firstPlace(of: passages.lowerBound) }
      for passage in passages {
        for (number, list) in edges.enumerated() {
          places[number] = list.forEach(of: passage, from: places[number]) { other, weight in
            if weights[Int(other)] == 0 { touched.append(other) }
            weights[Int(other)] += weight
          }
        }
        for other in touched {
          let weight = weights[Int(other)]
          if weight >= leastWeight,
            weight >= enoughWeight
              || Double(weight) >= weightPerCharacter * Double(min(view[Int(other)].count, view[passage].count))
          {
            pairs.append(Weighted(a: other, b: UInt32(passage), weight: weight))
          }
          weights[Int(other)] = 0
        }
        touched.removeAll(keepingCapacity: true)
      }
    }
    pairs.sort { ($0.b, $0.a) < ($1.b, $1.a) }
    return pairs
  }
}
