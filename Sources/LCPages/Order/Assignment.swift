/// Gives each of some sources at most one target so that the sum of weights is greatest (Kuhn 1955; the shortest augmenting
/// paths of Jonker and Volgenant 1987).
enum Assignment {
  /// The target of each source, or `nil`.
  ///
  /// - Parameter weights: for each source the weight of each target; a pair whose weight is not above 0 is never made.
  /// - Complexity: O(s² · (s + t)) for s sources and t targets.
  static func best(_ weights: [[Double]]) -> [Int?] {
    let sources = weights.count
    guard let targets = weights.first?.count, targets > 0 else { return .init(repeating: nil, count: sources) }
    // A target of its own for each source stands for none.
    let columns = targets + sources
    let cost = { (source: Int, column: Int) -> Double in
      column < targets ? -max(0, weights[source][column]) : 0
    }
    var sourcePotential = [Double](repeating: 0, count: sources + 1)
    var columnPotential = [Double](repeating: 0, count: columns + 1)
    // Columns and sources are numbered from 1; 0 is the source that is being placed.
    var owner = [Int](repeating: 0, count: columns + 1)
    var way = [Int](repeating: 0, count: columns + 1)
    for source in 1...sources {
      owner[0] = source
      var column = 0
      var least = [Double](repeating: .infinity, count: columns + 1)
      var isUsed = [Bool](repeating: false, count: columns + 1)
      repeat {
        isUsed[column] = true
        let current = owner[column]
        var step = Double.infinity
        var next = 0
        for candidate in 1...columns where !isUsed[candidate] {
          let reduced = cost(current - 1, candidate - 1) - sourcePotential[current] - columnPotential[candidate]
          if reduced < least[candidate] {
            least[candidate] = reduced
            way[candidate] = column
          }
          if least[candidate] < step {
            step = least[candidate]
            next = candidate
          }
        }
        for candidate in 0...columns {
          if isUsed[candidate] {
            sourcePotential[owner[candidate]] += step
            columnPotential[candidate] -= step
          } else {
            least[candidate] -= step
          }
        }
        column = next
      } while owner[column] != 0
      repeat {
        let previous = way[column]
        owner[column] = owner[previous]
        column = previous
      } while column != 0
    }
    var result = [Int?](repeating: nil, count: sources)
    for column in 1...columns where owner[column] > 0 && column <= targets {
      let source = owner[column] - 1
      if weights[source][column - 1] > 0 { result[source] = column - 1 }
    }
    return result
  }
}
