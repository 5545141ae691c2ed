public import LCTextModel

/// Passages to compare, one after the other in one array; 2 bytes a character and 8 a passage.
public struct PassageStore: Sendable {
  /// The most passages there may be.
  public static let limit = 1 << 24

  private(set) var units = ContiguousArray<UInt16>()
  private(set) var starts: ContiguousArray<Int> = [0]

  /// Makes an empty store.
  public init() {}

  /// Makes a store of passages.
  public init(_ passages: some Collection<Passage>) {
    starts.reserveCapacity(passages.count + 1)
    units.reserveCapacity(passages.reduce(0) { $0 + $1.range.count })
    for passage in passages { append(passage) }
  }

  /// The number of passages.
  public var count: Int { starts.count - 1 }

  /// Adds a passage. Complexity: O(its length).
  public mutating func append(_ passage: Passage) {
    append(passage.text.units[passage.range])
  }

  /// Adds a passage of UTF-16 units.
  public mutating func append(_ passage: some Sequence<UInt16>) {
    precondition(count < Self.limit, "too many passages")
    units.append(contentsOf: passage)
    starts.append(units.count)
  }

  /// The characters of a passage, in UTF-16.
  public subscript(passage: Int) -> ContiguousArray<UInt16>.SubSequence {
    units[starts[passage]..<starts[passage + 1]]
  }

  /// A range of a passage's folded characters as a range of its UTF-16 units. Complexity: O(length of the passage).
  func source(_ range: Range<Int>, of passage: Int) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    let units = self[passage]
    var folded = -1
    var start = 0
    for (place, unit) in units.enumerated() where Fold.table[Int(unit)] != 0 {
      folded += 1
      if folded == range.lowerBound { start = place }
      if folded == range.upperBound - 1 { return start..<place + 1 }
    }
    return start..<units.count
  }
}

extension PassageStore {
  /// The range from the first to the last character of a passage that is not left out in comparisons.
  func foldedSource(of passage: Int) -> Range<Int> {
    let units = self[passage]
    let isFolded = { (unit: UInt16) in Fold.table[Int(unit)] != 0 }
    guard let start = units.firstIndex(where: isFolded), let end = units.lastIndex(where: isFolded) else { return 0..<0 }
    return start - units.startIndex..<end + 1 - units.startIndex
  }
}

/// The same passages for inner loops.
struct PassageView: @unchecked Sendable {
  let units: UnsafePointer<UInt16>
  let starts: UnsafePointer<Int>
  let count: Int

  @inline(__always)
  subscript(passage: Int) -> UnsafeBufferPointer<UInt16> {
    UnsafeBufferPointer(start: units + starts[passage], count: starts[passage + 1] - starts[passage])
  }
}

extension PassageStore {
  func withView<Result>(_ body: (PassageView) -> Result) -> Result {
    units.withUnsafeBufferPointer { units in
      starts.withUnsafeBufferPointer { starts in
        guard let first = starts.baseAddress else { preconditionFailure("a store has at least one start") }
        // An empty array has no address; nothing of it is read.
        let characters = units.baseAddress ?? UnsafeRawPointer(first).assumingMemoryBound(to: UInt16.self)
        return body(PassageView(units: characters, starts: first, count: count))
      }
    }
  }
}
