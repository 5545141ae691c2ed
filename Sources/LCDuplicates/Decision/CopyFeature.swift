internal import LCLexicon

/// The features that tell copies from other pairs: each number in steps, so that a linear model can bend, and some once more
/// by what their meaning depends on.
enum CopyFeature {
  /// A number of a pair.
  struct Quantity: Sendable {
    var name: String
    /// The greatest number of each step but the last.
    var limits: [Int]
    /// By what else it counts once more.
    var conditions: [Condition] = []
    var value: @Sendable (PairMeasure) -> Int
  }

  /// What the meaning of a number depends on.
  enum Condition: Sendable {
    /// How many single characters differ: a name that differs says little where every tenth character does.
    case noise
    /// Whether what is shared is the whole shorter passage, or a part between other parts.
    case place
    /// Both.
    case noiseAndPlace

    fileprivate var names: [String] {
      switch self {
      case .noise: ["noise_none", "noise_little", "noise_some", "noise_much", "noise_most"]
      case .place: ["whole", "part", "small_part"]
      case .noiseAndPlace:
        Self.noise.names.flatMap { noise in Self.place.names.map { "\(noise)_\($0)" } }
      }
    }

    fileprivate func step(_ pair: PairMeasure) -> Int {
      switch self {
      case .noise:
        RankingFeatures.step(share(pair.singles + pair.insertions + pair.misreadNumerals, pair.matched), [5, 30, 80, 150])
      case .place: RankingFeatures.step(share(pair.overhang, pair.shorterLength), [60, 300])
      case .noiseAndPlace: 3 * Self.noise.step(pair) + Self.place.step(pair)
      }
    }
  }

  static let quantities: [Quantity] = [
    .init(name: "coverage", limits: [300, 400, 500, 600, 700, 800, 900, 970], conditions: [.noise, .place]) {
      share($0.matched, $0.shorterLength)
    },
    .init(
      name: "matched", limits: [11, 14, 18, 24, 32, 44, 64, 100], conditions: [.noise, .place, .noiseAndPlace]
    ) { $0.matched },
    .init(name: "shorter_length", limits: [18, 24, 30, 40, 56, 80, 120]) { $0.shorterLength },
    .init(name: "length_ratio", limits: [150, 250, 400, 600, 800, 950]) { share($0.shorterLength, $0.longerLength) },
    .init(name: "shorter_density", limits: [400, 500, 600, 700, 800, 900, 970], conditions: [.noise, .place]) {
      share($0.matched, $0.shorterSpan)
    },
    .init(
      name: "longer_density", limits: [300, 400, 500, 600, 700, 800, 900, 970], conditions: [.noise, .place, .noiseAndPlace]
    ) { share($0.matched, $0.longerSpan) },
    .init(name: "overhang_share", limits: [0, 20, 50, 100, 200, 400]) { share($0.overhang, $0.shorterLength) },
    .init(name: "overhang", limits: [0, 1, 3, 6, 12, 24], conditions: [.noise]) { $0.overhang },
    .init(name: "mean_run", limits: [15, 20, 27, 35, 50, 80, 120, 200], conditions: [.noise, .place]) {
      $0.matched * 10 / max($0.runCount, 1)
    },
    .init(name: "longest_run", limits: [4, 6, 8, 10, 13, 18, 28, 50], conditions: [.noise, .place]) { $0.longestRun },
    .init(name: "gap_share", limits: [20, 50, 100, 150, 200, 300], conditions: [.noise, .place]) {
      share($0.longestGap, $0.shorterLength)
    },
    .init(name: "gap", limits: [0, 1, 2, 3, 5, 8, 14, 24], conditions: [.noise]) { $0.longestGap },
    .init(name: "blocks", limits: [0, 1, 3, 6, 10, 16]) { $0.blockCount },
    .init(name: "singles", limits: [0, 10, 25, 50, 90, 150]) { share($0.singles, $0.matched) },
    .init(name: "insertions", limits: [0, 10, 25, 50, 90]) { share($0.insertions, $0.matched) },
    .init(name: "long_insertions", limits: [0, 1, 2, 3, 5], conditions: [.noise, .place]) { $0.longInsertions },
    .init(name: "misread_numerals", limits: [0, 1, 3]) { $0.misreadNumerals },
    .init(name: "numerals", limits: [0, 1, 2, 3, 5], conditions: [.noise]) { $0.numerals },
    .init(name: "han_numerals", limits: [0, 1, 2], conditions: [.noise]) { $0.hanNumerals },
    .init(name: "names", limits: [0, 1, 2, 3], conditions: [.noise]) { $0.names },
    .init(name: "facts", limits: [0, 1, 2, 3, 5, 8], conditions: [.noise]) {
      $0.numerals + $0.hanNumerals + $0.names
    },
    .init(name: "replacements", limits: [0, 1, 2, 3, 5, 8], conditions: [.noise]) { $0.replacements },
    .init(name: "replacement_share", limits: [0, 10, 20, 30, 45, 70], conditions: [.noise]) {
      share($0.replacements, $0.matched)
    },
    .init(name: "uneven_replacements", limits: [0, 1, 2, 3, 5], conditions: [.noise]) { $0.unevenReplacements },
    .init(name: "long_replacements", limits: [0, 1, 2, 4], conditions: [.noise, .place]) { $0.longReplacements },
    .init(
      name: "rewritten", limits: [0, 30, 80, 150, 250, 400, 650, 1_000, 1_600], conditions: [.noise, .place, .noiseAndPlace]
    ) { share($0.rewritten, $0.matched) },
    .init(name: "slots", limits: [0, 1, 2, 3, 5, 8], conditions: [.noise]) { $0.slots },
  ]

  private static func share(_ part: Int, _ whole: Int) -> Int {
    part * 1_000 / max(whole, 1)
  }

  /// The names, by number; the first is always there.
  static let names: [String] =
    ["bias"]
    + quantities.flatMap { quantity in
      let steps = quantity.limits.map { "\(quantity.name)_\($0)" } + ["\(quantity.name)_more"]
      return steps + quantity.conditions.flatMap(\.names).flatMap { name in steps.map { "\($0)_\(name)" } }
    }

  /// A quantity with the numbers of its features.
  private struct Numbered: Sendable {
    var quantity: Quantity
    var stepCount: Int
    var start: Int
    /// Where the features of each condition begin; negative when it has none.
    var noiseStart = -1
    var placeStart = -1
    var bothStart = -1
  }

  private static let numbered: [Numbered] = {
    var next = 1
    return quantities.map { quantity in
      let count = quantity.limits.count + 1
      var numbered = Numbered(quantity: quantity, stepCount: count, start: next)
      next += count
      for condition in quantity.conditions {
        switch condition {
        case .noise: numbered.noiseStart = next
        case .place: numbered.placeStart = next
        case .noiseAndPlace: numbered.bothStart = next
        }
        next += count * condition.names.count
      }
      return numbered
    }
  }()

  /// Calls `body` with the number of each feature a pair has.
  static func forEach(of pair: PairMeasure, _ body: (Int) -> Void) {
    body(0)
    let (noise, place) = (Condition.noise.step(pair), Condition.place.step(pair))
    for item in numbered {
      let step = RankingFeatures.step(item.quantity.value(pair), item.quantity.limits)
      body(item.start + step)
      if item.noiseStart >= 0 { body(item.noiseStart + item.stepCount * noise + step) }
      if item.placeStart >= 0 { body(item.placeStart + item.stepCount * place + step) }
      if item.bothStart >= 0 { body(item.bothStart + item.stepCount * (3 * noise + place) + step) }
    }
  }
}
