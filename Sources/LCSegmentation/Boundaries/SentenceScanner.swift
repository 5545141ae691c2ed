internal import LCTextModel

/// Turns ICU's sentence boundaries into the newspaper's; see ``SentenceSegmenter`` for the rules.
///
/// One pass from left to right. ICU's boundaries say where a terminator of any language stands; the scanner finds the
/// terminators ICU does not have, keeps count of straight quotes, and moves each boundary behind the closing marks that
/// belong to it.
struct SentenceScanner {
  private let units: UnsafeBufferPointer<UInt16>
  private let softer: Bool
  private let isLowercase: Bool
  /// The ends of the sentences found so far.
  private(set) var ends = ContiguousArray<Int32>()
  /// Where the current sentence starts.
  private var start = 0
  /// All before this was looked at.
  private var place = 0
  private var isStraightQuoteOpen = false

  init(_ units: UnsafeBufferPointer<UInt16>, softer: Bool, isLowercase: Bool) {
    self.units = units
    self.softer = softer
    self.isLowercase = isLowercase
    ends.reserveCapacity(units.count / 40 + 1)
  }

  /// Takes the next boundary of ICU's.
  mutating func take(boundary: Int) {
    guard boundary > place else { return }
    var isParagraphEnd = boundary == units.count
    // Back over white space, quotes and brackets to the terminator.
    var behind = boundary
    while behind > place, units[behind - 1].isWhiteSpace || units[behind - 1].isQuoteOrBracket {
      behind -= 1
      if units[behind] == 0x0A { isParagraphEnd = true }
    }
    scan(to: behind)
    if place == behind, behind > start, !isParagraphEnd || units[behind - 1].isHanTerminator, endsSentence(behind) {
      end(behind)
    }
    if isParagraphEnd {
      scan(to: boundary)
      close(at: boundary)
      isStraightQuoteOpen = false
    }
  }

  /// Ends the last sentence.
  mutating func finish() {
    close(at: units.count)
  }

  // MARK: - Terminators that ICU does not have

  private mutating func scan(to limit: Int) {
    while place < limit {
      // Han characters and most marks: nothing to see.
      var next = place
      while next < limit, units[next] &- 0x2027 < 0xFF1B - 0x2027 { next += 1 }
      place = next
      guard place < limit else { return }
      let unit = units[place]
      switch unit {
      case 0x22:
        isStraightQuoteOpen.toggle()
        place += 1
      case 0x2026:
        let dots = run(of: 0x2026, from: place)
        if dots - place >= 2 { end(dots) } else { place = dots }
      case 0x2E:
        let dots = run(of: 0x2E, from: place)
        if dots == place + 1, isHanFullStop(place) || isLowercaseFullStop(place) { end(dots) } else { place = dots }
      case 0x3B, 0xFF1B:
        if softer { end(place + 1) } else { place += 1 }
      default:
        place += 1
      }
    }
  }

  private func run(of unit: UInt16, from place: Int) -> Int {
    var end = place
    while end < units.count, units[end] == unit { end += 1 }
    return end
  }

  /// Whether the ASCII full stop at `dot` stands for 。: a Han character before it, and neither a web address nor the
  /// number of a list.
  private func isHanFullStop(_ dot: Int) -> Bool {
    guard dot > start, units[dot - 1].isHan, !isListNumber(upTo: dot) else { return false }
    guard dot + 1 < units.count else { return true }
    let next = units[dot + 1]
    return !(next >= 0x61 && next <= 0x7A)
  }

  /// Whether the full stop at `dot` ends a sentence of a text without capitals: white space after it, and before it a word
  /// of two letters or more that is no abbreviation, a number, or a closing mark.
  private func isLowercaseFullStop(_ dot: Int) -> Bool {
    guard isLowercase, dot > start, dot + 1 < units.count, units[dot + 1].isWhiteSpace || units[dot + 1] == 0x22 else {
      return false
    }
    var first = dot
    while first > start, units[first - 1].isLatinLetter { first -= 1 }
    if first == dot { return units[dot - 1].isDecimalDigit || units[dot - 1].isQuoteOrBracket || units[dot - 1] == 0x25 }
    return dot - first >= 2 && !Self.abbreviations.contains(String(decoding: units[first..<dot], as: UTF16.self))
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "st", "vs", "no", "co", "inc", "ltd", "jr", "sr", "prof", "gen", "rep", "sen", "gov", "etc",
  ]

  // MARK: - Terminators that end nothing

