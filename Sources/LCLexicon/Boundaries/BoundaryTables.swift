internal import CLexicon

/// The compiled tables that word boundaries are decided with: the lexicon and the weights of one standard.
///
/// The payload, all numbers little-endian:
///
///     u32      characters in the alphabet (c), slots of pairs (p), slots of prefixes (q), standards (s)
///     u16 × c  the alphabet
///     16 × p   pairs of units: key << 6 (0: empty), third units (25 bits) and class (7 bits), eight i8 weights
///     4 × q    prefixes of three units and more: 0, or fingerprint (23), class (7), continues (1), used (1)
///     then for each standard
///     u32      changes of pairs (d); 0 for the first standard, whose weights the slots hold
///     i16 × 8 × (c + 4), i16 × 8 × match rows, i16 × 4 × contexts
///     (u32 slot, i8 × 8) × d
public final class BoundaryTables: @unchecked Sendable {
  // Written in `init` only; embedded memory lives as long as the program, own memory as long as the object.

  /// The units.
  public let alphabet: UnitAlphabet
  /// The standard.
  public let standard: WordStandard
  /// Slots of pairs: 16 bytes each.
  public let pairs: UnsafeRawPointer
  /// The number of slots of pairs.
  public let pairCount: Int
  /// Slots of longer prefixes: 4 bytes each.
  public let prefixes: UnsafeRawPointer
  /// The number of slots of prefixes.
  public let prefixCount: Int
  /// A row of eight `Int16` for each unit.
  public let unitRows: UnsafeRawPointer
  /// A row for each kind of match.
  public let matchRows: UnsafeRawPointer
  /// Four tables of `Int16` by longest matches.
  public let contexts: UnsafeRawPointer
  private let owned: UnsafeMutableRawPointer?

  /// The tables the program carries.
  ///
  /// - Throws: ``LexiconError`` when the program was built with a file of another format.
  /// - Complexity: O(1) for `news`; other standards copy and change the table of pairs.
  public static func embedded(_ standard: WordStandard) throws(LexiconError) -> BoundaryTables {
    let file = lc_lexicon_boundaries()
    let bytes = UnsafeRawBufferPointer(start: file.bytes, count: file.count)
    return try BoundaryTables(try LexiconFile.payload(of: bytes, kind: .boundaries, verifying: false), standard)
  }

  /// Makes tables of a payload that outlives them.
  init(_ payload: UnsafeRawBufferPointer, _ standard: WordStandard) throws(LexiconError) {
    guard payload.count >= 16, let base = payload.baseAddress else { throw .truncated(expected: 16, found: payload.count) }
    let counts = (0..<4).map { payload.word($0 * 4) }
    let (characterCount, pairCount, prefixCount) = (counts[0], counts[1], counts[2])
    var place = 16
    let charactersAt = place
    place += 2 * characterCount
    let pairsAt = place
    place += 16 * pairCount
    let prefixesAt = place
    place += 4 * prefixCount
    var rowsAt = 0
    var changeCount = 0
    let unitBytes = 16 * (characterCount + Int(UnitAlphabet.first))
    let fixed = unitBytes + 16 * BoundaryLayout.matchRowCount
      + 2 * BoundaryLayout.contextTableCount * BoundaryLayout.contextCount
    for index in 0..<counts[3] where index <= standard.index {
      guard place + 4 <= payload.count else { throw .truncated(expected: place + 4, found: payload.count) }
      changeCount = payload.word(place)
      rowsAt = place + 4
      place = rowsAt + fixed + 12 * changeCount
    }
    guard counts[3] > standard.index, place <= payload.count, characterCount + 4 <= UnitAlphabet.limit else {
      throw .truncated(expected: place, found: payload.count)
    }
    alphabet = UnitAlphabet(
      characters: (0..<characterCount).map { payload.loadUnaligned(fromByteOffset: charactersAt + 2 * $0, as: UInt16.self) })
    self.standard = standard
    self.pairCount = pairCount
    self.prefixCount = prefixCount
    prefixes = base + prefixesAt
    unitRows = base + rowsAt
    matchRows = base + rowsAt + unitBytes
    contexts = matchRows + 16 * BoundaryLayout.matchRowCount
    guard changeCount > 0 else {
      pairs = base + pairsAt
      owned = nil
      return
    }
    let copy = UnsafeMutableRawPointer.allocate(byteCount: 16 * pairCount, alignment: 16)
    copy.copyMemory(from: base + pairsAt, byteCount: 16 * pairCount)
    let changes = rowsAt + fixed
    for index in 0..<changeCount {
      let at = changes + 12 * index
      let slot = min(payload.word(at), pairCount - 1)
      let row = payload.loadUnaligned(fromByteOffset: at + 4, as: UInt64.self)
      copy.storeBytes(of: row, toByteOffset: 16 * slot + 8, as: UInt64.self)
    }
    pairs = UnsafeRawPointer(copy)
    owned = copy
  }

  deinit {
    owned?.deallocate()
  }

  /// What the lexicon knows of a word; `nil` when it does not have it.
  public func wordClass(of word: some Sequence<UInt16>) -> WordClass? {
    guard let units = alphabet.units(of: word), units.count >= 2 else { return nil }
    guard let slot = pairSlot(units[0], units[1]) else { return nil }
    if units.count == 2 {
      let bits = UInt8(truncatingIfNeeded: pairs.loadUnaligned(fromByteOffset: 16 * slot + 4, as: UInt32.self) >> 25)
      return bits == 0 ? nil : WordClass(bits: bits)
    }
    var hash = BoundaryLayout.prefixHash(BoundaryLayout.prefixHash(0, units[0]), units[1])
    var entry: UInt32 = 0
    for unit in units.dropFirst(2) {
      hash = BoundaryLayout.prefixHash(hash, unit)
      entry = prefixEntry(hash)
      if entry == 0 { return nil }
    }
    let bits = UInt8(entry >> 2 & 0x7F)
    return bits == 0 ? nil : WordClass(bits: bits)
  }

  /// The slot of a pair of units, or `nil`.
  @inlinable
  public func pairSlot(_ first: UInt16, _ second: UInt16) -> Int? {
    let key = UInt32(first) << 13 | UInt32(second)
    var slot = BoundaryLayout.slot(BoundaryLayout.pairHash(key), pairCount)
    while true {
      let stored = pairs.loadUnaligned(fromByteOffset: 16 &* slot, as: UInt32.self)
      if stored == key << 6 { return slot }
      if stored == 0 { return nil }
      slot &+= 1
      if slot == pairCount { slot = 0 }
    }
  }

  /// The entry of a prefix by its hash: 0 when no word begins with it.
  @inlinable
  public func prefixEntry(_ hash: UInt64) -> UInt32 {
    let fingerprint = UInt32(truncatingIfNeeded: hash) & 0x7F_FFFF
    var slot = BoundaryLayout.slot(UInt32(truncatingIfNeeded: hash >> 32), prefixCount)
    while true {
      let entry = prefixes.loadUnaligned(fromByteOffset: 4 &* slot, as: UInt32.self)
      if entry == 0 || entry >> 9 == fingerprint { return entry }
      slot &+= 1
      if slot == prefixCount { slot = 0 }
    }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func word(_ offset: Int) -> Int {
    Int(UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }
}
