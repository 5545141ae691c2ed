internal import LCLexicon
internal import LCTextModel

extension BoundaryDecoder {
  /// A full stop, where a run that is too long for one stretch is cut.
  private static let fullStop: UInt16 = 0x3002

  /// Calls `body` with the words of a run of Chinese, from left to right.
  ///
  /// - Complexity: O(n).
  @inline(__always)
  func forEachWord(
    in text: UnsafeBufferPointer<UInt16>, alphabet: UnitAlphabet, _ body: (Range<Int>, Token.Kind) -> Void
  ) {
    alphabet.withNumbers { numbers in
      guard let numbers, let base = text.baseAddress else { return }
      var start = 0
      while start < text.count {
        let end = Self.end(of: base, from: start, text.count)
        let wordCount = decode(count: read(base, start..<end, numbers))
        let (units, ends, words) = (units, ends, words)
        var wordStart = start
        var first = 0
        for number in 0..<wordCount {
          let last = Int(words[number])
          let end = Int(ends[last])
          body(
            Range(uncheckedBounds: (wordStart, end)), Self.kind(units[first], base[wordStart], isSingle: first == last))
          wordStart = end
          first = last &+ 1
        }
        start = end
      }
    }
  }

  /// Where the stretch ends that begins at a place: with the text, or behind a sentence in the second half of what fits.
  @inline(__always)
  private static func end(of text: UnsafePointer<UInt16>, from start: Int, _ count: Int) -> Int {
    if count &- start <= capacity { return count }
    var end = start &+ capacity
    while end > start &+ capacity / 2, text[end &- 1] != fullStop { end &-= 1 }
    return end > start &+ capacity / 2 ? end : start &+ capacity
  }

  /// Turns a range of a text into units.
  ///
  /// - Returns: the number of units.
  @inline(__always)
  private func read(_ text: UnsafePointer<UInt16>, _ range: Range<Int>, _ numbers: UnsafePointer<UInt16>) -> Int {
    let (units, ends) = (units, ends)
    var count = 0
    var previous: UInt16 = 0
    for place in range {
      let unit = numbers[Int(text[place])]
      // Digits are one unit, and so are Latin letters.
      let index = unit < UnitAlphabet.unknown && unit == previous ? count &- 1 : count
      units[index] = unit
      ends[index] = Int32(truncatingIfNeeded: place &+ 1)
      previous = unit
      count = index &+ 1
    }
    return count
  }

  /// What a word is made of, by its first unit.
  @inline(__always)
  private static func kind(_ unit: UInt16, _ character: UInt16, isSingle: Bool) -> Token.Kind {
    if unit <= UnitAlphabet.latin {
      if unit == UnitAlphabet.digits { return isSingle ? .number : .word }
      if unit == UnitAlphabet.latin { return isSingle ? .latin : .word }
    }
    return character.isHan ? .word : .punctuation
  }
}
