internal import CLexicon
public import LCTextModel

/// How much more often two characters stand side by side than chance would have it: a model of which text goes on how.
public struct CharacterPairs: Sendable {
  private let counts: DocumentFrequency
  /// Pairs that were met less often are left out of the table.
  static let leastCount = 5
  /// The scores that nothing goes below and above.
  private static let bounds = -3.0...6.0
  /// The score of a pair of rare characters that is not in the table: measured on text that was not counted.
  private static let unseen = -1.0

  /// The pairs that the program carries (`lexicons/pairs.tsv`).
  ///
  /// - Throws: ``LexiconError`` when the program was built with a lexicon of another format.
  public static func embedded() throws(LexiconError) -> CharacterPairs {
    let file = lc_lexicon_pairs()
    return CharacterPairs(
      counts: try DocumentFrequency(embedded: UnsafeRawBufferPointer(start: file.bytes, count: file.count)))
  }

  /// The logarithm of how much more often `right` follows `left` than chance would have it, from -3 to 6; 0 for characters
  /// that are not known. Complexity: O(1).
  public func score(_ left: UInt16, _ right: UInt16) -> Double {
    let (left, right) = (Self.folded(left), Self.folded(right))
    let first = BoundaryLayout.prefixHash(0, left)
    let alone = (counts.count(hash: first), counts.count(hash: BoundaryLayout.prefixHash(0, right)))
    guard alone.0 > 0, alone.1 > 0 else { return 0 }
    let expected = Double(alone.0) * Double(alone.1) / Double(counts.documentCount)
    let found = counts.count(hash: BoundaryLayout.prefixHash(first, right))
    // Of a pair that is not in the table it is known only that it was met less often than those that are.
    if found == 0 {
      return min(Self.unseen, max(Self.bounds.lowerBound, Mathematics.logarithm(0.4 * Double(Self.leastCount) / expected)))
    }
    return min(max(Mathematics.logarithm(Double(found) / expected), Self.bounds.lowerBound), Self.bounds.upperBound)
  }

  /// Digits are one character, so are letters; marks and quotes are those of ASCII.
  static func folded(_ unit: UInt16) -> UInt16 {
    let narrow = unit.halfWidth
    switch narrow {
    case 0x30...0x39: return 0x30
    case 0x41...0x5A, 0x61...0x7A: return 0x61
    case 0x201C, 0x201D: return 0x22
    default: return narrow
    }
  }
}

/// Counts the pairs of characters of texts.
public struct CharacterPairCounting: Sendable {
  private var pairs: [UInt32: Int] = [:]
  private var characters: [UInt16: Int] = [:]
  private var total = 0

  /// Makes a count of nothing.
  public init() {}

  /// Adds a text; white space is passed over. Complexity: O(n).
  public mutating func add(_ text: Text) {
    var previous: UInt16?
    for unit in text.units where !unit.isWhiteSpace {
      let unit = CharacterPairs.folded(unit)
      total += 1
      characters[unit, default: 0] += 1
      if let previous { pairs[UInt32(previous) << 16 | UInt32(unit), default: 0] += 1 }
      previous = unit
    }
  }

  /// The text of `pairs.tsv`. Complexity: O(p log p) for p pairs.
  public var table: String {
    var rows: [(units: [UInt16], count: Int)] = characters.map { ([$0.key], $0.value) }
    for (pair, count) in pairs { rows.append(([UInt16(pair >> 16), UInt16(pair & 0xFFFF)], count)) }
    rows.removeAll { row in
      row.count < CharacterPairs.leastCount || row.units.contains { $0.isLeadSurrogate || $0.isTrailSurrogate || $0 < 0x21 }
    }
    rows.sort { $0.units.lexicographicallyPrecedes($1.units) }
    var text = """
      # How often characters, and pairs of neighbouring ones, stand in a collection of news; see PROVENANCE.md and Guides/Pages.md.
      # characters<TAB>count; the first row, of no character, is the number of all characters. Digits are 0, letters a.
      \t\(total)

      """
    for row in rows { text += "\(String(decoding: row.units, as: UTF16.self))\t\(row.count)\n" }
    return text
  }
}
