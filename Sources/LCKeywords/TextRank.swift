/// Words by a random walk: from each to those that stand within a few words of it, the more often the nearer they are met
/// (TextRank, Mihalcea and Tarau 2004; PageRank, Brin and Page 1998).
enum TextRank {
  private static let window = 5
  private static let damping = 0.85
  private static let rounds = 20

  /// The scores of the candidates, which are single words; they sum to their number.
  ///
  /// - Complexity: O(tokens · window + edges · rounds).
  static func scores(_ document: KeywordDocument) -> [Double] {
    let count = document.list.candidates.count
    guard count > 0 else { return [] }
    var places: [(token: Int, candidate: Int)] = []
    for (number, candidate) in document.list.candidates.enumerated() {
      document.list.forEachOccurrence(of: candidate) { places.append((Int($0.start), number)) }
    }
    places.sort { $0.token < $1.token }
    var weights: [[Int: Double]] = .init(repeating: [:], count: count)
    for (index, place) in places.enumerated() {
      for other in places[(index + 1)...].prefix(window - 1) where other.candidate != place.candidate {
        weights[place.candidate][other.candidate, default: 0] += 1
        weights[other.candidate][place.candidate, default: 0] += 1
      }
    }
    let edges = weights.map { row in row.sorted { $0.key < $1.key } }
    let sums = edges.map { $0.reduce(0) { $0 + $1.value } }
    var scores = [Double](repeating: 1, count: count)
    for _ in 0..<rounds {
      var next = [Double](repeating: 1 - damping, count: count)
      for (number, row) in edges.enumerated() where sums[number] > 0 {
        for edge in row { next[edge.key] += damping * scores[number] * edge.value / sums[number] }
      }
      scores = next
    }
    return scores
  }
}
