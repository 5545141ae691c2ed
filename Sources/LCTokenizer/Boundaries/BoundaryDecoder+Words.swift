internal import LCLexicon
internal import LCTextModel

extension BoundaryDecoder {
  /// A stretch longer than this is cut behind the next sentence.
  private static let longEnough = capacity / 2

  /// Calls `body` with the words of a run of Chinese, from left to right.
  ///
  /// - Complexity: O(n).
  @inline(__always)
  func forEachWord(
    in text: UnsafeBufferPointer<UInt16>, alphabet: UnitAlphabet, _ body: (Range<Int>, Token.Kind) -> Void
  ) {
    alphabet.withNumbers { numbers in
      guard let numbers else { return }
      var place = 0
      while place < text.count {
        let start = place
        var count = 0
        var previous: UInt16 = 0
        while place < text.count {
          let character = text[place]
          let unit = numbers[Int(character)]
          place &+= 1
          if unit < UnitAlphabet.unknown, unit == previous {
            ends[count &- 1] = Int32(truncatingIfNeeded: place)
            continue
          }
          if count == Self.capacity {
            place &-= 1
            break
          }
          units[count] = unit
          ends[count] = Int32(truncatingIfNeeded: place)
          previous = unit
          count &+= 1
          if count >= Self.longEnough, character == 0x3002 { break }
        }
        decode(count: count)
        var wordStart = start
        var first = 0
        for index in 0..<count where isBoundary[index] {
          let end = Int(ends[index])
          body(wordStart..<end, Self.kind(units[first], text[wordStart], isSingle: index == first))
          wordStart = end
          first = index &+ 1
        }
      }
    }
  }

  /// What a word is made of, by its first unit.
  @inline(__always)
  private static func kind(_ unit: UInt16, _ character: UInt16, isSingle: Bool) -> Token.Kind {
    if unit == UnitAlphabet.digits { return isSingle ? .number : .word }
    if unit == UnitAlphabet.latin { return isSingle ? .latin : .word }
    return character.isHan ? .word : .punctuation
  }
}
