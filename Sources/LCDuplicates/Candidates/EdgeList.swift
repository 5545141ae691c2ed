/// Edges between passages: the second (24 bits), the first (24 bits), and a weight (16 bits).
final class EdgeList: @unchecked Sendable {
  // Written by one thread at a time.
  private var edges: UnsafeMutablePointer<UInt64>
  private var count = 0
  private var capacity = 1 << 12

  init() {
    edges = Memory.resized(nil, capacity)
  }

  deinit {
    Memory.release(edges)
  }

  /// Adds an edge of two passages, the first of which has the smaller number.
  @inline(__always)
  func append(_ first: UInt32, _ second: UInt32, weight: UInt32) {
    if count == capacity { grow() }
    edges[count] = UInt64(second) << 40 | UInt64(first) << 16 | UInt64(weight)
    count += 1
  }

  private func grow() {
    capacity = capacity * 3 / 2
    edges = Memory.resized(edges, capacity)
  }

  // MARK: - Order

  private static let bucketBits = 12

  /// Sorts by the second passage, in place: by its first bits with American flag sort (McIlroy, Bostic and McIlroy 1993), then
  /// each bucket, which is small, by the rest.
  ///
  /// - Complexity: O(edges).
  func sort(passages: Int) {
    var shift = 40
    while passages >> (shift - 40) > 1 << Self.bucketBits { shift += 1 }
    let ends = partition(shift)
    var scratch = ContiguousArray<UInt64>()
    var places = [Int](repeating: 0, count: 1 << (shift - 40) + 1)
    var start = 0
    for end in ends {
      if end - start > 1, shift > 40 { sort(start..<end, restBits: shift - 40, &places, &scratch) }
      start = end
    }
  }

  /// Puts the edges of each bucket together; returns where each ends.
  private func partition(_ shift: Int) -> [Int] {
    let bucketCount = 1 << Self.bucketBits
    var next = [Int](repeating: 0, count: bucketCount)
    for place in 0..<count { next[Int(edges[place] >> UInt64(shift))] += 1 }
    var ends = next
    var total = 0
    for bucket in 0..<bucketCount {
      let size = next[bucket]
      next[bucket] = total
      total += size
      ends[bucket] = total
    }
    let edges = edges
    let shift = UInt64(shift)
    next.withUnsafeMutableBufferPointer { next in
      for bucket in 0..<bucketCount {
        let end = ends[bucket]
        while next[bucket] < end {
          var edge = edges[next[bucket]]
          var home = Int(truncatingIfNeeded: edge &>> shift)
          while home != bucket {
            let place = next[home]
            next[home] = place &+ 1
            let other = edges[place]
            edges[place] = edge
            edge = other
            home = Int(truncatingIfNeeded: edge &>> shift)
          }
          edges[next[bucket]] = edge
          next[bucket] += 1
        }
      }
    }
    return ends
  }

  private func sort(_ range: Range<Int>, restBits: Int, _ places: inout [Int], _ scratch: inout ContiguousArray<UInt64>) {
    let mask = 1 << restBits - 1
    for place in places.indices { places[place] = 0 }
    for place in range { places[(Int(edges[place] >> 40) & mask) + 1] += 1 }
    for place in 1..<places.count { places[place] += places[place - 1] }
    if scratch.count < range.count { scratch = .init(repeating: 0, count: 2 * range.count) }
    for place in range {
      let key = Int(edges[place] >> 40) & mask
      scratch[places[key]] = edges[place]
      places[key] += 1
    }
    for place in 0..<range.count { edges[range.lowerBound + place] = scratch[place] }
  }

  /// The first edge, in a sorted list, whose second passage has at least a number.
  func firstPlace(of passage: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if Int(edges[middle] >> 40) < passage { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Calls `body` with the first passage and the weight of each edge of a second passage, from a place on; returns the place
  /// behind them.
  @inline(__always)
  func forEach(of passage: Int, from place: Int, _ body: (UInt32, UInt32) -> Void) -> Int {
    var place = place
    while place < count, Int(edges[place] >> 40) == passage {
      body(UInt32(truncatingIfNeeded: edges[place] >> 16) & 0xFF_FFFF, UInt32(edges[place] & 0xFFFF))
      place += 1
    }
    return place
  }
}
