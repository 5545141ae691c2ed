internal import CLexicon
public import LCTextModel

/// The compiled tables that word boundaries are decided with: the lexicon and the weights of one standard.
///
/// The payload, all numbers little-endian:
///
///     u32      characters in the alphabet (c), slots of pairs (p), rows of pairs (r), slots of prefixes (q),
///              rows of units (v), standards (s), seeds of pairs (m), seeds of prefixes (n)
///     u16 × c  the alphabet
///     u16 × m  seeds of the perfect hash of pairs
///     u16 × n  seeds of that of prefixes
///     u64 × p  pairs of units: 0, or the key's lower bits (20), tag (6), class (7), third units (13), number of its row
///              (17; 0: none)
///     8 × r    rows of pairs: eight i8 weights of the first standard
///     u32 × q  prefixes of three units and more: 0, or class (7), tag (6), next units (6), fingerprint (13)
///     then for each standard
///     u32      changed rows of pairs (d)
///     i16 × 8 × v, i16 × 8 × match rows, i16 × 4 × contexts
///     (u32 row, i8 × 8) × d
public final class BoundaryTables: @unchecked Sendable {
  // Written in `init` only; embedded memory lives as long as the program, own memory as long as the object.

  /// The units.
  public let alphabet: UnitAlphabet
  /// The standard.
  public let standard: WordStandard
  /// Where the tables are; good as long as this object.
  public let view: BoundaryTableView
  private let owned: UnsafeMutableRawPointer?
  private let file: OwnedBytes?

  /// The tables the program carries.
  ///
  /// - Throws: ``LexiconError`` when the program was built with a file of another format.
  /// - Complexity: O(65,536) for `news`; other standards copy and change the rows of pairs.
  public static func embedded(_ standard: WordStandard) throws(LexiconError) -> BoundaryTables {
    let file = lc_lexicon_boundaries()
    let bytes = UnsafeRawBufferPointer(start: file.bytes, count: file.count)
    return try BoundaryTables(try LexiconFile.payload(of: bytes, kind: .boundaries, verifying: false), standard)
  }

  /// The tables of a compiled file.
  ///
  /// - Throws: ``LexiconError`` for what is no such file, and for a damaged one.
  public convenience init(compiled: [UInt8], _ standard: WordStandard) throws(LexiconError) {
    let file = OwnedBytes(compiled)
    try self.init(try LexiconFile.payload(of: file.bytes, kind: .boundaries, verifying: true), standard, file: file)
  }

  /// Makes tables of a payload that outlives them, or belongs to a file.
  init(_ payload: UnsafeRawBufferPointer, _ standard: WordStandard, file: OwnedBytes? = nil) throws(LexiconError) {
    self.file = file
    let header = 32
    guard payload.count >= header, let base = payload.baseAddress else {
      throw .truncated(expected: header, found: payload.count)
    }
    let counts = (0..<8).map { payload.word($0 * 4) }
    let charactersAt = header
    let pairSeedsAt = charactersAt + 2 * counts[0]
    let prefixSeedsAt = pairSeedsAt + 2 * counts[6]
    let pairsAt = prefixSeedsAt + 2 * counts[7]
    let rowsAt = pairsAt + 8 * counts[1]
    let prefixesAt = rowsAt + 8 * counts[2]
    var place = prefixesAt + 4 * counts[3]
    let unitBytes = 16 * counts[4]
    let fixed =
      unitBytes + 16 * BoundaryLayout.matchRowCount
      + 2 * BoundaryLayout.contextTableCount * BoundaryLayout.contextCount
    var weightsAt = 0
    var changeCount = 0
    for index in 0..<counts[5] where index <= standard.index {
      guard place + 4 <= payload.count else { throw .truncated(expected: place + 4, found: payload.count) }
      changeCount = payload.word(place)
      weightsAt = place + 4
      place = weightsAt + fixed + 12 * changeCount
    }
    guard counts[5] > standard.index, place <= payload.count, counts[0] + 4 <= UnitAlphabet.limit else {
      throw .truncated(expected: place, found: payload.count)
    }
    alphabet = UnitAlphabet(
      characters: (0..<counts[0]).map { payload.loadUnaligned(fromByteOffset: charactersAt + 2 * $0, as: UInt16.self) })
    self.standard = standard
    let rows = try Self.changed(
      base + rowsAt, count: counts[2], by: UnsafeRawBufferPointer(rebasing: payload[(weightsAt + fixed)...]), changeCount)
    owned = rows
    view = BoundaryTableView(
      pairs: base + pairsAt, pairCount: counts[1], pairSeeds: base + pairSeedsAt, pairSeedCount: counts[6],
      pairRows: rows.map { UnsafeRawPointer($0) } ?? base + rowsAt,
      prefixes: base + prefixesAt, prefixCount: counts[3], prefixSeeds: base + prefixSeedsAt, prefixSeedCount: counts[7],
      unitRows: base + weightsAt, unitRowCount: counts[4],
      matchRows: base + weightsAt + unitBytes, contexts: base + weightsAt + unitBytes + 16 * BoundaryLayout.matchRowCount)
  }

