internal import CLexicon

/// How many documents of a broad collection hold a word: the background against which a document's words stand out.
///
/// The payload, all numbers little-endian: the number of documents, of slots and of seeds (u32 each); the seeds (u16) of the
/// perfect hash; a u32 for each slot: 0, or fingerprint (20 bits), exponent (4) and mantissa (8) of the count. Counts are so
/// kept to one part in 128, which is far finer than what is made of them.
public struct DocumentFrequency: Sendable {
  /// The compiled bytes: the program's own, or ones that somebody owns as long as the table.
  private enum Storage: @unchecked Sendable {
    // Read-only data of the program lives as long as the program, so any thread may read it.
    case embedded(UnsafeRawBufferPointer)
    case owned([UInt8])
  }

  private static let headerSize = 12
  private let storage: Storage
  private let slotCount: Int
  private let seedCount: Int
  /// The number of documents of the collection.
  public let documentCount: Int

  /// The collection that the program carries (`lexicons/document-frequency.tsv`).
  ///
  /// - Throws: ``LexiconError`` when the program was built with a lexicon of another format.
  public static func embedded() throws(LexiconError) -> DocumentFrequency {
    let file = lc_lexicon_document_frequency()
    return try DocumentFrequency(embedded: UnsafeRawBufferPointer(start: file.bytes, count: file.count))
  }

  /// A compiled file in the program's own data. Complexity: O(1).
  init(embedded bytes: UnsafeRawBufferPointer) throws(LexiconError) {
    let payload = try LexiconFile.payload(of: bytes, kind: .frequencies, verifying: false)
    try self.init(storage: .embedded(payload), payload)
  }

  /// Makes a background of a compiled file.
  ///
  /// - Throws: ``LexiconError`` when the file is damaged.
  public init(file: [UInt8]) throws(LexiconError) {
    let payload = try Result { () in
      try file.withUnsafeBytes { Array(try LexiconFile.payload(of: $0, kind: .frequencies, verifying: true)) }
    }.mapError { $0 as? LexiconError ?? .checksum }.get()
    let table = payload.withUnsafeBytes { bytes in
      Result { () throws(LexiconError) in try DocumentFrequency(storage: .owned(payload), bytes) }
    }
    self = try table.get()
  }

  private init(storage: Storage, _ payload: UnsafeRawBufferPointer) throws(LexiconError) {
    self.storage = storage
    guard payload.count >= Self.headerSize else { throw .truncated(expected: Self.headerSize, found: payload.count) }
    let counts = (0..<3).map { Int(payload.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)) }
    documentCount = counts[0]
    slotCount = counts[1]
    seedCount = counts[2]
    let size = Self.headerSize + 2 * seedCount + 4 * slotCount
    guard slotCount > 0, seedCount > 0, size <= payload.count else { throw .truncated(expected: size, found: payload.count) }
  }

  /// The number of documents that hold a word; 0 when the collection does not know it.
  ///
  /// - Parameter word: UTF-16 units.
  /// - Complexity: O(length of the word).
  public func count(of word: UnsafeBufferPointer<UInt16>) -> Int {
    count(hash: word.reduce(0, BoundaryLayout.prefixHash))
  }

  /// The same by the hash of the word's units.
  func count(hash: UInt64) -> Int {
    switch storage {
    case .embedded(let payload): return count(payload, hash)
    case .owned(let bytes): return bytes.withUnsafeBytes { count($0, hash) }
    }
  }

  private func count(_ payload: UnsafeRawBufferPointer, _ hash: UInt64) -> Int {
    guard let base = payload.baseAddress else { return 0 }
    let slot = BoundaryLayout.slot(hash, seeds: base + Self.headerSize, seedCount, slotCount)
    let entry = payload.loadUnaligned(fromByteOffset: Self.headerSize + 2 * seedCount + 4 * slot, as: UInt32.self)
    guard entry >> 12 == Self.fingerprint(hash) else { return 0 }
    return Int(entry & 0xFF) << Int(entry >> 8 & 0xF)
  }

  private static func fingerprint(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 13) & 0xF_FFFF
  }

  /// The compiled file of `lexicons/document-frequency.tsv`: rows of word and count, the empty word's being the number of
  /// all documents.
  ///
  /// - Throws: ``LexiconError/badRow(line:reason:)``.
  public static func compile(table: String) throws(LexiconError) -> [UInt8] {
    var words: [(hash: UInt64, count: Int)] = []
    var documentCount = 1
    var seen: Set<UInt64> = []
    try ByteTable(table).forEachRow(fieldCount: 2) { (line, fields) throws(LexiconError) in
      guard let count = UInt32(fields.string(1)) else {
        throw .badRow(line: line, reason: "'\(fields.string(1))' is no count")
      }
      let word = fields.string(0)
      if word.isEmpty {
        documentCount = Int(count)
        return
      }
      let hash = word.utf16.reduce(0, BoundaryLayout.prefixHash)
      guard seen.insert(hash).inserted else { throw .badRow(line: line, reason: "'\(word)' stands here twice") }
      words.append((hash, Int(count)))
    }
    let places = DisplacedHash.place(words.map(\.hash))
    var slots = [UInt32](repeating: 0, count: places.slotCount)
    for (word, slot) in zip(words, places.slots) {
      let exponent = max(0, Int.bitWidth - word.count.leadingZeroBitCount - 8)
      guard exponent < 16 else { continue }
      slots[slot] = fingerprint(word.hash) << 12 | UInt32(exponent) << 8 | UInt32(word.count >> exponent)
    }
    var bytes: [UInt8] = []
    for count in [documentCount, slots.count, places.seeds.count] { bytes.appendLittleEndian(UInt32(count)) }
    for seed in places.seeds { bytes.appendLittleEndian(seed) }
    for slot in slots { bytes.appendLittleEndian(slot) }
    return LexiconFile.wrap(bytes, kind: .frequencies)
  }
}
