/// Words with a number each, looked up in place: no parsing at the start, no allocation at a look-up.
///
/// The payload: the number of words and of hash slots (4 bytes each); for each slot the number of its word plus one, or 0;
/// for each word the end of its units; for each word its number; all words' UTF-16 units. Words are in UTF-16 order.
///
/// - Complexity: a look-up is O(length of the word).
public struct WordTable: Sendable {
  /// The compiled bytes: the program's own, or ones that somebody owns as long as the table.
  private enum Storage: @unchecked Sendable {
    // Read-only data of the program lives as long as the program, so any thread may read it.
    case embedded(UnsafeRawBufferPointer)
    case owned([UInt8], payload: Range<Int>)
  }

  private let storage: Storage
  /// The number of words.
  public let count: Int
  private let slotCount: Int

  /// Makes a table of the bytes of a compiled file, verified.
  ///
  /// - Throws: any ``LexiconError`` but `badRow`.
  /// - Complexity: O(bytes).
  public init(file bytes: [UInt8]) throws(LexiconError) {
    let payload = try Result { () in
      try bytes.withUnsafeBytes { whole in
        let payload = try LexiconFile.payload(of: whole, kind: .words, verifying: true)
        return (range: LexiconFile.headerSize..<LexiconFile.headerSize + payload.count, counts: try Self.counts(payload))
      }
    }.mapError { $0 as? LexiconError ?? .checksum }.get()
    storage = .owned(bytes, payload: payload.range)
    (count, slotCount) = payload.counts
  }

  /// Makes a table of a compiled file in the program's own data.
  ///
  /// - Complexity: O(1).
  init(embedded bytes: UnsafeRawBufferPointer) throws(LexiconError) {
    let payload = try LexiconFile.payload(of: bytes, kind: .words, verifying: false)
    storage = .embedded(payload)
    (count, slotCount) = try Self.counts(payload)
  }

  private static func counts(_ payload: UnsafeRawBufferPointer) throws(LexiconError) -> (Int, Int) {
    guard payload.count >= 8 else { throw .truncated(expected: 8, found: payload.count) }
    let count = payload.number(at: 0)
    let slotCount = payload.number(at: 4)
    let fixed = 8 + 4 * slotCount + 8 * count
    guard slotCount > count, slotCount.nonzeroBitCount == 1, fixed <= payload.count,
      count == 0 || fixed + 2 * payload.number(at: 8 + 4 * slotCount + 4 * (count - 1)) <= payload.count
    else { throw .truncated(expected: fixed, found: payload.count) }
    return (count, slotCount)
  }

  /// The number of a word, or `nil`.
  ///
  /// - Parameter word: UTF-16 units.
  public func value(of word: UnsafeBufferPointer<UInt16>) -> UInt32? {
    withPayload { payload in
      var slot = Int(truncatingIfNeeded: Self.hash(word)) & (slotCount - 1)
      while true {
        let entry = payload.number(at: 8 + 4 * slot)
        if entry == 0 { return nil }
        if isEqual(payload, entry - 1, word) {
          return UInt32(payload.number(at: 8 + 4 * slotCount + 4 * count + 4 * (entry - 1)))
        }
        slot = (slot + 1) & (slotCount - 1)
      }
    }
  }

  /// The number of a word, or `nil`.
  public func value(of word: some Sequence<UInt16>) -> UInt32? {
    ContiguousArray(word).withUnsafeBufferPointer { value(of: $0) }
  }

  private func isEqual(_ payload: UnsafeRawBufferPointer, _ index: Int, _ word: UnsafeBufferPointer<UInt16>) -> Bool {
    let ends = 8 + 4 * slotCount
    let start = index == 0 ? 0 : payload.number(at: ends + 4 * (index - 1))
    guard payload.number(at: ends + 4 * index) - start == word.count else { return false }
    let units = ends + 8 * count + 2 * start
    for place in 0..<word.count where payload.unit(at: units + 2 * place) != word[place] { return false }
    return true
  }

  private func withPayload<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    switch storage {
    case .embedded(let payload): body(payload)
    case .owned(let bytes, let range): bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }
  }

  static func hash(_ word: some Sequence<UInt16>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for unit in word { hash = (hash ^ UInt32(unit)) &* 0x0100_0193 }
    return hash ^ (hash >> 15)
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func number(at offset: Int) -> Int {
    Int(UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  fileprivate func unit(at offset: Int) -> UInt16 {
    UInt16(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }
}
