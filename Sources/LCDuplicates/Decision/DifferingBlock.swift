/// A block where two aligned passages differ, with at most one character between its parts that agrees by chance.
struct DifferingBlock {
  /// What it is, as far as characters tell.
  enum Kind {
    /// Characters that only one of the passages has.
    case insertion
    /// One character for another.
    case single
    /// A numeral for one that OCR reads in its place.
    case misreadNumeral
    /// Numerals in digits that differ.
    case numeral
    /// Numerals in Han characters that differ.
    case hanNumeral
    /// What may be two names: a surname stands in or before both.
    case name
    /// Up to five other characters.
    case replacement
    /// More characters.
    case longReplacement
  }

  var kind: Kind
  /// The block in the first passage; a numeral is there whole.
  var a: Range<Int>
  /// The block in the second.
  var b: Range<Int>

  /// Whether the passages say another thing there, rather than being read or edited in another way.
  var isFact: Bool {
    switch kind {
    case .numeral, .hanNumeral, .name, .replacement: true
    case .insertion, .single, .misreadNumeral, .longReplacement: false
    }
  }

  /// Whether both passages have something there that is not the same.
  var isReplaced: Bool { kind != .insertion }

  /// The blocks of an alignment, in order. Complexity: O(runs + length of the blocks).
  static func blocks(
    _ alignment: Alignment, _ a: UnsafeBufferPointer<UInt16>, _ b: UnsafeBufferPointer<UInt16>
  ) -> [DifferingBlock] {
    var ranges: [Alignment.Gap] = []
    for gap in alignment.gaps {
      if let last = ranges.last, gap.a.lowerBound - last.a.upperBound <= 1 {
        ranges[ranges.count - 1] = .init(
          a: last.a.lowerBound..<gap.a.upperBound, b: last.b.lowerBound..<gap.b.upperBound)
      } else {
        ranges.append(gap)
      }
    }
    return ranges.map { block($0, a, b) }
  }

  private static let shortLimit = 5

  private static func block(
    _ gap: Alignment.Gap, _ a: UnsafeBufferPointer<UInt16>, _ b: UnsafeBufferPointer<UInt16>
  ) -> DifferingBlock {
    guard !gap.a.isEmpty, !gap.b.isEmpty else { return DifferingBlock(kind: .insertion, a: gap.a, b: gap.b) }
    if let numerals = numerals(gap, a, b) { return numerals }
    let longest = max(gap.a.count, gap.b.count)
    let kind: Kind =
      longest > shortLimit
      ? .longReplacement
      : longest == 1
        ? .single
        : longest < shortLimit && Surname.stands(at: gap.a.lowerBound, in: a) && Surname.stands(at: gap.b.lowerBound, in: b)
          ? .name : .replacement
    return DifferingBlock(kind: kind, a: gap.a, b: gap.b)
  }

  private static func numerals(
    _ gap: Alignment.Gap, _ a: UnsafeBufferPointer<UInt16>, _ b: UnsafeBufferPointer<UInt16>
  ) -> DifferingBlock? {
    let (first, second) = (Numeral.range(around: gap.a, in: a), Numeral.range(around: gap.b, in: b))
    guard let first, let second else { return nil }
    let (x, y) = (a[first], b[second])
    if x.count == y.count {
      if x.elementsEqual(y) { return DifferingBlock(kind: .misreadNumeral, a: first, b: second) }
      let isCertain = zip(x, y).contains { one, other in
        !Numeral.looksAlike(one, other) && Numeral.contains(one) && Numeral.contains(other)
      }
      if !isCertain { return DifferingBlock(kind: .misreadNumeral, a: first, b: second) }
    }
    return DifferingBlock(kind: x.contains(where: Numeral.isDigit) ? .numeral : .hanNumeral, a: first, b: second)
  }
}
