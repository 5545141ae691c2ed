internal import LCTextModel

/// Passages to compare, one after the other in one array; 2 bytes a character and 8 a passage.
public struct PassageStore: Sendable {
  /// The most passages there may be.
  public static let limit = 1 << 24

  private var characters = UnitBuffer()
  private(set) var starts: ContiguousArray<Int> = [0]

  /// Makes an empty store.
  public init() {}

  /// Makes a store of passages.
  public init(_ passages: some Collection<Passage>) {
    starts.reserveCapacity(passages.count + 1)
    for passage in passages { append(passage) }
  }

  /// The number of passages.
  public var count: Int { starts.count - 1 }

  /// Adds a passage. Complexity: O(its length).
  public mutating func append(_ passage: Passage) {
    append(passage.text.units[passage.range])
  }

  /// Adds a passage of UTF-16 units.
  public mutating func append(_ passage: ContiguousArray<UInt16>.SubSequence) {
    precondition(count < Self.limit, "too many passages")
    if !isKnownUniquelyReferenced(&characters) { characters = UnitBuffer(copying: characters) }
    passage.withUnsafeBufferPointer { characters.append($0) }
    starts.append(characters.count)
  }

  /// The characters of a passage, in UTF-16.
  ///
  /// - Complexity: O(its length).
  public subscript(passage: Int) -> ContiguousArray<UInt16>.SubSequence {
    ContiguousArray(withView { $0[passage] })[...]
  }

  /// The number of a passage's UTF-16 units.
  public func length(of passage: Int) -> Int { starts[passage + 1] - starts[passage] }

  /// A range of a passage's folded characters as a range of its UTF-16 units. Complexity: O(length of the passage).
  func source(_ range: Range<Int>, of passage: Int) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return withView { view in
      var folded = -1
      var start = 0
      for (place, unit) in view[passage].enumerated() where Fold.table[Int(unit)] != 0 {
        folded += 1
        if folded == range.lowerBound { start = place }
        if folded == range.upperBound - 1 { return start..<place + 1 }
      }
      return start..<view[passage].count
    }
  }
}

extension PassageStore {
  /// The range from the first to the last character of a passage that is not left out in comparisons.
  func foldedSource(of passage: Int) -> Range<Int> {
    withView { view in
      let isFolded = { (unit: UInt16) in Fold.table[Int(unit)] != 0 }
      let units = view[passage]
      guard let start = units.firstIndex(where: isFolded), let end = units.lastIndex(where: isFolded) else { return 0..<0 }
      return start..<end + 1
    }
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
  /// Calls `body` with the passages; the view is good for as long as that.
  func withView<Result>(_ body: (PassageView) -> Result) -> Result {
    withExtendedLifetime(characters) {
      starts.withUnsafeBufferPointer { starts in
        guard let first = starts.baseAddress else { preconditionFailure("a store has at least one start") }
        return body(PassageView(units: characters.units, starts: first, count: count))
      }
    }
  }
}

/// Characters that grow in place: a large array would be in memory twice each time it grows.
private final class UnitBuffer: @unchecked Sendable {
  // Written by its one owner only; shared buffers are copied first.
  private(set) var units: UnsafeMutablePointer<UInt16>
  private(set) var count = 0
  private var capacity: Int

  init() {
    capacity = 1 << 10
    units = Memory.resized(nil, capacity)
  }

  init(copying other: UnitBuffer) {
    capacity = max(other.count, 1)
    count = other.count
    units = Memory.resized(nil, capacity)
    units.update(from: other.units, count: count)
  }

  deinit {
    Memory.release(units)
  }

  func append(_ passage: UnsafeBufferPointer<UInt16>) {
    guard let base = passage.baseAddress else { return }
    if count + passage.count > capacity {
      capacity = (count + passage.count) * 5 / 4 + 64
      units = Memory.resized(units, capacity)
    }
    (units + count).update(from: base, count: passage.count)
    count += passage.count
  }
}
