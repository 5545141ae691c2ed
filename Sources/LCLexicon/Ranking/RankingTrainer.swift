/// The candidates of one document, as a ranking is learned from them.
public struct RankedList: Sendable {
  private(set) var features: [(number: Int32, value: Float)] = []
  /// Where the features of each candidate end.
  private(set) var ends: [Int] = []
  private(set) var targets: [Double] = []

  /// Makes an empty list.
  public init() {}

  /// Adds a feature of the candidate that is ended next.
  public mutating func add(feature: Int, _ value: Double) {
    features.append((Int32(feature), Float(value)))
  }

  /// Ends a candidate.
  ///
  /// - Parameter target: how good it is, from 0; only proportions count.
  public mutating func end(target: Double) {
    ends.append(features.count)
    targets.append(target)
  }

  /// Whether there is a good candidate.
  public var hasTarget: Bool { targets.contains { $0 > 0 } }
}

/// Learns a linear ranking.
///
/// In each document the candidates compete: the model gives each a share (the softmax of the scores), and the shares move
/// toward those of the targets (ListNet, Cao et al. 2007), with AdaGrad's rates (Duchi, Hazan and Singer 2011). So every
/// document counts alike, however many candidates it has.
public struct RankingTrainer {
  /// How often the documents are gone over.
  public var passes = 20
  private static let rate = 0.1
  private static let decay = 0.00002

  /// Makes a trainer.
  public init() {}

  /// The weights of features, averaged over the second half of the passes; the same for the same lists.
  ///
  /// - Parameter progress: is told the pass and the mean loss.
  /// - Complexity: O(passes · features of all lists).
  public func learn(_ lists: [RankedList], featureCount: Int, progress: (Int, Double) -> Void) -> [Double] {
    var weights = [Double](repeating: 0, count: featureCount)
    guard !lists.isEmpty else { return weights }
    var squares = [Double](repeating: 0.01, count: featureCount)
    var sums = weights
    var gradient = weights
    var order = Array(lists.indices)
    var random = TrainingRandom(seed: 1)
    for pass in 1...max(passes, 1) {
      order.shuffle(using: &random)
      var loss = 0.0
      for index in order { loss += learn(lists[index], &weights, &squares, &gradient) }
      if pass > passes / 2 { for place in sums.indices { sums[place] += weights[place] } }
      progress(pass, loss / Double(lists.count))
    }
    let count = Double(passes - passes / 2)
    return sums.map { ($0 / count * 10_000).rounded() / 10_000 }
  }

  private func learn(
    _ list: RankedList, _ weights: inout [Double], _ squares: inout [Double], _ gradient: inout [Double]
  ) -> Double {
    let all = list.targets.reduce(0, +)
    var scores: [Double] = []
    var start = 0
    for end in list.ends {
      scores.append(list.features[start..<end].reduce(0) { $0 + weights[Int($1.number)] * Double($1.value) })
      start = end
    }
    let most = scores.max() ?? 0
    let sum = scores.reduce(0) { $0 + Mathematics.exponential($1 - most) }
    for index in gradient.indices { gradient[index] = 0 }
    var loss = 0.0
    start = 0
    for (index, end) in list.ends.enumerated() {
      let share = Mathematics.exponential(scores[index] - most) / sum
      let target = list.targets[index] / all
      if target > 0 { loss -= target * Mathematics.logarithm(max(share, 1e-12)) }
      for feature in list.features[start..<end] { gradient[Int(feature.number)] += (target - share) * Double(feature.value) }
      start = end
    }
    for index in gradient.indices where gradient[index] != 0 {
      let step = gradient[index] - Self.decay * weights[index]
      squares[index] += step * step
      weights[index] += Self.rate * step / squares[index].squareRoot()
    }
    return loss
  }
}
