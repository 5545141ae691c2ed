public import LCTextModel

/// Groups of passages that repeat each other.
public struct DuplicateClusters: Sendable, Hashable {
  /// Passages that matches connect.
  public struct Cluster: Sendable, Hashable {
    /// Their numbers, in order.
    public let members: [Int]
    /// The copy to keep: the one that the others are most like, the longest and the first of equal ones.
    public let kept: Int
  }

  /// The groups, in the order of their first passages.
  public let clusters: [Cluster]

  /// The numbers of each group's passages.
  public var groups: [[Int]] { clusters.map(\.members) }

  /// Makes the groups that matches connect; templates with other facts connect nothing.
  ///
  /// - Parameter store: the passages, by whose lengths equal copies are told; may be left out.
  /// - Complexity: O(matches · α).
  public init(_ matches: [DuplicateMatch], in store: PassageStore? = nil) {
    var sets = ConnectedGroups()
    var weights: [Int: Double] = [:]
    for match in matches where match.kind != .sameTemplate {
      sets.connect(match.a, match.b)
      // How much of a passage the others have too: what is whole is worth more than a part.
      weights[match.a, default: 0] += match.similarity * Double(match.aRange.count)
      weights[match.b, default: 0] += match.similarity * Double(match.bRange.count)
    }
    clusters = sets.groups.map { members in
      let kept = members.max { left, right in
        let (one, other) = (weights[left] ?? 0, weights[right] ?? 0)
        if one != other { return one < other }
        let lengths = (store?.length(of: left) ?? 0, store?.length(of: right) ?? 0)
        return lengths.0 == lengths.1 ? left > right : lengths.0 < lengths.1
      }
      return Cluster(members: members, kept: kept ?? members[0])
    }
  }
}
