/// Numbers by score, the best first and of equal ones the smallest: a heap (Williams 1964), so that taking a few of many costs no
/// whole sort.
///
/// - Complexity: making it is O(n), taking one O(log n).
struct BestFirst: Sequence, IteratorProtocol {
  private var heap: [(score: Double, number: Int)]

  init(_ items: [(score: Double, number: Int)]) {
    heap = items
    for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(place) }
  }

  mutating func next() -> (score: Double, number: Int)? {
    guard let best = heap.first, let last = heap.popLast() else { return nil }
    if !heap.isEmpty {
      heap[0] = last
      sink(0)
    }
    return best
  }

  private mutating func sink(_ start: Int) {
    var place = start
    while true {
      var best = place
      let (left, right) = (2 * place + 1, 2 * place + 2)
      if left < heap.count, isBetter(left, than: best) { best = left }
      if right < heap.count, isBetter(right, than: best) { best = right }
      if best == place { return }
      heap.swapAt(place, best)
      place = best
    }
  }

  private func isBetter(_ left: Int, than right: Int) -> Bool {
    let (one, other) = (heap[left], heap[right])
    return one.score == other.score ? one.number < other.number : one.score > other.score
  }
}
