internal import CLexicon
internal import LCTextModel

/// The compiled tables that parts of speech are decided with.
///
/// The payload, all numbers little-endian:
///
///     u32      tags (t), bytes of their names, slots of words (w), seeds (m), bytes of records, rows (r)
///     names of the tags with a space between, each with + when unknown words may have it
///     u16 × m  seeds of the perfect hash of words
///     u32 × w  0, or fingerprint (12 bits) and place of the word's record (20 bits)
///     records  number as a neighbour (u16), count (u8), then tag (u8) and weight (i8) of each
///     i8 × t × r
public struct TagTables: @unchecked Sendable {
  // Read-only memory that lives as long as the program, or as the file.

  /// The names of the tags.
  public let tags: [String]
  /// The tags that unknown words may have.
  public let openTags: [Int]
  /// The rows.
  public let layout: TagLayout
  /// Weights: `tags.count` for each row.
  public let rows: UnsafePointer<Int8>
  private let seeds: UnsafeRawPointer
  private let seedCount: Int
  private let slots: UnsafeRawPointer
  private let slotCount: Int
  private let records: UnsafePointer<UInt8>
  private let file: OwnedBytes?

  /// What is known of a word.
  public struct Record: @unchecked Sendable {
    let bytes: UnsafePointer<UInt8>

    /// Its number among frequent words; 0 for none.
    public var number: Int { Int(bytes[0]) | Int(bytes[1]) << 8 }
    /// How many tags it can have.
    public var count: Int { Int(bytes[2]) }
    /// A tag, the most frequent first.
    public func tag(_ index: Int) -> Int { Int(bytes[3 + 2 * index]) }
    /// Its weight.
    public func weight(_ index: Int) -> Int { Int(Int8(bitPattern: bytes[4 + 2 * index])) }
  }

  /// The tables the program carries.
  ///
  /// - Throws: ``LexiconError`` when the program was built with a file of another format.
  public static func embedded() throws(LexiconError) -> TagTables {
    let file = lc_lexicon_tags()
    let bytes = UnsafeRawBufferPointer(start: file.bytes, count: file.count)
    return try TagTables(try LexiconFile.payload(of: bytes, kind: .tags, verifying: false))
  }

  /// The tables of a compiled file.
  ///
  /// - Throws: ``LexiconError`` for what is no such file, and for a damaged one.
  public init(compiled: [UInt8]) throws(LexiconError) {
    let file = OwnedBytes(compiled)
    try self.init(try LexiconFile.payload(of: file.bytes, kind: .tags, verifying: true), file: file)
  }

  init(_ payload: UnsafeRawBufferPointer, file: OwnedBytes? = nil) throws(LexiconError) {
    self.file = file
    guard payload.count >= 24, let base = payload.baseAddress else { throw .truncated(expected: 24, found: payload.count) }
    let counts = (0..<6).map { Int(payload.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)) }
    let seedsAt = 24 + counts[1]
    let slotsAt = seedsAt + 2 * counts[3]
    let recordsAt = slotsAt + 4 * counts[2]
    let rowsAt = recordsAt + counts[4]
    let end = rowsAt + counts[0] * counts[5]
    layout = TagLayout(tagCount: counts[0])
    guard end <= payload.count, counts[5] == layout.rowCount, counts[2] > 0, counts[3] > 0 else {
      throw .truncated(expected: end, found: payload.count)
    }
    let list = TagModelData.parsed(tagList: String(decoding: payload[24..<seedsAt], as: UTF8.self))
    tags = list.tags
    openTags = list.openTags.sorted()
    seeds = base + seedsAt
    seedCount = counts[3]
    slots = base + slotsAt
    slotCount = counts[2]
    records = (base + recordsAt).assumingMemoryBound(to: UInt8.self)
    rows = (base + rowsAt).assumingMemoryBound(to: Int8.self)
  }

  /// What is known of a word, by its hash; `nil` for an unknown word.
  public func record(_ hash: UInt64) -> Record? {
    let slot = BoundaryLayout.slot(hash, seeds: seeds, seedCount, slotCount)
    let entry = slots.loadUnaligned(fromByteOffset: 4 &* slot, as: UInt32.self)
    guard entry != 0, entry >> 20 == Self.fingerprint(hash) else { return nil }
    return Record(bytes: records + Int(entry & 0xF_FFFF))
  }

  /// The hash of a word: of each UTF-16 unit in turn, full-width forms as those of ASCII.
  public static func hash(_ hash: UInt64, _ unit: UInt16) -> UInt64 {
    BoundaryLayout.prefixHash(hash, unit.halfWidth)
  }

  private static func fingerprint(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 13) & 0xFFF
  }

  /// The compiled file of the text's data, the same bytes for the same data.
  public static func compile(_ data: TagModelData) -> [UInt8] {
    let hashes = data.words.map { $0.word.reduce(0) { hash($0, $1) } }
    let places = DisplacedHash.place(hashes)
    var recordBytes: [UInt8] = [0]
    var known: [[UInt8]: Int] = [:]
    var slots = [UInt32](repeating: 0, count: places.slotCount)
    for (index, word) in data.words.enumerated() {
      var record: [UInt8] = []
      record.appendLittleEndian(UInt16(word.number))
      record.append(UInt8(word.tags.count))
      for (tag, weight) in word.tags { record += [UInt8(tag), UInt8(bitPattern: weight)] }
      let place = known[record] ?? recordBytes.count
      if place == recordBytes.count {
        known[record] = place
        recordBytes += record
      }
      slots[places.slots[index]] = fingerprint(hashes[index]) << 20 | UInt32(place)
    }
    let names = Array(data.tagList.utf8)
    var bytes: [UInt8] = []
    for count in [
      data.tags.count, names.count, slots.count, places.seeds.count, recordBytes.count, data.rows.count,
    ] {
      bytes.appendLittleEndian(UInt32(count))
    }
    bytes += names
    for seed in places.seeds { bytes.appendLittleEndian(seed) }
    for slot in slots { bytes.appendLittleEndian(slot) }
    bytes += recordBytes
    for row in data.rows {
      for tag in data.tags.indices { bytes.append(row.isEmpty ? 0 : UInt8(bitPattern: row[tag])) }
    }
    return LexiconFile.wrap(bytes, kind: .tags)
  }
}
