/// What two passages share: a chain of runs of equal characters, in the order of both, in places of the folded passages.
struct Alignment {
  /// A run of equal characters.
  struct Run {
    var a: Int32
    var b: Int32
    var count: Int32

    var aEnd: Int32 { a + count }
    var bEnd: Int32 { b + count }
  }

  /// A block between two runs, where the passages differ.
  struct Gap {
    var a: Range<Int>
    var b: Range<Int>
  }

  /// The runs, in order; they do not overlap in either passage.
  var runs: [Run] = []

  /// The number of characters that agree.
  var matched: Int { runs.reduce(0) { $0 + Int($1.count) } }

  /// The range the chain covers in the first passage.
  var aRange: Range<Int> {
    guard let first = runs.first, let last = runs.last else { return 0..<0 }
    return Int(first.a)..<Int(last.aEnd)
  }

  /// The range the chain covers in the second passage.
  var bRange: Range<Int> {
    guard let first = runs.first, let last = runs.last else { return 0..<0 }
    return Int(first.b)..<Int(last.bEnd)
  }

  /// The blocks between runs.
  var gaps: [Gap] {
    guard runs.count > 1 else { return [] }
    var gaps: [Gap] = []
    gaps.reserveCapacity(runs.count - 1)
    for index in 1..<runs.count {
      let (left, right) = (runs[index - 1], runs[index])
      gaps.append(Gap(a: Int(left.aEnd)..<Int(right.a), b: Int(left.bEnd)..<Int(right.b)))
    }
    return gaps
  }

  /// Puts a run behind the others.
  mutating func append(_ run: Run) {
    if let last = runs.last, last.aEnd == run.a, last.bEnd == run.b {
      runs[runs.count - 1].count += run.count
    } else {
      runs.append(run)
    }
  }
}
