/// A token of a text: a word, a number, a punctuation mark or a run of white space. The tokens of a text, joined, give
/// the text back.
public struct Token: Sendable, Hashable {
  /// What a token is made of.
  public enum Kind: UInt8, Sendable, Hashable {
    /// A word of any script but Latin.
    case word
    /// A number: digits, with the marks inside it.
    case number
    /// A word in Latin letters.
    case latin
    /// Punctuation and symbols.
    case punctuation
    /// White space and controls.
    case space
  }

  // Texts have fewer than 2³¹ units.
  @usableFromInline var storedStart: UInt32
  @usableFromInline var storedEnd: UInt32
  /// What it is made of.
  public var kind: Kind
  /// Its part of speech.
  public var tag: PartOfSpeech

  /// Makes a token of a range in UTF-16 offsets.
  @inlinable
  public init(_ range: Range<Int>, kind: Kind, tag: PartOfSpeech? = nil) {
    storedStart = UInt32(truncatingIfNeeded: range.lowerBound)
    storedEnd = UInt32(truncatingIfNeeded: range.upperBound)
    self.kind = kind
    self.tag = tag ?? PartOfSpeech(of: kind)
  }

  /// Where it stands, in UTF-16 offsets.
  @inlinable public var range: Range<Int> { Int(storedStart)..<Int(storedEnd) }
  /// Its first UTF-16 offset.
  @inlinable public var start: Int { Int(storedStart) }
  /// The UTF-16 offset after its last unit.
  @inlinable public var end: Int { Int(storedEnd) }
  /// The number of its UTF-16 units.
  @inlinable public var count: Int { end - start }
}

/// A part of speech, in the tag set of the People's Daily corpus (Peking University, 1998).
public enum PartOfSpeech: String, Sendable, Hashable, CaseIterable {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case a, ad, an, b, c, d, e, f, g, h, i, j, k, l, m, n, nr, ns, nt, nx, nz, o, p, q, r, s, t, u, v, vd, vn, w, y, z
  // Morphemes that are no words by themselves: of an adjective, a distinguishing word, an adverb, a numeral, a noun, a
  // pronoun, a time, a verb, a modal particle.
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  case Ag, Bg, Dg, Mg, Ng, Rg, Tg, Vg, Yg
  /// A string whose part of speech nobody has said: the tag of words that no model has tagged.
  case x
}

extension PartOfSpeech {
  /// Its number in ``allCases``.
  public var number: UInt8 {
    // Cases without values are stored as their numbers, in the order they are declared.
    unsafeBitCast(self, to: UInt8.self)
  }

  /// The tag that a token's kind alone implies: `m` for numbers, `nx` for Latin words, `w` for punctuation.
  @inlinable
  public init(of kind: Token.Kind) {
    switch kind {
    case .number: self = .m
    case .latin: self = .nx
    case .punctuation: self = .w
    case .word, .space: self = .x
    }
  }
}
