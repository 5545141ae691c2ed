internal import LCLexicon

/// Learns the weights of the boundary chain: maximum likelihood of a conditional random field by stochastic gradient with
/// AdaGrad's rates (Duchi, Hazan and Singer 2011), the weights averaged over the passes.
final class BoundaryTrainer {
  /// How training goes; fitted on the last tenth of the People's Daily corpus.
  struct Options {
    var passes = 10
    var rate: Float = 0.2
    /// What each gradient takes from a weight toward its origin.
    var decay: Float = 0.0005
    /// What a weight's sum of squares begins with: larger is more careful with rare features.
    var initialSquares: Float = 0.1
    /// How many orders of the lines are learned from; the weights are averaged.
    var seedCount = 3
  }

  let unitCount: Int
  let pairCount: Int
  /// Rows of units, of pairs, of matches, then tables of contexts.
  let weights: UnsafeMutableBufferPointer<Float>
  private let squares: UnsafeMutableBufferPointer<Float>
  /// What weights decay toward: 0, or those of another standard.
  private let origin: [Float]
  private let pairBase: Int
  private let matchBase: Int
  private let contextBase: Int
  private let options: Options
  private let u: UnsafeMutableBufferPointer<Float>
  private let t: UnsafeMutableBufferPointer<Float>
  private let uGradient: UnsafeMutableBufferPointer<Float>
  private let tGradient: UnsafeMutableBufferPointer<Float>
  private let forward: UnsafeMutableBufferPointer<SIMD2<Float>>
  private let backward: UnsafeMutableBufferPointer<SIMD2<Float>>

  /// - Parameter longest: the most units of a line.
  init(unitCount: Int, pairCount: Int, longest: Int, origin: [Float]? = nil, options: Options = Options()) {
    self.unitCount = unitCount
    self.pairCount = pairCount
    self.options = options
    let width = BoundaryLayout.rowWidth
    pairBase = unitCount * width
    matchBase = pairBase + pairCount * width
    contextBase = matchBase + BoundaryLayout.matchRowCount * width
    let count = contextBase + BoundaryLayout.contextTableCount * BoundaryLayout.contextCount
    self.origin = origin ?? [Float](repeating: 0, count: count)
    weights = .allocate(capacity: count)
    _ = weights.initialize(from: self.origin)
    squares = .allocate(capacity: count)
    squares.initialize(repeating: options.initialSquares)
    let size = longest + 8
    u = .allocate(capacity: size)
    t = .allocate(capacity: size)
    uGradient = .allocate(capacity: size)
    tGradient = .allocate(capacity: size)
    for buffer in [u, t, uGradient, tGradient] { buffer.initialize(repeating: 0) }
    forward = .allocate(capacity: size)
    backward = .allocate(capacity: size)
    forward.initialize(repeating: .zero)
    backward.initialize(repeating: .zero)
  }

  deinit {
    for buffer in [weights, squares, u, t, uGradient, tGradient] { buffer.deallocate() }
    forward.deallocate()
    backward.deallocate()
  }

  /// Goes over the lines, and leaves the average of the weights behind the passes after the first of each order.
  func train(_ lines: [BoundaryFeatures], progress: (Int) -> Void) {
    var sum = [Double](repeating: 0, count: weights.count)
    for seed in 1...max(options.seedCount, 1) {
      var random = TrainingRandom(seed: UInt64(seed))
      var order = Array(lines.indices)
      _ = weights.update(from: origin)
      squares.update(repeating: options.initialSquares)
      for pass in 1...options.passes {
        order.shuffle(using: &random)
        for index in order where lines[index].units.count > 1 { learn(lines[index]) }
        if pass > 1 || options.passes == 1 { for index in sum.indices { sum[index] += Double(weights[index]) } }
        progress((seed - 1) * options.passes + pass)
      }
    }
    let count = Double(max(options.seedCount, 1) * max(1, options.passes - 1))
    for index in sum.indices { weights[index] = Float(sum[index] / count) }
  }

  private func learn(_ line: BoundaryFeatures) {
    score(line)
    gradients(line)
    update(line)
  }

  /// Fills `u` and `t`; place i + 2 is boundary i.
  private func score(_ line: BoundaryFeatures) {
    let count = line.units.count
    for place in 0..<count + 4 {
      u[place] = 0
      t[place] = 0
    }
    visit(line) { weight, place, isPair in
      if isPair { t[place] += weights[weight] } else { u[place] += weights[weight] }
    }
  }

