internal import LCTextModel

/// The postings of one part of all grams, sorted by gram and passage within buckets.
///
/// A posting is the first 40 bits of a gram's hash and 24 bits of passage. Only one part of all grams is there, so that memory can be kept down by going over the passages several times.
struct PostingTable: @unchecked Sendable {
  private static let hashBits = 40
  private static let passageMask: UInt64 = 0xFF_FFFF
  /// Postings of a bucket fit the second-level cache.
  private static let bucketSize = 1 << 14

  private let postings: UnsafeMutablePointer<UInt64>
  private let bucketStarts: [Int]
  private let sortedBits: Int

  /// - Parameters:
  ///   - passages: the numbers of the passages that are indexed, ascending.
  ///   - partBits: there are 2 to this many parts.
  ///   - expected: about how many postings there are.
  init(_ view: PassageView, _ passages: [Int32], gram: Gram, part: Int, partBits: Int, expected: Int, threads: Int) {
    var bucketBits = 0
    while bucketBits < 16, expected >> bucketBits > Self.bucketSize { bucketBits += 1 }
    let bucketCount = 1 << bucketBits
    let shift = UInt64(64 - bucketBits)
    sortedBits = Self.hashBits - bucketBits

    @Sendable func forEach(_ chunk: Range<Int>, _ body: (UInt64, Int, Int32) -> Void) {
      let folded = FoldedPassage()
      for passage in passages[chunk] {
        folded.fold(view[Int(passage)])
        gram.forEachHash(folded, part: UInt32(part), of: UInt32(partBits)) { hash in
          // A shift by all 64 bits gives 0.
          body(hash, Int(truncatingIfNeeded: hash >> shift), passage)
        }
      }
    }

    let chunks = Chunks.ranges(passages.count, pieces: threads)
    let counts = ParallelMap.map(chunks, threads: threads) { chunk in
      var counts = [Int](repeating: 0, count: bucketCount)
      counts.withUnsafeMutableBufferPointer { counts in forEach(chunk) { _, bucket, _ in counts[bucket] += 1 } }
      return counts
    }
    var starts = [Int](repeating: 0, count: bucketCount + 1)
    var offsets = counts
    var total = 0
    for bucket in 0..<bucketCount {
      starts[bucket] = total
      for chunk in counts.indices {
        offsets[chunk][bucket] = total
        total += counts[chunk][bucket]
      }
    }
    starts[bucketCount] = total
    bucketStarts = starts
    let postings = UnsafeMutablePointer<UInt64>.allocate(capacity: max(total, 1))
    self.postings = postings
    nonisolated(unsafe) let target = postings
    let firsts = offsets
    _ = ParallelMap.map(Array(chunks.indices), threads: threads) { number in
      var places = firsts[number]
      places.withUnsafeMutableBufferPointer { places in
        forEach(chunks[number]) { hash, bucket, passage in
          target[places[bucket]] = hash & ~Self.passageMask | UInt64(passage)
          places[bucket] += 1
        }
      }
    }
  }

  func deallocate() {
    postings.deallocate()
  }

  /// The number of buckets.
  var bucketCount: Int { bucketStarts.count - 1 }

  /// Sorts a bucket and calls `body` with each gram that has two passages or more: they are distinct and ascending.
  func forEachRun(inBucket bucket: Int, _ scratch: PostingScratch, _ body: (UnsafeBufferPointer<UInt32>) -> Void) {
    let count = bucketStarts[bucket + 1] - bucketStarts[bucket]
    guard count > 1 else { return }
    scratch.reserve(count)
    let first = postings + bucketStarts[bucket]
    let sorted = Self.sort(first, count, scratch, bits: sortedBits)
    var start = 0
    while start < count {
      let hash = sorted[start] >> 24
      var end = start + 1
      while end < count, sorted[end] >> 24 == hash { end += 1 }
      if end - start > 1 {
        var members = 0
        for place in start..<end {
          let passage = UInt32(truncatingIfNeeded: sorted[place] & Self.passageMask)
          if members > 0, scratch.members[members - 1] == passage { continue }
          scratch.members[members] = passage
          members += 1
        }
        if members > 1 { body(UnsafeBufferPointer(start: scratch.members, count: members)) }
      }
      start = end
    }
  }

  /// Sorts by the last bits of the hash (least significant digit first); postings of one gram keep their order.
  private static func sort(
    _ postings: UnsafeMutablePointer<UInt64>, _ count: Int, _ scratch: PostingScratch, bits: Int
  ) -> UnsafeMutablePointer<UInt64> {
    var from = postings
    var to = scratch.postings
    var shift: UInt64 = 24
    var left = bits
    while left > 0 {
      let digitBits = min(left, 11)
      let mask = UInt64(1) << UInt64(digitBits) - 1
      let histogram = scratch.histogram
      histogram.update(repeating: 0, count: 1 << digitBits)
      for place in 0..<count { histogram[Int(truncatingIfNeeded: (from[place] >> shift) & mask)] += 1 }
      var total: UInt32 = 0
      for digit in 0..<(1 << digitBits) {
        let number = histogram[digit]
        histogram[digit] = total
        total += number
      }
      for place in 0..<count {
        let posting = from[place]
        let digit = Int(truncatingIfNeeded: (posting >> shift) & mask)
        to[Int(histogram[digit])] = posting
        histogram[digit] += 1
      }
      swap(&from, &to)
      shift += UInt64(digitBits)
      left -= digitBits
    }
    return from
  }
}

/// Memory to sort postings in, one for each thread.
final class PostingScratch {
  private(set) var postings: UnsafeMutablePointer<UInt64>
  private(set) var members: UnsafeMutablePointer<UInt32>
  let histogram: UnsafeMutablePointer<UInt32>
  private var capacity = 1 << 15

  init() {
    postings = .allocate(capacity: capacity)
    members = .allocate(capacity: capacity)
    histogram = .allocate(capacity: 1 << 11)
    histogram.initialize(repeating: 0, count: 1 << 11)
  }

  deinit {
    postings.deallocate()
    members.deallocate()
    histogram.deallocate()
  }

  func reserve(_ count: Int) {
    guard count > capacity else { return }
    postings.deallocate()
    members.deallocate()
    capacity = 2 * count
    postings = .allocate(capacity: capacity)
    members = .allocate(capacity: capacity)
  }
}

/// Cuts numbers into pieces of about the same size.
enum Chunks {
  static func ranges(_ count: Int, pieces: Int) -> [Range<Int>] {
    let pieces = max(min(pieces, count), 1)
    return (0..<pieces).map { count * $0 / pieces..<count * ($0 + 1) / pieces }
  }
}
