internal import LCLexicon

/// The weights of words by length, class and surroundings, each spread over the eight boundaries it may count at.
///
/// A row of ``BoundaryTables`` has `u` before the word, behind its first unit, between, before its last unit, behind it;
/// and `t` of its first unit, of its last unit, and of the units between. Spread, the second of eight places stands for the
/// boundary before the word, so that a row is added to the decoder's registers as it is.
final class MatchRows: Sendable {
  /// Rows of `u`, then `t`, by length, then by the number ``MatchContexts/row(_:_:view:)`` has without it.
  struct Row {
    var u: SIMD8<Int16> = .zero
    var t: SIMD8<Int16> = .zero
  }

  /// Rows of one length.
  static let perLength = WordClass.viewCount * 128
  // Written in `init` only.
  nonisolated(unsafe) let rows: UnsafePointer<Row>

  init(_ tables: BoundaryTableView) {
    let size = (BoundaryLayout.longestWord - 1) * Self.perLength
    let storage = UnsafeMutablePointer<Row>.allocate(capacity: size)
    storage.initialize(repeating: Row(), count: size)
    for count in 2...BoundaryLayout.longestWord {
      let source = (min(count, BoundaryLayout.lengthCount + 1) - 2) * Self.perLength
      for number in 0..<Self.perLength {
        let row = tables.matchRows.loadUnaligned(fromByteOffset: 16 * (source + number), as: SIMD8<Int16>.self)
        if row != .zero { storage[(count - 2) * Self.perLength + number] = Self.spread(row, count) }
      }
    }
    rows = UnsafePointer(storage)
  }

  deinit {
    rows.deallocate()
  }

  private static func spread(_ row: SIMD8<Int16>, _ count: Int) -> Row {
    var result = Row()
    result.u[1] = row[0]
    result.u[2] = row[1]
    result.u[count + 1] = row[4]
    result.t[1] = row[5]
    result.t[count] = row[6]
    if count > 2 { result.u[count] = row[3] }
    for place in 2..<count { result.t[place] = row[7] }
    for place in 3..<max(count, 3) { result.u[place] = row[2] }
    return result
  }
}
