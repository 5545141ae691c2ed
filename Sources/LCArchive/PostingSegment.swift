/// A gram and a passage that has it.
struct Posting: Comparable, Hashable {
  /// The gram (32 bits) and the passage (32 bits).
  var bits: UInt64

  init(gram: UInt32, passage: UInt32) {
    bits = UInt64(gram) << 32 | UInt64(passage)
  }

  var gram: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
  var passage: UInt32 { UInt32(truncatingIfNeeded: bits) }

  static func < (left: Posting, right: Posting) -> Bool { left.bits < right.bits }

  /// A hash whose exclusive or over all postings tells whether all are there.
  var hash: UInt64 { ContentHash.mixed(bits &+ 0x9E37_79B9_7F4A_7C15) }
}

/// Sorted postings as blocks: those of a block have grams with the same first bits.
///
/// A block is, for each of its grams, twice the difference to the one before it, 1 more when it has several passages; then
/// their number less 2; and the differences between the passages; all as numbers of seven bits a byte.
enum PostingBlock {
  /// How many of the first bits of a gram number its block, so that a block has some 500 postings.
  static func bits(postings: Int) -> Int {
    var bits = 0
    while bits < 16, postings >> bits > 512 { bits += 1 }
    return bits
  }

  static func number(of gram: UInt32, bits: Int) -> Int {
    bits == 0 ? 0 : Int(gram >> (32 - UInt32(bits)))
  }

  static func encode(_ postings: ArraySlice<Posting>) -> [UInt8] {
    var bytes: [UInt8] = []
    var lastGram: UInt32 = 0
    var start = postings.startIndex
    while start < postings.endIndex {
      let gram = postings[start].gram
      var end = start + 1
      while end < postings.endIndex, postings[end].gram == gram { end += 1 }
      // Most grams have one passage, which one bit says.
      append(UInt64(gram - lastGram) << 1 | (end - start > 1 ? 1 : 0), to: &bytes)
      if end - start > 1 { append(UInt64(end - start - 2), to: &bytes) }
      var last: UInt32 = 0
      for posting in postings[start..<end] {
        append(UInt64(posting.passage - last), to: &bytes)
        last = posting.passage
      }
      lastGram = gram
      start = end
    }
    return bytes
  }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Calls `body` with each gram, the number of its passages and, one by one, the passages.
  ///
  /// - Returns: whether the bytes were a block.
  static func decode(
    _ bytes: UnsafeRawBufferPointer, gram body: (UInt32, Int) -> Bool, passage: (UInt32) -> Void
  ) -> Bool {
    var place = 0
    var isDamaged = false
    func next() -> UInt64 {
      var number: UInt64 = 0
      var shift: UInt64 = 0
      while place < bytes.count, shift < 42 {
        let byte = bytes[place]
        place += 1
        number |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return number }
        shift += 7
      }
      isDamaged = true
      return 0
    }
    var gram: UInt32 = 0
    while place < bytes.count {
      let head = next()
      gram = gram &+ UInt32(truncatingIfNeeded: head >> 1)
      let count = head & 1 == 0 ? 1 : Int(next()) + 2
      let isWanted = body(gram, count)
      var last: UInt32 = 0
      for _ in 0..<count {
        last = last &+ UInt32(truncatingIfNeeded: next())
        if isDamaged { return false }
        if isWanted { passage(last) }
      }
    }
    return !isDamaged
  }
}
