public import LCTextModel

extension Text {
  /// A range as one line, as a person would print it: a line's end, with the white space around it, becomes nothing beside
  /// Chinese or Japanese characters and one space elsewhere.
  ///
  ///     Text("市委市\n政府 in\nLiaocheng").singleLine(0..<17)   // 市委市政府 in Liaocheng
  ///
  /// - Complexity: O(length of the range).
  public func singleLine(_ range: Range<Int>) -> Text {
    let content = trimmed(range)
    guard units[content].contains(where: \.isLineEnd) else {
      return content == self.range ? self : Text(units: ContiguousArray(units[content]))
    }
    var result = ContiguousArray<UInt16>()
    result.reserveCapacity(content.count)
    var place = content.lowerBound
    while place < content.upperBound {
      guard units[place].isWhiteSpace else {
        result.append(units[place])
        place += 1
        continue
      }
      var end = place
      var hasLineEnd = false
      while end < content.upperBound, units[end].isWhiteSpace {
        if units[end].isLineEnd { hasLineEnd = true }
        end += 1
      }
      if !hasLineEnd {
        result += units[place..<end]
      } else if !units[place - 1].isSetWithoutSpaces, !units[end].isSetWithoutSpaces {
        result.append(0x20)
      }
      place = end
    }
    return Text(units: result)
  }
}

extension UInt16 {
  fileprivate var isLineEnd: Bool {
    self <= 0x0D ? self >= 0x0A : self == 0x85 || self == 0x2028 || self == 0x2029
  }

  /// Whether text of this character's script has no spaces between words: Han, kana, and the marks that go with them.
  fileprivate var isSetWithoutSpaces: Bool {
    isHan || (self >= 0x3000 && self <= 0x30FF) || (self >= 0xFF00 && self <= 0xFFEF) || (self >= 0x2014 && self <= 0x2026)
      || (self >= 0x25A0 && self <= 0x25CF)
  }
}
