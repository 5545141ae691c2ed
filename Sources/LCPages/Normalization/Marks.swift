internal import LCTextModel

/// Which half-width marks of a stretch of Chinese text stand for full-width ones.
struct Marks {
  private var replacements: [Int: UInt16] = [:]

  private static let full: [UInt16: UInt16] = [
    0x2C: 0xFF0C, 0x3B: 0xFF1B, 0x3A: 0xFF1A, 0x3F: 0xFF1F, 0x21: 0xFF01, 0x28: 0xFF08, 0x29: 0xFF09,
  ]

  /// - Complexity: O(length of the range).
  init(_ range: Range<Int>, in text: Text) {
    guard Self.isChineseText(range, in: text) else { return }
    var openBrackets: [Int?] = []
    var quotes: [Int] = []
    for place in range {
      let unit = text.units[place]
      switch unit {
      case 0x22: quotes.append(place)
      case 0x28:
        let isChinese = Self.isChinese(place, range, in: text)
        openBrackets.append(isChinese ? place : nil)
        if isChinese { replacements[place] = 0xFF08 }
      case 0x29:
        if let open = openBrackets.popLast() {
          if open != nil { replacements[place] = 0xFF09 }
        } else if Self.isChinese(place, range, in: text) {
          replacements[place] = 0xFF09
        }
      case 0x2C, 0x3B, 0x3A, 0x3F, 0x21:
        if Self.isChinese(place, range, in: text) { replacements[place] = Self.full[unit] }
      case 0x2E:
        if Self.isFullStop(place, range, in: text) { replacements[place] = 0x3002 }
      default: break
      }
    }
    pair(quotes, range, in: text)
  }

  /// The full-width mark for the one at an offset; `nil` when it stays.
  func replacement(at place: Int) -> UInt16? {
    replacements[place]
  }

  /// Whether a stretch has at least as many Han characters as Latin words might have.
  private static func isChineseText(_ range: Range<Int>, in text: Text) -> Bool {
    var han = 0
    var latin = 0
    for unit in text.units[range] {
      if unit.isHan { han += 1 } else if unit.isLatinLetter { latin += 1 }
    }
    return han * 5 > latin
  }

  /// The nearest characters before and behind that are no white space.
  private static func neighbours(_ place: Int, _ range: Range<Int>, in text: Text) -> (before: UInt16?, after: UInt16?) {
    (
      text.units[range.lowerBound..<place].last { !$0.isWhiteSpace },
      text.units[place + 1..<range.upperBound].first { !$0.isWhiteSpace }
    )
  }

  /// Whether a mark stands in Chinese text: a Han character or full-width mark on one side, and no figure such as 24:00 or
  /// 3,000 around it.
  private static func isChinese(_ place: Int, _ range: Range<Int>, in text: Text) -> Bool {
    let (before, after) = neighbours(place, range, in: text)
    let isDirect = place + 1 < range.upperBound && !text.units[place + 1].isWhiteSpace
    if isDirect, let before, let after, before.isASCIIWord, after.isASCIIWord { return false }
    return [before, after].contains { $0.map(\.isBesideChinese) ?? false }
  }

  private static func isFullStop(_ place: Int, _ range: Range<Int>, in text: Text) -> Bool {
    let (before, _) = neighbours(place, range, in: text)
    guard let before, before.isHan, text.units[place - 1] == before else { return false }
    return place + 1 == range.upperBound || !text.units[place + 1].isASCIIWord
  }

  /// Straight quotes open and close in turn; an odd one is taken by what stands beside it.
  private mutating func pair(_ quotes: [Int], _ range: Range<Int>, in text: Text) {
    var isOpen = false
    for place in quotes {
      let (before, after) = Self.neighbours(place, range, in: text)
      guard [before, after].contains(where: { $0.map(\.isBesideChinese) ?? false }) else { continue }
      if !quotes.count.isMultiple(of: 2) {
        if after?.separates == true {
          isOpen = true
        } else if before?.separates ?? true || before?.isOpening ?? true {
          isOpen = false
        }
      }
      replacements[place] = isOpen ? 0x201D : 0x201C
      isOpen.toggle()
    }
  }
}

extension UInt16 {
  /// A letter, digit or sign of ASCII, as in numbers and addresses.
  fileprivate var isASCIIWord: Bool {
    isASCIIAlphanumeric || self == 0x2F || self == 0x40 || self == 0x2D
  }

  /// Han characters, full-width marks, and the half-width marks that stand between them in scans.
  fileprivate var isBesideChinese: Bool {
    isIdeographic || isCreditMark || self == 0x22 || self == 0x25 || self == 0x28 || self == 0x29
  }

  /// A mark between clauses, sentences or names.
  fileprivate var separates: Bool { isSentenceEnd || isClauseMark || self == 0x3001 }
}
