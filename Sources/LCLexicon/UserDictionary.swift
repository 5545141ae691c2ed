internal import LCTextModel

/// Words that a user wants whole, whatever the tokenizer would say.
///
/// A line is a word, and behind it a frequency and a tag if wanted: with tabs between, or, where a line has no tab, with
/// spaces (`云计算 5 n`). Words may hold spaces, Latin letters and symbols. Lines that begin with `#` and empty ones are left
/// out.
///
///     let dictionary = UserDictionary(text: "摘星夺旗\nUEFA Champions League\t3\tnz\n")
///     dictionary.count   // 2
public struct UserDictionary: Sendable {
  /// A line that cannot be used.
  public struct Problem: Sendable, Hashable {
    /// The line, from 1.
    public var line: Int
    /// What is wrong with it.
    public var reason: String
  }

  /// A word of the dictionary in a text.
  public struct Match: Sendable, Hashable {
    /// Where it stands, in the offsets of the text that was searched.
    public var range: Range<Int>
    /// Its tag, if the dictionary gives one.
    public var tag: String?
  }

  private struct Entry {
    var word: [UInt16]
    var tag: String?
  }

  /// The longest word that is taken, in UTF-16 units.
  public static let longestWord = 64

  private var entries: [Entry] = []
  private var numbers: [UInt64: Int] = [:]
  /// The lengths of the words that begin with a unit, longest first.
  private var lengths: [UInt16: [Int]] = [:]
  /// The lines that cannot be used.
  public private(set) var problems: [Problem] = []

  /// The number of words.
  public var count: Int { entries.count }

  /// Reads a dictionary. Complexity: O(n).
  public init(text: String) {
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if line.allSatisfy(\.isWhitespace) || line.first == "#" { continue }
      add(line, number + 1)
    }
    for (first, list) in lengths { lengths[first] = Array(Set(list)).sorted(by: >) }
  }

  private mutating func add(_ line: Substring, _ number: Int) {
    var fields = line.contains("\t") ? line.split(separator: "\t", omittingEmptySubsequences: false) : Self.spaced(line)
    let word = fields.removeFirst().drop(while: \.isWhitespace).trimmedSuffix
    var tag: String?
    for field in fields.map({ $0.filter { !$0.isWhitespace } }) where !field.isEmpty {
      if Self.isTag(field) {
        tag = field
      } else if Double(field) == nil {
        problems.append(Problem(line: number, reason: "'\(field)' is neither a frequency nor a tag"))
        return
      }
    }
    let units = Array(word.utf16)
    if units.isEmpty {
      problems.append(Problem(line: number, reason: "no word"))
    } else if units.count > Self.longestWord {
      problems.append(Problem(line: number, reason: "a word of \(units.count) characters; at most \(Self.longestWord) are taken"))
    } else if units.contains(0xFFFD) || units.contains(where: { $0 < 0x20 }) {
      problems.append(Problem(line: number, reason: "the word holds a character that no text has"))
    } else {
      numbers[Self.hash(units[...])] = entries.count
      lengths[units[0], default: []].append(units.count)
      entries.append(Entry(word: units, tag: tag))
    }
  }

  /// A line with spaces: what looks like a frequency or a tag at its end is one.
  private static func spaced(_ line: Substring) -> [Substring] {
    var word = line.trimmedSuffix
    var fields: [Substring] = []
    while fields.count < 2, let space = word.lastIndex(of: " ") {
      let last = word[word.index(after: space)...]
      guard
        Double(last) != nil || (fields.isEmpty && isTag(String(last)) && word[..<space].contains { $0.isNumber || !$0.isASCII })
      else { break }
      fields.insert(last, at: 0)
      word = word[..<space].trimmedSuffix
    }
    return [word] + fields
  }

  /// Whether a field is a tag: one to three Latin letters.
  private static func isTag(_ field: String) -> Bool {
    field.utf8.count <= 3 && !field.isEmpty && field.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
  }

  private static func hash(_ word: some Sequence<UInt16>) -> UInt64 {
    word.reduce(0, BoundaryLayout.prefixHash)
  }

  /// The words in a text, from left to right, at each place the longest; none cuts a run of Latin letters or digits.
  ///
  /// - Complexity: O(n · longest word).
  public func matches(in text: UnsafeBufferPointer<UInt16>) -> [Match] {
    var matches: [Match] = []
    var place = 0
    while place < text.count {
      if let match = match(in: text, at: place) {
        matches.append(match)
        place = match.range.upperBound
      } else {
        place += 1
      }
    }
    return matches
  }

  private func match(in text: UnsafeBufferPointer<UInt16>, at start: Int) -> Match? {
    guard let lengths = lengths[text[start]], !Self.isInsideRun(text, start) else { return nil }
    for length in lengths where start + length <= text.count {
      let range = start..<start + length
      guard let number = numbers[Self.hash(text[range])], entries[number].word.elementsEqual(text[range]) else { continue }
      if !Self.isInsideRun(text, range.upperBound) { return Match(range: range, tag: entries[number].tag) }
    }
    return nil
  }

  /// Whether letters, or digits, stand on both sides of a place, or the halves of one character.
  private static func isInsideRun(_ text: UnsafeBufferPointer<UInt16>, _ place: Int) -> Bool {
    guard place > 0, place < text.count else { return false }
    let (before, after) = (text[place - 1], text[place])
    if before.isLeadSurrogate, after.isTrailSurrogate { return true }
    guard before.isASCIIAlphanumeric, after.isASCIIAlphanumeric else { return false }
    return before.isDecimalDigit == after.isDecimalDigit
  }
}

extension Substring {
  /// Without white space at its end.
  fileprivate var trimmedSuffix: Substring {
    var result = self
    while result.last?.isWhitespace == true { result.removeLast() }
    return result
  }
}
