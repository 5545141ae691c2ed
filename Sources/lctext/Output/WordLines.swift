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
    // A unit has at most three bytes; a word a space, and a tag at most three bytes more. A word may write one byte beyond.
    let capacity = 3 * text.count + (tags ? 5 : 1) * tokens.count + 2
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
      var place = token.start
      while place < token.end {
        let unit = units[place]
        place &+= 1
        if unit >= 0x800, unit & 0xF800 != 0xD800 {
          // Three bytes, and one that the next overwrites.
          let bytes = 0x8080E0 | UInt32(unit >> 12) | UInt32(unit >> 6 & 0x3F) << 8 | UInt32(unit & 0x3F) << 16
          UnsafeMutableRawPointer(next).storeBytes(of: bytes.littleEndian, as: UInt32.self)
          next += 3
        } else if unit < 0x80 {
          put(UInt8(truncatingIfNeeded: unit))
        } else if unit < 0x800 {
          put(UInt8(truncatingIfNeeded: 0xC0 | unit >> 6))
          put(UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F))
        } else if unit.isLeadSurrogate, place < token.end, units[place].isTrailSurrogate {
          let scalar = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(units[place] & 0x3FF))
          place &+= 1
          put(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
          put(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
          put(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
          put(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        } else {
          // An unpaired surrogate is no character: U+FFFD.
          put(0xEF)
          put(0xBF)
          put(0xBD)
        }
      }
      guard tags else { return }
      put(0x2F)
      var name = names[Int(token.tag.number)]
      while name != 0 {
        put(UInt8(truncatingIfNeeded: name))
        name >>= 8
      }
    }
  }
}