  /// Calls `body` with each weight that counts at a place, and whether it is one of `t`.
  @inline(__always)
  private func visit(_ line: BoundaryFeatures, _ body: (_ weight: Int, _ place: Int, _ isPair: Bool) -> Void) {
    for index in line.units.indices {
      let unitRow = Int(line.units[index]) * 8
      for lane in 0..<4 {
        body(unitRow + lane, index + lane, false)
        body(unitRow + 4 + lane, index + lane, true)
      }
      if line.pairs[index] >= 0 {
        let pairRow = pairBase + Int(line.pairs[index]) * 8
        for lane in 0..<4 {
          body(pairRow + lane, index + lane, false)
          body(pairRow + 4 + lane, index + lane, true)
        }
      }
      let context = line.contexts[index]
      body(contextBase + Int(context[0]), index + 2, false)
      body(contextBase + Int(context[1]), index + 2, true)
      body(contextBase + Int(context[2]), index + 2, false)
      body(contextBase + Int(context[3]), index + 2, true)
    }
    for match in line.matches {
      let row = matchBase + Int(match.row) * 8
      let (start, end) = (Int(match.start), Int(match.end))
      body(row, start + 1, false)
      body(row + 1, start + 2, false)
      body(row + 4, end + 1, false)
      body(row + 5, start + 1, true)
      body(row + 6, end, true)
      if end - start > 2 {
        body(row + 3, end, false)
        body(row + 7, start + 2, true)
        if end - start > 3 {
          for gap in start + 1..<end - 2 {
            body(row + 2, gap + 2, false)
            body(row + 7, gap + 2, true)
          }
        }
      }
    }
  }

  /// Finds the gradients of the log-likelihood: what the line has less what the model expects.
  private func gradients(_ line: BoundaryFeatures) {
    let count = line.units.count
    let last = count - 1
    forward[0] = SIMD2(0, u[2])
    for gap in 1..<max(last, 1) {
      let before = forward[gap - 1]
      forward[gap] = SIMD2(Self.sum(before[0], before[1]), u[gap + 2] + Self.sum(before[0], before[1] + t[gap + 1]))
    }
    // The last unit always ends a word.
    backward[last] = SIMD2(-1e9, 0)
    var gap = last - 1
    while gap >= 0 {
      let behind = backward[gap + 1]
      let score: Float = gap + 1 == last ? 0 : u[gap + 3]
      backward[gap] = SIMD2(Self.sum(behind[0], score + behind[1]), Self.sum(behind[0], score + t[gap + 2] + behind[1]))
      gap -= 1
    }
    let all = Self.sum(forward[0][0] + backward[0][0], forward[0][1] + backward[0][1])
    for place in 0..<count + 4 {
      uGradient[place] = 0
      tGradient[place] = 0
    }
    for gap in 0..<last {
      let isHere = line.isBoundary[gap]
      let score: Float = gap + 1 == last ? 0 : u[gap + 3]
      let both = Mathematics.exponential(forward[gap][1] + t[gap + 2] + score + backward[gap + 1][1] - all)
      uGradient[gap + 2] = (isHere ? 1 : 0) - Mathematics.exponential(forward[gap][1] + backward[gap][1] - all)
      tGradient[gap + 2] = (isHere && line.isBoundary[gap + 1] ? 1 : 0) - both
    }
  }

  /// log(eᵃ + eᵇ)
  private static func sum(_ a: Float, _ b: Float) -> Float {
    max(a, b) + Mathematics.logarithm(onePlus: Mathematics.exponential(-abs(a - b)))
  }

  private func update(_ line: BoundaryFeatures) {
    visit(line) { weight, place, isPair in
      let gradient = isPair ? tGradient[place] : uGradient[place]
      if gradient == 0 { return }
      let step = gradient - options.decay * (weights[weight] - origin[weight])
      squares[weight] += step * step
      weights[weight] += options.rate * step / squares[weight].squareRoot()
    }
  }

  // MARK: - What was learned

  /// A row of whole numbers.
  func unitRow(_ unit: Int) -> [Int16] { row(unit * 8) }
  /// The row of a kind of match.
  func matchRow(_ match: Int) -> [Int16] { row(matchBase + match * 8) }
  /// One of the tables of contexts.
  func contextTable(_ table: Int) -> [Int16] {
    let start = contextBase + table * BoundaryLayout.contextCount
    return weights[start..<start + BoundaryLayout.contextCount].map(Self.quantized)
  }
  /// The row of a pair.
  func pairRow(_ pair: Int) -> [Int8] {
    let start = pairBase + pair * 8
    return weights[start..<start + 8].map { Int8(max(-127, min(127, ($0 * BoundaryLayout.scale).rounded()))) }
  }

  private func row(_ start: Int) -> [Int16] {
    weights[start..<start + 8].map(Self.quantized)
  }

  private static func quantized(_ weight: Float) -> Int16 {
    Int16(max(-30_000, min(30_000, (weight * BoundaryLayout.scale).rounded())))
  }
}
