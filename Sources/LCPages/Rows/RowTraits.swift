internal import LCTextModel

/// What the characters of a row say about it.
struct RowTraits: OptionSet, Sendable {
  let rawValue: UInt32

  /// Ends with 。！？… and what closes after it.
  static let endsSentence = RowTraits(rawValue: 1 << 0)
  /// Starts with a mark that no paragraph starts with.
  static let startsInside = RowTraits(rawValue: 1 << 1)
  /// Has a 。 before its end.
  static let hasInnerEnd = RowTraits(rawValue: 1 << 2)
  /// Has ， or ；.
  static let hasClauses = RowTraits(rawValue: 1 << 3)
  /// Has a space between two Han characters, as headlines of two clauses have.
  static let hasHanSpace = RowTraits(rawValue: 1 << 4)
  /// Each character stands by itself: 庆 新 春.
  static let isLetterSpaced = RowTraits(rawValue: 1 << 5)
  /// Starts with 本报讯, 新华社…电 or the like.
  static let hasDateline = RowTraits(rawValue: 1 << 6)
  /// A line of names: ■ 本报记者 x, □x y 报道, (x 某某局局长).
  static let isCredit = RowTraits(rawValue: 1 << 7)
  /// The head of the page: the paper's name, numbers, date.
  static let isMasthead = RowTraits(rawValue: 1 << 8)
  /// The editors on duty.
  static let isStaff = RowTraits(rawValue: 1 << 9)
  /// The name of a column or series.
  static let isLabel = RowTraits(rawValue: 1 << 10)
  /// Starts with a field's name and a colon: 联系电话:
  static let isField = RowTraits(rawValue: 1 << 11)
  /// Its first sentence has at most four characters: the tail of another line.
  static let startsWithTail = RowTraits(rawValue: 1 << 12)
  /// Announces a notice: 启事, 公告.
  static let isNoticeTitle = RowTraits(rawValue: 1 << 13)
  /// Begins with an opening quote or bracket.
  static let startsWithOpening = RowTraits(rawValue: 1 << 14)
  /// Has digits, letters, quotes or spaces, whose widths in print differ.
  static let hasUncertainWidth = RowTraits(rawValue: 1 << 15)

  init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Complexity: O(length of the row).
  init(_ range: Range<Int>, in text: Text) {
    self = []
    let units = text.units
    guard let first = units[range].first else { return }
    if first.cannotBeginParagraph { insert(.startsInside) }
    if first.isOpening || first == 0x22 { insert(.startsWithOpening) }
    let end = Self.contentEnd(range, in: text)
    if end > range.lowerBound, units[end - 1].isSentenceEnd || Self.isFullStop(end - 1, range, in: text) {
      insert(.endsSentence)
    }
    if let stop = units[range].firstIndex(where: { $0 == 0x3002 }), stop < end - 1 {
      insert(.hasInnerEnd)
      if stop - range.lowerBound <= 4 { insert(.startsWithTail) }
    }
    if units[range].contains(where: \.isClauseMark) { insert(.hasClauses) }
    if units[range].contains(where: \.hasUncertainWidth) { insert(.hasUncertainWidth) }
    addSpacing(range, in: text)
    if Dateline.match(text, at: range.lowerBound, limit: min(text.count, range.upperBound + 60)) != nil {
      insert(.hasDateline)
    }
    if CreditLine.isCredit(range, in: text) { insert(.isCredit) }
    insert(Furniture.traits(range, in: text))
  }

  /// The end of a row before the quotes and brackets that close.
  private static func contentEnd(_ range: Range<Int>, in text: Text) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, text.units[end - 1].isClosing { end -= 1 }
    return end
  }

  /// A full stop of ASCII after a Han character, or after a Latin word.
  private static func isFullStop(_ place: Int, _ range: Range<Int>, in text: Text) -> Bool {
    guard text.units[place] == 0x2E, place > range.lowerBound + 1 else { return false }
    let before = text.units[place - 1]
    return before.isHan || (before.isLatinLetter && text.units[place - 2].isLatinLetter)
  }

  private mutating func addSpacing(_ range: Range<Int>, in text: Text) {
    var singles = 0
    var words = 0
    var length = 0
    var previous: UInt16 = 0
    var isAfterSpace = false
    for unit in text.units[range] {
      if unit.isWhiteSpace {
        if length > 0 {
          words += 1
          if length == 1 { singles += 1 }
        }
        length = 0
        isAfterSpace = true
        continue
      }
      if isAfterSpace, unit.isHan || unit.isOpening, previous.isHan || previous.isClosing { insert(.hasHanSpace) }
      length += 1
      previous = unit
      isAfterSpace = false
    }
    words += 1
    if length == 1 { singles += 1 }
    if words >= 3, singles == words, hasHan(range, in: text) { insert(.isLetterSpaced) }
  }

  private func hasHan(_ range: Range<Int>, in text: Text) -> Bool {
    text.units[range].allSatisfy { $0.isHan || $0.isWhiteSpace }
  }
}

extension UInt16 {
  /// A digit, letter, sign, quote or space; half-width marks stand for full-width ones.
  fileprivate var hasUncertainWidth: Bool {
    switch self {
    case 0x21, 0x28, 0x29, 0x2C, 0x3A, 0x3B, 0x3F: false
    case 0..<0x80, 0x2018...0x201D: true
    default: false
    }
  }
}
