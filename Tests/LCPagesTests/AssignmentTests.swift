import LCTestSupport
import Testing

@testable import LCPages

struct AssignmentTests {
  @Test func theGreatestSumIsFound() {
    var random = SeededRandom(seed: 5)
    for _ in 0..<200 {
      let sources = Int.random(in: 1...5, using: &random)
      let targets = Int.random(in: 1...5, using: &random)
      let weights = (0..<sources).map { _ in (0..<targets).map { _ in Double.random(in: -3...5, using: &random) } }
      let result = Assignment.best(weights)
      let taken = result.compactMap { $0 }
      #expect(Set(taken).count == taken.count)
      var sum = 0.0
      for (source, target) in result.enumerated() { if let target { sum += weights[source][target] } }
      #expect(abs(sum - best(weights, 0, [])) < 1e-9)
    }
  }

  @Test func nothingIsMatchedAgainstItsWeight() {
    #expect(Assignment.best([[-1, -2], [0, -1]]) == [nil, nil])
    #expect(Assignment.best([[], []]) == [nil, nil])
    #expect(Assignment.best([]).isEmpty)
  }

  /// By trying all.
  private func best(_ weights: [[Double]], _ source: Int, _ taken: Set<Int>) -> Double {
    guard source < weights.count else { return 0 }
    var greatest = best(weights, source + 1, taken)
    for target in weights[source].indices where !taken.contains(target) && weights[source][target] > 0 {
      greatest = max(greatest, weights[source][target] + best(weights, source + 1, taken.union([target])))
    }
    return greatest
  }
}
