internal import CICUShim
public import LCTextModel

/// Words of any language, as ICU finds them (Unicode Standard Annex 29, with dictionaries for Chinese, Japanese, Thai, Lao,
/// Khmer and Burmese).
///
/// ICU's words differ between its versions: do not rely on them where a result must stay the same.
public struct WordSegmenter: Sendable {
  private let pool: BreakerPool

  /// Makes a segmenter for a locale (`zh`, `th`, …); the empty one has the rules that all languages share.
  ///
  /// - Throws: ``SegmentationError/icu(operation:code:)`` when ICU's data is missing.
  public init(locale: String = "") throws(SegmentationError) {
    pool = try BreakerPool(kind: LC_BREAK_WORD, locale: locale)
  }

  /// The tokens of a range of a text, which joined give it back. Their tag is what their kind implies.
  ///
  /// - Parameters:
  ///   - text: the document.
  ///   - range: UTF-16 offsets; `nil` means the whole document.
  /// - Complexity: O(length of the range).
  public func tokens(in text: Text, range: Range<Int>? = nil) -> [Token] {
    let range = range ?? text.range
    return text.units.withUnsafeBufferPointer { all in
      let units = UnsafeBufferPointer(rebasing: all[range])
      var tokens: [Token] = []
      tokens.reserveCapacity(units.count / 2)
      var start = 0
      pool.forEachBatch(in: units) { boundaries, rules in
        for (boundary, rule) in zip(boundaries, rules) {
          let end = Int(boundary)
          let kind = Self.kind(of: rule, units[start], units[end - 1])
          tokens.append(Token(range.lowerBound + start..<range.lowerBound + end, kind: kind))
          start = end
        }
      }
      return tokens
    }
  }

  /// ICU's rule status says number, letters, kana or ideographs; the rest is punctuation or white space.
  private static func kind(of rule: Int32, _ first: UInt16, _ last: UInt16) -> Token.Kind {
    switch rule {
    case 100..<200: .number
    case 200..<300: first.isLatinLetter || last.isLatinLetter ? .latin : .word
    case 300...: .word
    default: first.isWhiteSpace || first < 0x20 || first == 0x7F ? .space : .punctuation
    }
  }
}
