/// Finds the best course of roles over the rows of a page (Viterbi 1967).
enum RolePath {
  /// A role for each row. Complexity: O(rows).
  static func best(_ scores: RoleScores) -> [Role] {
    let count = scores.rows.count
    guard count > 0 else { return [] }
    let roles = Role.allCases
    var total = roles.map { first($0, scores) }
    var origins: [[Int]] = []
    origins.reserveCapacity(count)
    for index in 1..<max(count, 1) {
      var next = [Double](repeating: -.infinity, count: roles.count)
      var origin = [Int](repeating: 0, count: roles.count)
      for role in roles {
        let emission = scores.emission(role, index)
        for previous in roles {
          let score = total[previous.rawValue] + scores.step(previous, role, index) + emission
          if score > next[role.rawValue] {
            next[role.rawValue] = score
            origin[role.rawValue] = previous.rawValue
          }
        }
      }
      total = next
      origins.append(origin)
    }
    var role = total.indices.max { total[$0] < total[$1] } ?? 0
    var path = [roles[role]]
    for origin in origins.reversed() {
      role = origin[role]
      path.append(roles[role])
    }
    return path.reversed()
  }

  /// A page may begin with anything but the middle of a body.
  private static func first(_ role: Role, _ scores: RoleScores) -> Double {
    switch role {
    case .paragraph, .continuation: RoleScores.never
    case .start: scores.emission(role, 0) + (scores.rows[0].traits.contains(.hasDateline) ? 3 : 0)
    case .heading, .credit, .furniture: scores.emission(role, 0)
    }
  }
}
