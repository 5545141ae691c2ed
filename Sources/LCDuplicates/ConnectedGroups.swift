/// Groups of numbers that pairs connect: disjoint sets with halved paths (Tarjan and van Leeuwen 1984).
public struct ConnectedGroups: Sendable {
  private var parents: [Int: Int] = [:]

  /// Makes no group.
  public init() {}

  /// Puts two numbers in one group. Complexity: O(log n), amortised.
  public mutating func connect(_ one: Int, _ other: Int) {
    let roots = (root(one), root(other))
    parents[max(roots.0, roots.1)] = min(roots.0, roots.1)
    parents[min(roots.0, roots.1)] = min(roots.0, roots.1)
  }

  private mutating func root(_ number: Int) -> Int {
    var number = number
    while let parent = parents[number], parent != number {
      let grandparent = parents[parent] ?? parent
      parents[number] = grandparent
      number = grandparent
    }
    return number
  }

  /// The groups in the order of their smallest numbers, each in order. Complexity: O(n log n).
  public var groups: [[Int]] {
    var sets = self
    return Dictionary(grouping: parents.keys.sorted()) { sets.root($0) }.values.sorted { $0[0] < $1[0] }
  }
}
