internal import LCLexicon

/// The words of the lexicon that stand in a stretch of units, and what stands around each.
///
/// Buffers are allocated once and used for one stretch after the other. It is a structure of pointers, so that the inner
/// loops count no references; whoever makes it gives the buffers back with ``deallocate()``.
struct MatchContexts {
  /// A word of the lexicon in the stretch: units `start..<end`.
  struct Match {
    var start: Int32
    var end: Int32
    /// ``WordClass/view(standardIndex:)``.
    var view: UInt8
  }

  /// The longest words at each boundary: ending at it, beginning behind it, standing over it; first of the general
  /// dictionary (0), then of the standard's text (1).
  struct Longest {
    var ending: UnsafeMutablePointer<UInt8>
    var beginning: UnsafeMutablePointer<UInt8>
    var covering: UnsafeMutablePointer<UInt8>
  }

  /// The most units of a stretch.
  let capacity: Int
  let matches: UnsafeMutablePointer<Match>
  private let counter: UnsafeMutablePointer<Int>
  let longest: (Longest, Longest)
  /// The furthest end of a word that begins at each unit.
  private let reach: UnsafeMutablePointer<Int32>
  private let bytes: UnsafeMutablePointer<UInt8>

  init(capacity: Int) {
    self.capacity = capacity
    let stride = capacity + 8
    bytes = .allocate(capacity: 6 * stride)
    longest = (
      Longest(ending: bytes, beginning: bytes + stride, covering: bytes + 2 * stride),
      Longest(ending: bytes + 3 * stride, beginning: bytes + 4 * stride, covering: bytes + 5 * stride)
    )
    reach = .allocate(capacity: stride)
    matches = .allocate(capacity: capacity * (BoundaryLayout.longestWord - 1) + 8)
    counter = .allocate(capacity: 1)
    counter.initialize(to: 0)
  }

  /// The number of matches.
  var matchCount: Int { counter.pointee }

  func deallocate() {
    counter.deallocate()
    bytes.deallocate()
    reach.deallocate()
    matches.deallocate()
  }

  /// Begins a stretch of `count` units.
  func begin(count: Int) {
    counter.pointee = 0
    for table in 0..<6 { (bytes + table * (capacity + 8)).update(repeating: 0, count: count + 2) }
    reach.update(repeating: 0, count: count + 1)
  }

  /// Adds a word; words come in the order of their starts, then of their ends.
  @inline(__always)
  func add(_ start: Int, _ end: Int, view: UInt8) {
    let number = counter.pointee
    matches[number] = Match(start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end), view: view)
    counter.pointee = number &+ 1
    reach[start] = Int32(truncatingIfNeeded: end)
    let length = UInt8(truncatingIfNeeded: end &- start)
    if view & 3 != 0 { Self.note(longest.0, start, end, length) }
    if view & 8 != 0 { Self.note(longest.1, start, end, length) }
  }

  @inline(__always)
  private static func note(_ longest: Longest, _ start: Int, _ end: Int, _ length: UInt8) {
    // Words come by their starts, then by their ends: the first that ends here is the longest, and so is the last that begins.
    if longest.ending[end &- 1] == 0 { longest.ending[end &- 1] = length }
    if start > 0 { longest.beginning[start &- 1] = length }
    for gap in start..<end &- 1 where longest.covering[gap] < length { longest.covering[gap] = length }
  }

  /// The row of a match: its length and class, the longest words that end before it and begin behind it, and whether
  /// others stand over its start, over its end, or over all of it.
  @inline(__always)
  func row(of match: Match) -> Int {
    let start = Int(match.start)
    let end = Int(match.end)
    // No word has one unit: 0 for none, then two units, three, and more.
    let before = start == 0 ? 0 : min(max(longest.0.ending[start &- 1], longest.1.ending[start &- 1], 1), 4) &- 1
    let after = min(max(longest.0.beginning[end &- 1], longest.1.beginning[end &- 1], 1), 4) &- 1
    var crossesStart = 0
    var crossesEnd = 0
    var covers = reach[start] > match.end ? 1 : 0
    var other = max(0, start &- (BoundaryLayout.longestWord - 1))
    while other < start {
      let far = reach[other]
      if far > match.start { if far >= match.end { covers = 1 } else { crossesStart = 1 } }
      other &+= 1
    }
    other = start &+ 1
    while other < end {
      if reach[other] > match.end { crossesEnd = 1 }
      other &+= 1
    }
    let length = min(end &- start, BoundaryLayout.lengthCount + 1) &- 2
    let kind = length &* WordClass.viewCount &+ Int(match.view)
    return ((((kind &* 4 &+ Int(before)) &* 4 &+ Int(after)) &* 2 &+ crossesStart) &* 2 &+ crossesEnd) &* 2 &+ covers
  }

  /// The places of a boundary's `u` and `t` in one list's tables of contexts.
  @inline(__always)
  static func contexts(_ longest: Longest, _ gap: Int) -> (u: Int, t: Int) {
    let covering = quantized(longest.covering[gap])
    let beginning = quantized(longest.beginning[gap])
    let u = (quantized(longest.ending[gap]) &* 6 &+ beginning) &* 6 &+ covering
    let t = (covering &* 6 &+ quantized(longest.covering[gap &+ 1])) &* 6 &+ beginning
    return (u, t)
  }

  @inline(__always)
  private static func quantized(_ length: UInt8) -> Int {
    length < 2 ? 0 : Int(min(length, 6)) &- 1
  }
}
