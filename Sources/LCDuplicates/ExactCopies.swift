/// Groups of passages with the same folded characters.
struct ExactCopies {
  /// The passages that are compared with others: the first of each group, of those that are long enough; ascending.
  private(set) var distinct: [Int32] = []
  /// The later members of groups, by their first.
  private(set) var copies: [Int32: [Int32]] = [:]

  /// - Complexity: O(n log n).
  init(_ view: PassageView, minimumLength: Int) {
    let folded = FoldedPassage()
    let other = FoldedPassage()
    var keys: [(hash: UInt64, passage: Int32)] = []
    keys.reserveCapacity(view.count)
    for passage in 0..<view.count {
      folded.fold(view[passage])
      guard folded.count >= minimumLength else { continue }
      keys.append((Self.hash(folded), Int32(passage)))
    }
    keys.sort { ($0.hash, $0.passage) < ($1.hash, $1.passage) }
    var isCopy = ContiguousArray<Bool>(repeating: false, count: view.count)
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].hash == keys[start].hash { end += 1 }
      if end - start > 1 {
        folded.fold(view[Int(keys[start].passage)])
        for place in start + 1..<end {
          other.fold(view[Int(keys[place].passage)])
          guard other.count == folded.count, (0..<other.count).allSatisfy({ other.units[$0] == folded.units[$0] }) else {
            continue
          }
          isCopy[Int(keys[place].passage)] = true
          copies[keys[start].passage, default: []].append(keys[place].passage)
        }
      }
      start = end
    }
    distinct = keys.lazy.map(\.passage).filter { !isCopy[Int($0)] }.sorted()
  }

  /// A passage and its exact copies; the passage alone when there are more than a limit.
  func group(of passage: Int32, limit: Int) -> [Int32] {
    guard let copies = copies[passage], copies.count < limit else { return [passage] }
    return [passage] + copies
  }

  private static func hash(_ passage: FoldedPassage) -> UInt64 {
    var hash = UInt64(passage.count)
    var place = 0
    while place < passage.count {
      hash = (hash ^ Gram.hash(passage.units + place, 4)) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
      place += 4
    }
    return hash
  }
}
