public import LCTextModel

/// Why a page's text was changed.
extension EditReason {
  /// Two printed lines of one paragraph joined over a line's end.
  public static let lineJoin = EditReason(rawValue: "line-join")
  /// A word of Latin letters that was divided at a line's end.
  public static let hyphenation = EditReason(rawValue: "hyphenation")
  /// A wrap that OCR turned into a space.
  public static let wrapSpace = EditReason(rawValue: "wrap-space")
  /// A space that justification left beside a number or a full-width mark.
  public static let justificationSpace = EditReason(rawValue: "justification-space")
  /// The spaces of a letter-spaced headline.
  public static let letterSpacing = EditReason(rawValue: "letter-spacing")
  /// A half-width mark in Chinese text.
  public static let punctuationWidth = EditReason(rawValue: "punctuation-width")
  /// A straight quote in Chinese text.
  public static let quote = EditReason(rawValue: "quote")

  /// All kinds of changes that pages are given.
  public static let ofPages: [EditReason] = [
    .lineJoin, .hyphenation, .wrapSpace, .justificationSpace, .letterSpacing, .punctuationWidth, .quote,
  ]
}
