internal import LCText

/// Words with one space between, the lines of the text as lines.
enum WordLines {
  /// The words in UTF-8; with `tags`, each as word/tag.
  ///
  /// - Parameters:
  ///   - isContinued: whether the text goes on in a line that was begun.
  ///   - isCut: whether its last line goes on; else there is a line at least.
  /// - Complexity: O(n); the bytes are written once, into memory that is large enough for any text.
  static func bytes(
    of tokens: [Token], in text: Text, tags: Bool, isContinued: Bool = false, isCut: Bool = false
  ) -> [UInt8] {
    // A unit has at most three bytes; a word a space, and a tag at most three bytes more. A word may write ten bytes beyond.
    let capacity = 3 * text.count + (tags ? 5 : 1) * tokens.count + 16
    return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      count = text.units.withUnsafeBufferPointer { units in
        var writer = Writer(next: base, names: Self.tagNames)
        writer.isLineStart = !isContinued
        for token in tokens { writer.write(token, units, tags: tags) }
        if !isCut, !writer.isLineStart || tokens.isEmpty { writer.put(0x0A) }
        return writer.next - base
      }
    }
  }

  /// The names of the tags by their numbers, the first letter in the lowest byte.
  private static let tagNames = PartOfSpeech.allCases.map { tag in
    tag.rawValue.utf8.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
  }

  private struct Writer {
    var next: UnsafeMutablePointer<UInt8>
    let names: [UInt32]
    var isLineStart = true

    @inline(__always)
    mutating func put(_ byte: UInt8) {
      next.pointee = byte
      next += 1
    }

    @inline(__always)
    mutating func write(_ token: Token, _ units: UnsafeBufferPointer<UInt16>, tags: Bool) {
      if token.kind == .space {
        for place in token.range where units[place] == 0x0A {
          put(0x0A)
          isLineStart = true
        }
        return
      }
      if !isLineStart { put(0x20) }
      isLineStart = false
      if !writeShort(token, units) { next += UTF8Encoding.write(UnsafeBufferPointer(rebasing: units[token.range]), to: next) }
      guard tags else { return }
      put(0x2F)
      var name = names[Int(token.tag.number)]
      while name != 0 {
        put(UInt8(truncatingIfNeeded: name))
        name >>= 8
      }
    }

    /// Writes a word of up to three units of three bytes, as most Chinese words are; how many there are is not asked, for no
    /// processor can guess it.
    @inline(__always)
    private mutating func writeShort(_ token: Token, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
      let count = token.count
      guard count <= 3, token.start &+ 4 <= units.count, let base = units.baseAddress else { return false }
      let four = UInt64(littleEndian: UnsafeRawPointer(base + token.start).loadUnaligned(as: UInt64.self))
      // The units behind the word count as Han characters. What is below U+0800 has none of the upper five bits, what is a
      // surrogate has those of D800.
      let kept = four & (1 &<< (16 &* UInt64(count)) &- 1) | 0x4E00_4E00_4E00_4E00 &<< (16 &* UInt64(count))
      let upper = kept & 0xF800_F800_F800_F800
      guard !Self.hasZero(upper), !Self.hasZero(upper ^ 0xD800_D800_D800_D800) else { return false }
      store(UInt32(truncatingIfNeeded: kept & 0xFFFF), at: 0)
      store(UInt32(truncatingIfNeeded: kept &>> 16 & 0xFFFF), at: 3)
      store(UInt32(truncatingIfNeeded: kept &>> 32 & 0xFFFF), at: 6)
      next += 3 &* count
      return true
    }

    /// Whether one of four numbers, each a multiple of 2048, is zero.
    @inline(__always)
    private static func hasZero(_ four: UInt64) -> Bool {
      (four &- 0x0001_0001_0001_0001) & ~four & 0x8000_8000_8000_8000 != 0
    }

    /// Stores the three bytes of a unit, and one that the next overwrites.
    @inline(__always)
    private func store(_ unit: UInt32, at place: Int) {
      let bytes = 0x8080E0 | unit >> 12 | (unit >> 6 & 0x3F) << 8 | (unit & 0x3F) << 16
      UnsafeMutableRawPointer(next + place).storeBytes(of: bytes.littleEndian, as: UInt32.self)
    }
  }
}
