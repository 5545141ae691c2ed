/// Whose words: each corpus cuts Chinese in its own way.
public enum WordStandard: String, Sendable, Hashable, CaseIterable {
  /// Peking University's, with a personal name as one word.
  case news
  /// Peking University's, as the People's Daily corpus has it: surname and given name apart.
  case pku
  /// Microsoft Research's.
  case msr
  /// That of the Universal Dependencies treebank GSD.
  case gsd

  /// Its number in compiled tables.
  public var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What the lexicon knows of a word, in seven bits.
public struct WordClass: Sendable, Hashable {
  /// Bits 0–1: how common the word is, 0 for a word that only a corpus has; bit 2: a personal name; bits 3–6: whether the
  /// corpus of each standard has it.
  public var bits: UInt8

  /// Makes a class of its bits.
  public init(bits: UInt8) {
    self.bits = bits
  }

  /// Makes a class.
  public init(level: Int, isName: Bool, standards: Set<WordStandard>) {
    bits = UInt8(level & 3) | (isName ? 4 : 0)
    for standard in standards { bits |= 8 << UInt8(standard.index) }
  }

  /// How common a general dictionary says the word is, 1 to 3; 0 when it does not have it.
  public var level: Int { Int(bits & 3) }
  /// Whether it is a personal name.
  public var isName: Bool { bits & 4 != 0 }
  /// Whether the training text of a standard has it.
  public func isKnown(to standard: WordStandard) -> Bool { bits & (8 << UInt8(standard.index)) != 0 }

  /// The four bits that a standard's tables see: level, name, and whether its own text has the word.
  @inlinable
  public func view(standardIndex: Int) -> UInt8 {
    (bits & 7) | ((bits &>> UInt8(truncatingIfNeeded: 3 &+ standardIndex)) & 1) &<< 3
  }

  /// The number of views.
  public static let viewCount = 16
}
