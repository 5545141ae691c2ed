public import CLexicon

/// The places of the tables of ``BoundaryTables``, for loops that must not count references.
public struct BoundaryTableView: @unchecked Sendable {
  // The memory is never written after it was made.

  /// Slots of pairs: 8 bytes each.
  public let pairs: UnsafeRawPointer
  /// The number of slots of pairs.
  public let pairCount: Int
  /// The seeds of the buckets of pairs: 2 bytes each.
  public let pairSeeds: UnsafeRawPointer
  /// The number of seeds of pairs.
  public let pairSeedCount: Int
  /// Rows of pairs: eight `Int8` each.
  public let pairRows: UnsafeRawPointer
  /// Slots of longer prefixes: 4 bytes each.
  public let prefixes: UnsafeRawPointer
  /// The number of slots of prefixes.
  public let prefixCount: Int
  /// The seeds of the buckets of prefixes: 2 bytes each.
  public let prefixSeeds: UnsafeRawPointer
  /// The number of seeds of prefixes.
  public let prefixSeedCount: Int
  /// A row of eight `Int16` for each unit that has one.
  public let unitRows: UnsafeRawPointer
  /// The number of units that have rows: those with smaller numbers.
  public let unitRowCount: Int
  /// A row for each kind of match.
  public let matchRows: UnsafeRawPointer
  /// Four tables of `Int16` by longest matches.
  public let contexts: UnsafeRawPointer

  /// The entry of a pair of units: 0 when there is none.
  @inlinable
  public func pairEntry(_ first: UInt16, _ second: UInt16) -> UInt64 {
    let entry = pairEntry(atSlot: pairSlot(first, second))
    return PairEntry(entry: entry).isOf(first, second) ? entry : 0
  }

  /// The only slot where a pair of units can be; its memory is asked for.
  @inlinable
  public func pairSlot(_ first: UInt16, _ second: UInt16) -> Int {
    let hash = BoundaryLayout.pairHash(UInt32(first) << 13 | UInt32(second))
    let slot = BoundaryLayout.slot(hash, seeds: pairSeeds, pairSeedCount, pairCount)
    lc_prefetch(pairs + 8 &* slot)
    return slot
  }

  /// The entry in a slot, which may be another pair's.
  @inlinable
  public func pairEntry(atSlot slot: Int) -> UInt64 {
    pairs.loadUnaligned(fromByteOffset: 8 &* slot, as: UInt64.self)
  }

  /// Asks for the memory of a pair's row.
  @inlinable
  public func prefetchRow(of entry: PairEntry) {
    lc_prefetch(pairRows + 8 &* entry.row)
  }

  /// The entry of a prefix by its hash: 0 when no word begins with it.
  @inlinable
  public func prefixEntry(_ hash: UInt64) -> UInt32 {
    prefixEntry(atSlot: prefixSlot(hash), hash)
  }

  /// The only slot where a prefix can be; its memory is asked for.
  @inlinable
  public func prefixSlot(_ hash: UInt64) -> Int {
    let slot = BoundaryLayout.slot(hash, seeds: prefixSeeds, prefixSeedCount, prefixCount)
    lc_prefetch(prefixes + 4 &* slot)
    return slot
  }

  /// The entry in a slot when it is that of a prefix, else 0.
  @inlinable
  public func prefixEntry(atSlot slot: Int, _ hash: UInt64) -> UInt32 {
    let entry = prefixes.loadUnaligned(fromByteOffset: 4 &* slot, as: UInt32.self)
    return PrefixEntry(entry: entry).isOf(hash) ? entry : 0
  }
}
