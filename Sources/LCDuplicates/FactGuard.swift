internal import LCTextModel

/// Tells a copy with misread characters from a template filled with other facts: 3月5日 and 3月6日, two prices, two dates.
///
/// Facts are numerals, in digits or in Han characters. In the blocks where two passages differ, a numeral on both sides
/// that is not the same is a differing fact; OCR takes a digit for another too, so that one alone does not decide.
struct FactGuard {
  private let units: ContiguousArray<UInt16>

  init(_ folded: FoldedPassages) {
    units = folded.units
  }

  /// The facts that differ, as ranges of the two stretches.
  func differences(_ alignment: Alignment, _ a: Range<Int>, _ b: Range<Int>) -> [(a: Range<Int>, b: Range<Int>)] {
    alignment.gaps.compactMap { gap in
      guard !gap.a.isEmpty, !gap.b.isEmpty else { return nil }
      let first = numeral(around: gap.a, in: a)
      let second = numeral(around: gap.b, in: b)
      guard let first, let second else { return nil }
      return (first, second)
    }
  }

  /// The numeral that a differing block lies in or is, grown to both sides; `nil` when the block holds none.
  private func numeral(around gap: Range<Int>, in passage: Range<Int>) -> Range<Int>? {
    let stretch = passage.lowerBound + gap.lowerBound..<passage.lowerBound + gap.upperBound
    guard units[stretch].allSatisfy(Self.isNumeral) else { return nil }
    var start = stretch.lowerBound
    var end = stretch.upperBound
    while start > passage.lowerBound, Self.isNumeral(units[start - 1]) { start -= 1 }
    while end < passage.upperBound, Self.isNumeral(units[end]) { end += 1 }
    return start - passage.lowerBound..<end - passage.lowerBound
  }

  private static func isNumeral(_ unit: UInt16) -> Bool {
    if unit.isDecimalDigit { return true }
    switch unit {
    // 〇一二三四五六七八九十百千万亿两
    case 0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343, 0x4E07, 0x4EBF,
      0x4E24:
      return true
    default: return false
    }
  }
}
