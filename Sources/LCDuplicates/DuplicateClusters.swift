public import LCTextModel

/// Groups of passages that repeat each other.
public struct DuplicateClusters: Sendable, Hashable {
  /// The numbers of each group's passages, in order; groups in the order of their first passages.
  public let groups: [[Int]]

  /// Makes the groups that matches connect; templates with other facts connect nothing.
  ///
  /// - Complexity: O(matches · α).
  public init(_ matches: [DuplicateMatch]) {
    var parents: [Int: Int] = [:]
    func root(_ passage: Int) -> Int {
      var passage = passage
      while let parent = parents[passage], parent != passage { passage = parent }
      return passage
    }
    for match in matches where match.kind != .sameTemplate {
      let a = root(match.a)
      let b = root(match.b)
      parents[max(a, b)] = min(a, b)
      parents[min(a, b)] = min(a, b)
      parents[match.a] = min(a, b)
      parents[match.b] = min(a, b)
    }
    groups = Dictionary(grouping: parents.keys.sorted(), by: root).values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }
}
