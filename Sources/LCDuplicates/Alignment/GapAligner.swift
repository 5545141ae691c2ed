/// Aligns short stretches by their longest common subsequence, and goes on from the ends of a chain.
final class GapAligner {
  /// Longer stretches are not aligned: what they share by chance says nothing.
  private static let limit = 56
  /// How far beyond its ends a chain may go on.
  private static let reach = 24
  /// The search ends where all that is left lies this far below the best.
  private static let drop: Int16 = 5
  private static let width = limit + 1

  private let lengths: UnsafeMutablePointer<Int16>

  init() {
    lengths = .allocate(capacity: Self.width * Self.width)
    lengths.initialize(repeating: 0, count: Self.width * Self.width)
  }

  deinit {
    lengths.deallocate()
  }

  /// Appends what two stretches share.
  ///
  /// - Complexity: O(a · b), at most 56 each.
  func align(
    _ a: UnsafeBufferPointer<UInt16>, _ b: UnsafeBufferPointer<UInt16>, _ aRange: Range<Int>, _ bRange: Range<Int>,
    _ result: inout Alignment
  ) {
    let (m, n) = (aRange.count, bRange.count)
    guard m > 0, n > 0, m <= Self.limit, n <= Self.limit else { return }
    if m == 1, n == 1 {
      if a[aRange.lowerBound] == b[bRange.lowerBound] {
        result.append(.init(a: Int32(aRange.lowerBound), b: Int32(bRange.lowerBound), count: 1))
      }
      return
    }
    let width = n + 1
    for j in 0...n { lengths[m * width + j] = 0 }
    for i in stride(from: m - 1, through: 0, by: -1) {
      let unit = a[aRange.lowerBound + i]
      let (row, below) = (lengths + i * width, lengths + (i + 1) * width)
      row[n] = 0
      for j in stride(from: n - 1, through: 0, by: -1) {
        row[j] = unit == b[bRange.lowerBound + j] ? below[j + 1] + 1 : max(below[j], row[j + 1])
      }
    }
    guard lengths[0] > 0 else { return }
    var i = 0
    var j = 0
    while i < m, j < n {
      if a[aRange.lowerBound + i] == b[bRange.lowerBound + j] {
        result.append(.init(a: Int32(aRange.lowerBound + i), b: Int32(bRange.lowerBound + j), count: 1))
        i += 1
        j += 1
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
  }

  /// Puts before a chain what agrees just before it, as long as agreement outweighs difference.
  func extendBackward(
    _ a: UnsafeBufferPointer<UInt16>, _ b: UnsafeBufferPointer<UInt16>, _ aStart: Int, _ bStart: Int, _ result: inout Alignment
  ) {
    let m = min(aStart, Self.reach)
    let n = min(bStart, Self.reach)
    guard m > 0, n > 0 else { return }
    extend(m, n, { a[aStart - 1 - $0] }, { b[bStart - 1 - $0] }) { i, j in (aStart - 1 - i, bStart - 1 - j) }
      .reversed().forEach { result.append(.init(a: Int32($0.0), b: Int32($0.1), count: 1)) }
  }

  /// Puts behind a chain what agrees just behind it.
  func extendForward(
    _ a: UnsafeBufferPointer<UInt16>, _ b: UnsafeBufferPointer<UInt16>, _ aEnd: Int, _ bEnd: Int, _ result: inout Alignment
  ) {
    let m = min(a.count - aEnd, Self.reach)
    let n = min(b.count - bEnd, Self.reach)
    guard m > 0, n > 0 else { return }
    extend(m, n, { a[aEnd + $0] }, { b[bEnd + $0] }) { i, j in (aEnd + i, bEnd + j) }
      .forEach { result.append(.init(a: Int32($0.0), b: Int32($0.1), count: 1)) }
  }

  /// The pairs of equal characters of the best prefix: 2 for each pair, −1 for each other character.
  @inline(__always)
  private func extend(
    _ m: Int, _ n: Int, _ a: (Int) -> UInt16, _ b: (Int) -> UInt16, _ place: (Int, Int) -> (Int, Int)
  ) -> [(Int, Int)] {
    let width = n + 1
    var best: Int16 = 0
    var (bestI, bestJ) = (0, 0)
    for j in 0...n { lengths[j] = Int16(-j) }
    for i in 1...m {
      let (row, above) = (lengths + i * width, lengths + (i - 1) * width)
      row[0] = Int16(-i)
      let unit = a(i - 1)
      var left = row[0]
      var most = left
      for j in 1...n {
        let diagonal = above[j - 1] + (unit == b(j - 1) ? 2 : -1)
        left = max(diagonal, above[j] - 1, left - 1)
        row[j] = left
        most = max(most, left)
        if left > best {
          best = left
          (bestI, bestJ) = (i, j)
        }
      }
      if most < best - Self.drop { break }
    }
    if best == 0 { return [] }
    var pairs: [(Int, Int)] = []
    var (i, j) = (bestI, bestJ)
    while i > 0, j > 0 {
      let here = lengths[i * width + j]
      let isEqual = a(i - 1) == b(j - 1)
      if here == lengths[(i - 1) * width + j - 1] + (isEqual ? 2 : -1) {
        if isEqual { pairs.append(place(i - 1, j - 1)) }
        i -= 1
        j -= 1
      } else if here == lengths[(i - 1) * width + j] - 1 {
        i -= 1
      } else {
        j -= 1
      }
    }
    return pairs.reversed()
  }
}
