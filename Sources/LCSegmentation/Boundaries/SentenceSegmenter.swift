internal import CICUShim
public import LCTextModel

/// Sentences of any language that ICU knows (Unicode Standard Annex 29), with the rules of Chinese newspapers on top.
///
/// The rules beyond ICU's:
/// - a line's end is no sentence's end; a blank line is one;
/// - a closing quote or bracket belongs to the sentence before it, also when it begins the next line; an opening one to the
///   sentence after it, which straight quotes tell by counting;
/// - `……` ends a sentence; so does an ASCII full stop after a Han character, but not the one of `5.2`, of a list's number
///   (`一.`, `1.`) or of a web address;
/// - a terminator inside a title (`《谁之过？》`) or before a comma ends nothing;
/// - `；` ends a sentence when softer boundaries are asked for;
/// - in a text without capitals a full stop and a space end a sentence before a small letter, too.
///
/// Texts without any Han character are broken with ICU's list of English abbreviations (`Mr.`, `U.S.`) unless a locale is
/// given.
///
///     let text: Text = "“多好的\n日子！”他说。"
///     try SentenceSegmenter().sentences(in: text).map { text.string(in: $0.content) }
///     // ["“多好的\n日子！”", "他说。"]
public struct SentenceSegmenter: Sendable {
  private let han: BreakerPool
  private let other: BreakerPool

  /// Makes a segmenter.
  ///
  /// - Parameter locale: a locale of ICU, such as `el` (Greek sentences end at `;` too) or `de-u-ss-standard` (German, with
  ///   its abbreviations); `nil` chooses by the text.
  /// - Throws: ``SegmentationError/icu(operation:code:)`` when ICU's data is missing.
  public init(locale: String? = nil) throws(SegmentationError) {
    han = try BreakerPool(kind: LC_BREAK_SENTENCE, locale: locale ?? "")
    other = locale == nil ? try BreakerPool(kind: LC_BREAK_SENTENCE, locale: "en-u-ss-standard") : han
  }

  /// The sentences of a range of a text, which joined give it back.
  ///
  /// - Parameters:
  ///   - text: the document.
  ///   - range: UTF-16 offsets; `nil` means the whole document.
  ///   - softer: whether `；` and `;` end a sentence, too.
  /// - Complexity: O(length of the range).
  public func sentences(in text: Text, range: Range<Int>? = nil, softer: Bool = false) -> [Sentence] {
    let range = range ?? text.range
    if range.isEmpty { return [] }
    return text.units.withUnsafeBufferPointer { all in
      let flat = FlatLines(UnsafeBufferPointer(rebasing: all[range]))
      defer { flat.deallocate() }
      var scanner = SentenceScanner(flat.units, softer: softer, isLowercase: flat.isLowercase)
      (flat.hasHan ? han : other).forEachBatch(in: flat.compact) { boundaries, _ in
        for boundary in boundaries { scanner.take(boundary: Int(flat.places[Int(boundary)])) }
      }
      scanner.finish()
      return scanner.ends.withUnsafeBufferPointer { ends in
        var start = range.lowerBound
        return ends.map { end in
          let whole = start..<range.lowerBound + Int(end)
          start = whole.upperBound
          return Sentence(range: whole, content: text.trimmed(whole))
        }
      }
    }
  }
}
