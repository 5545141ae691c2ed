internal import LCTextModel

/// Aligns the pairs that are worth it.
struct Comparison {
  private let view: PassageView
  private let threads: Int

  init(_ view: PassageView, threads: Int) {
    self.view = view
    self.threads = max(threads, 1)
  }

  /// A pair with the longer passage first, as its table serves all pairs it is in.
  private struct Oriented: Sendable {
    var longer: Int32
    var shorter: Int32
  }

  /// The pairs that share something, in order of their numbers.
  ///
  /// - Parameter isWanted: tells of a pair that shares too little to be of one template whether it is kept.
  /// - Complexity: O(length) a pair, and the cost of its gaps.
  func compare(
    _ pairs: [CandidateFinder.Pair], isWanted: @Sendable (PairMeasure) -> Bool = { _ in true }
  ) -> [ComparedPair] {
    var oriented = pairs.map { pair in
      view[Int(pair.a)].count >= view[Int(pair.b)].count
        ? Oriented(longer: pair.a, shorter: pair.b) : Oriented(longer: pair.b, shorter: pair.a)
    }
    oriented.sort { ($0.longer, $0.shorter) < ($1.longer, $1.shorter) }
    let all = oriented
    let chunks = Chunks.ranges(all.count, pieces: threads == 1 ? 1 : threads * 16)
    var compared = ParallelMap.map(chunks, threads: threads) { chunk -> [ComparedPair] in
      let aligner = Aligner()
      var loaded: Int32 = -1
      var found: [ComparedPair] = []
      for pair in all[chunk] {
        if pair.longer != loaded {
          aligner.load(view[Int(pair.longer)])
          loaded = pair.longer
        }
        guard let alignment = aligner.align(view[Int(pair.shorter)]) else { continue }
        let compared = ComparedPair(alignment, pair.longer, pair.shorter, aligner)
        if compared.measure.coverage >= ComparedPair.templateCoverage || isWanted(compared.measure) { found.append(compared) }
      }
      return found
    }.flatMap { $0 }
    compared.sort { ($0.a, $0.b) < ($1.a, $1.b) }
    let slots = TemplateSlots(compared)
    for number in compared.indices { compared[number].measure.slots = slots.count(number) }
    return compared
  }
}
