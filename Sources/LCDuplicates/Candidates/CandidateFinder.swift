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
  private static let frequencyCap = 48
  /// How many partners of a passage are compared.
  private static let bestCount = 8
  /// Pairs of less weight are not compared: two rare grams, or a few common ones …
  private static let leastWeight: UInt32 = 40
  /// … and in longer passages as much for each character of the shorter one, up to what a quotation shares.
  private static let weightPerCharacter = 0.7
  private static let enoughWeight: UInt32 = 130
  /// Bytes that the postings of a part may have.
  private static let partBytes = 1 << 28

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
    while partBits < 8, grams * 8 >> partBits > max(Self.partBytes, 200 * view.count) { partBits += 1 }
    let gram = Gram(passages: passages.count)
    var edges: [EdgeList] = (0..<threads).map { _ in EdgeList() }
    for part in 0..<(1 << partBits) {
      let table = PostingTable(
        view, passages, gram: gram, part: part, partBits: partBits, expected: grams >> partBits, threads: threads)
      let lists = edges
      let next = Chunks.ranges(table.bucketCount, pieces: threads)
      _ = ParallelMap.map(Array(next.indices), threads: threads) { number in
        Self.addEdges(of: table, next[number], to: lists[number])
      }
      table.deallocate()
    }
    let adjacency = Adjacency(edges, count: view.count)
    edges = []
    return best(adjacency)
  }

  private static func addEdges(of table: PostingTable, _ buckets: Range<Int>, to edges: EdgeList) {
    let scratch = PostingScratch()
    for bucket in buckets {
      table.forEachRun(inBucket: bucket, scratch) { members in
        guard members.count <= frequencyCap else { return }
        let weight = UInt64(weight(members.count))
        for second in 1..<members.count {
          let head = UInt64(members[second]) << 40 | weight
          for first in 0..<second { edges.append(head | UInt64(members[first]) << 16) }
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

  private func best(_ adjacency: Adjacency) -> [Pair] {
    let chunks = Chunks.ranges(view.count, pieces: threads * 4)
    let view = view
    let lists = ParallelMap.map(chunks, threads: threads) { chunk in Self.weighted(adjacency, chunk, view) }
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
  private static func weighted(_ adjacency: Adjacency, _ passages: Range<Int>, _ view: PassageView) -> [Weighted] {
    var pairs: [Weighted] = []
    var touched: [UInt32] = []
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: passages.upperBound) { weights in
      weights.initialize(repeating: 0)
      for passage in passages {
        adjacency.forEach(of: passage) { other, weight in
          if weights[Int(other)] == 0 { touched.append(other) }
          weights[Int(other)] += weight
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

/// Edges: the second passage (24 bits), the first (24 bits), and a weight (16 bits).
final class EdgeList: @unchecked Sendable {
  fileprivate var edges: UnsafeMutablePointer<UInt64>
  fileprivate private(set) var count = 0
  private var capacity = 1 << 12

  init() {
    edges = .allocate(capacity: capacity)
  }

  deinit {
    edges.deallocate()
  }

  @inline(__always)
  func append(_ edge: UInt64) {
    if count == capacity { grow() }
    edges[count] = edge
    count += 1
  }

  private func grow() {
    let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity * 3 / 2)
    larger.moveInitialize(from: edges, count: count)
    edges.deallocate()
    edges = larger
    capacity = capacity * 3 / 2
  }
}

/// The edges of each passage to passages before it.
struct Adjacency: Sendable {
  private let starts: ContiguousArray<UInt32>
  /// The first passage (24 bits) and the weight (8 bits).
  private let edges: ContiguousArray<UInt32>

  /// Complexity: O(edges).
  init(_ lists: [EdgeList], count: Int) {
    var starts = ContiguousArray<UInt32>(repeating: 0, count: count + 2)
    for list in lists {
      for place in 0..<list.count { starts[Int(list.edges[place] >> 40) + 2] += 1 }
    }
    for passage in 1..<starts.count { starts[passage] += starts[passage - 1] }
    let total = Int(starts[count + 1])
    edges = ContiguousArray(unsafeUninitializedCapacity: total) { edges, initialized in
      starts.withUnsafeMutableBufferPointer { starts in
        for list in lists {
          for place in 0..<list.count {
            let edge = list.edges[place]
            let passage = Int(edge >> 40) + 1
            edges[Int(starts[passage])] = UInt32(truncatingIfNeeded: edge >> 16) << 8 | UInt32(truncatingIfNeeded: edge & 0xFF)
            starts[passage] += 1
          }
        }
      }
      initialized = total
    }
    self.starts = starts
  }

  @inline(__always)
  func forEach(of passage: Int, _ body: (UInt32, UInt32) -> Void) {
    for place in Int(starts[passage])..<Int(starts[passage + 1]) { body(edges[place] >> 8, edges[place] & 0xFF) }
  }
}