  /// Whether what stands before `behind`, a terminator by ICU's rules, ends a sentence here.
  private func endsSentence(_ behind: Int) -> Bool {
    let terminator = units[behind - 1]
    let next = behind < units.count ? units[behind] : 0x20
    if next == 0x300B || next == 0x3009 { return false }  // 》〉: the title asks or calls, not the sentence
    switch terminator {
    case 0x2E, 0xFF0E: return !isListNumber(upTo: behind - 1) && !isInsideAddress(behind)
    case 0x21, 0x3F: return !isInsideAddress(behind)
    default: return true
    }
  }

  /// Whether letters or digits of ASCII stand on both sides of the mark before `behind`.
  private func isInsideAddress(_ behind: Int) -> Bool {
    guard behind >= 2, behind < units.count else { return false }
    return units[behind - 2].isASCIIAlphanumeric && units[behind].isASCIIAlphanumeric
  }

  /// Whether the sentence so far is but the number of a list: one or two digits, one letter, or Han numerals.
  private func isListNumber(upTo end: Int) -> Bool {
    var first = start
    while first < end, units[first].isWhiteSpace || units[first].isQuoteOrBracket { first += 1 }
    let number = units[first..<end]
    guard !number.isEmpty, number.count <= 3 else { return false }
    if number.allSatisfy(\.isHanNumeral) { return true }
    return number.count <= 2 && number.allSatisfy(\.isDecimalDigit) || number.count == 1 && number[first].isLatinLetter
  }

  // MARK: - Ending sentences

  /// Ends the sentence behind a terminator and the closing marks after it, unless a comma goes on with it.
  private mutating func end(_ behind: Int) {
    var place = behind
    while place < units.count {
      let unit = units[place]
      if unit.isHanTerminator || unit.isClosing {
        place += 1
      } else if unit == 0x22, isStraightQuoteOpen {
        isStraightQuoteOpen = false
        place += 1
      } else if let hanging = hangingMark(after: place) {
        place = hanging
      } else {
        break
      }
    }
    self.place = place
    guard place == units.count || !units[place].goesOn else { return }
    while place < units.count, units[place].isWhiteSpace {
      // The last sentence of a paragraph takes the blank line; ICU's next boundary stands behind it.
      place += 1
    }
    self.place = place
    close(at: place)
  }

  /// Where a closing mark stands after white space that is no blank line.
  private func hangingMark(after place: Int) -> Int? {
    var next = place
    while next < units.count, units[next].isWhiteSpace, units[next] != 0x0A { next += 1 }
    guard next > place, next < units.count else { return nil }
    if units[next] == 0x22 {
      // A quote before a letter of a script with spaces opens, whatever the count says.
      let isOpening = next + 1 < units.count && units[next + 1].isASCIIAlphanumeric
      return isStraightQuoteOpen && !isOpening ? next : nil
    }
    return units[next].isClosing && units[next] != 0x2019 ? next : nil
  }

  private mutating func close(at end: Int) {
    guard end > start else { return }
    // White space alone is no sentence: it belongs to the one before.
    if ends.isEmpty || !units[start..<end].allSatisfy(\.isWhiteSpace) {
      ends.append(Int32(end))
    } else {
      ends[ends.count - 1] = Int32(end)
    }
    start = end
    place = max(place, end)
  }
}

extension UInt16 {
  /// 。！？!?… and the full-width full stop.
  fileprivate var isHanTerminator: Bool {
    switch self {
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x2026, 0xFF61, 0xFF0E: true
    default: false
    }
  }

  /// A quote or bracket that closes, wherever it stands.
  fileprivate var isClosing: Bool {
    switch self {
    case 0x201D, 0x2019, 0x300D, 0x300F, 0xFF09, 0x300B, 0x3009, 0x3011, 0x3015, 0x29, 0x5D, 0x7D: true
    default: false
    }
  }

  /// A quote or bracket of either direction.
  fileprivate var isQuoteOrBracket: Bool {
    switch self {
    case 0x201C, 0x2018, 0x300C, 0x300E, 0xFF08, 0x300A, 0x3008, 0x3010, 0x3014, 0x28, 0x5B, 0x7B, 0x22, 0x27: true
    default: isClosing
    }
  }

  /// A mark that carries a sentence on: ， 、 ； ： , ; :
  fileprivate var goesOn: Bool {
    switch self {
    case 0xFF0C, 0x3001, 0xFF1B, 0xFF1A, 0x2C, 0x3B, 0x3A: true
    default: false
    }
  }

  fileprivate var isHanNumeral: Bool {
    switch self {
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E: true
    default: false
    }
  }
}
