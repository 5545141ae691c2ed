internal import LCLexicon
internal import Synchronization

/// Decoders of one standard, lent out one at a time to each task.
final class DecoderPool: Sendable {
  /// A decoder on its way from one task to another; only one has it at a time.
  private struct Lent: @unchecked Sendable {
    let decoder: BoundaryDecoder
  }

  let tables: BoundaryTables
  private let matchRows: MatchRows
  private let idle = Mutex<[Lent]>([])

  init(tables: BoundaryTables) {
    self.tables = tables
    matchRows = MatchRows(tables.view)
  }

  /// The numbers of UTF-16 units.
  var alphabet: UnitAlphabet { tables.alphabet }

  /// Calls `body` with a decoder that no other task has.
  func withDecoder<Result>(_ body: (BoundaryDecoder) -> Result) -> Result {
    let lent = idle.withLock { $0.popLast() } ?? Lent(decoder: BoundaryDecoder(tables: tables, matchRows: matchRows))
    defer { idle.withLock { $0.append(lent) } }
    return body(lent.decoder)
  }
}
