/// Finds the places of a template that are filled in another way each time.
///
/// Where two passages differ and a third of the same template has something else again, it is a slot: noise changes one copy,
/// and the others still agree.
struct TemplateSlots {
  /// For each passage the pairs it is in.
  private var partners: [Int32: [Int]] = [:]
  private let pairs: [ComparedPair]

  /// Complexity: O(pairs).
  init(_ pairs: [ComparedPair]) {
    self.pairs = pairs
    for (number, pair) in pairs.enumerated() where !pair.blocks.isEmpty {
      partners[pair.a, default: []].append(number)
      partners[pair.b, default: []].append(number)
    }
  }

  /// The number of a pair's blocks that are slots, seen from the passage that shows more.
  ///
  /// - Complexity: O(blocks · partners), of which there are few.
  func count(_ number: Int) -> Int {
    let pair = pairs[number]
    guard !pair.blocks.isEmpty else { return 0 }
    return max(
      pair.blocks.count { $0.isFact && isSlot(of: pair.a, $0.a, other: $0.bUnits, besides: number) },
      pair.blocks.count { $0.isFact && isSlot(of: pair.b, $0.b, other: $0.aUnits, besides: number) })
  }

  private func isSlot(of passage: Int32, _ range: Range<Int>, other: [UInt16], besides number: Int) -> Bool {
    for index in partners[passage] ?? [] where index != number {
      let pair = pairs[index]
      let isFirst = pair.a == passage
      for block in pair.blocks {
        let place = isFirst ? block.a : block.b
        guard place.upperBound > range.lowerBound, place.lowerBound < range.upperBound else { continue }
        let third = isFirst ? block.bUnits : block.aUnits
        if !third.contains(where: other.contains) { return true }
      }
    }
    return false
  }
}