  /// A copy of rows with changes; `nil` when there are none.
  private static func changed(
    _ rows: UnsafeRawPointer, count: Int, by changes: UnsafeRawBufferPointer, _ changeCount: Int
  ) throws(LexiconError) -> UnsafeMutableRawPointer? {
    if changeCount == 0 { return nil }
    for index in 0..<changeCount where changes.word(12 * index) >= count { throw .checksum }
    let copy = UnsafeMutableRawPointer.allocate(byteCount: 8 * count, alignment: 16)
    copy.copyMemory(from: rows, byteCount: 8 * count)
    for index in 0..<changeCount {
      let row = changes.loadUnaligned(fromByteOffset: 12 * index + 4, as: UInt64.self)
      copy.storeBytes(of: row, toByteOffset: 8 * changes.word(12 * index), as: UInt64.self)
    }
    return copy
  }

  deinit {
    owned?.deallocate()
  }

  /// What the lexicon knows of a word, and the part of speech its dictionary gives; `nil` when it does not have it.
  public func knowledge(of word: some Sequence<UInt16>) -> (wordClass: WordClass, tag: PartOfSpeech?)? {
    guard let units = alphabet.units(of: word), units.count >= 2 else { return nil }
    let pair = PairEntry(entry: view.pairEntry(units[0], units[1]))
    if units.count == 2 {
      return pair.classBits == 0 ? nil : (WordClass(bits: pair.classBits), PartOfSpeech(lexiconCode: pair.tagCode))
    }
    var hash = BoundaryLayout.prefixHash(BoundaryLayout.prefixHash(0, units[0]), units[1])
    var entry: UInt32 = 0
    for unit in units.dropFirst(2) {
      hash = BoundaryLayout.prefixHash(hash, unit)
      entry = view.prefixEntry(hash)
      if entry == 0 { return nil }
    }
    let last = PrefixEntry(entry: entry)
    return last.classBits == 0 ? nil : (WordClass(bits: last.classBits), PartOfSpeech(lexiconCode: last.tagCode))
  }
}

/// The parts of a pair's entry.
@frozen
public struct PairEntry: Sendable {
  /// The entry.
  public let entry: UInt64

  /// Makes the parts of an entry.
  @inlinable
  public init(entry: UInt64) {
    self.entry = entry
  }

  /// The lower bits of a pair's key that its entry has. Of a million pairs the table does not have, one is taken for the
  /// pair in its slot.
  public static let keyMask: UInt32 = 0xF_FFFF

  /// Whether it is the entry of a pair.
  @inlinable
  public func isOf(_ first: UInt16, _ second: UInt16) -> Bool {
    (entry ^ (UInt64(first) << 13 | UInt64(second))) & UInt64(Self.keyMask) == 0
  }

  /// The part of speech of the word the pair is, for ``PartOfSpeech/init(lexiconCode:)``.
  public var tagCode: UInt8 { UInt8(truncatingIfNeeded: entry >> 20) & 0x3F }

  /// The class of the word the pair is; 0 when it is none.
  @inlinable public var classBits: UInt8 { UInt8(truncatingIfNeeded: entry >> 26) & 0x7F }
  /// The number of its row of weights; 0 when it has none.
  @inlinable public var row: Int { Int(truncatingIfNeeded: entry >> 46) }

  /// How many kinds of third units are told apart.
  public static let thirdUnitCount: UInt16 = 13

  /// 1 when a word of three units or more may go on with a unit, else 0.
  @inlinable
  public func continuation(with unit: UInt16) -> Int {
    Int(truncatingIfNeeded: entry &>> (33 &+ UInt64(unit % Self.thirdUnitCount)) & 1)
  }
}

/// The parts of the entry of a prefix of three units and more.
@frozen
public struct PrefixEntry: Sendable {
  /// The entry.
  public let entry: UInt32

  /// Makes the parts of an entry.
  @inlinable
  public init(entry: UInt32) {
    self.entry = entry
  }

  /// The entry of a prefix with a hash, before anything is known of it.
  init(hash: UInt64) {
    entry = UInt32(truncatingIfNeeded: hash >> 9) << 19
  }

  /// Whether it is the entry of a prefix with a hash.
  @inlinable
  public func isOf(_ hash: UInt64) -> Bool {
    (entry ^ UInt32(truncatingIfNeeded: hash &>> 9) &<< 19) & 0xFFF8_0000 == 0
  }

  /// The class of the word the prefix is; 0 when it is none.
  @inlinable public var classBits: UInt8 { UInt8(truncatingIfNeeded: entry) & 0x7F }

  /// The part of speech of the word the prefix is, for ``PartOfSpeech/init(lexiconCode:)``.
  public var tagCode: UInt8 { UInt8(truncatingIfNeeded: entry >> 7) & 0x3F }

  /// The bit of the next unit of a longer word.
  @inlinable
  public static func bit(ofNext unit: UInt16) -> UInt32 {
    1 &<< (13 &+ UInt32(unit % 6))
  }

  /// Whether a longer word may go on with a unit.
  @inlinable
  public func mayContinue(with unit: UInt16) -> Bool {
    entry & Self.bit(ofNext: unit) != 0
  }
}

extension PartOfSpeech {
  /// The part of speech of a code in the lexicon; `nil` for 0.
  init?(lexiconCode code: UInt8) {
    guard code > 0, code <= Self.allCases.count else { return nil }
    self = Self.allCases[Int(code) - 1]
  }

  /// Its code in the lexicon, of six bits.
  var lexiconCode: UInt8 { number + 1 }
}

extension UnsafeRawBufferPointer {
  fileprivate func word(_ offset: Int) -> Int {
    Int(UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }
}
