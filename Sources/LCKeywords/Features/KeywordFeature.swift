internal import LCLexicon
internal import LCTextModel

/// The features that keywords are scored by: their numbers and names.
///
/// Each is a number from 0 to about 1. What has a natural scale is given as steps, so that a linear model can bend.
enum KeywordFeature {
  static let counts = ["1", "2", "3", "4_5", "6_9", "10_or_more"]
  static let lengths = ["2", "3", "4", "5", "6", "7_8", "9_or_more"]
  static let classes = KeywordWordClass.allCases.map(\.name)

  static let count = 0
  static let logCount = count + counts.count
  static let rarity = logCount + 1
  static let rarityLeast = rarity + 1
  static let rarityMost = rarityLeast + 1
  static let unknown = rarityMost + 1
  static let entities = Entity.Kind.allCases.map(\.rawValue)
  static let entity = unknown + 1
  static let relativeWeight = entity + entities.count
  static let firstSentence = relativeWeight + 1
  static let firstSentences = firstSentence + 1
  static let firstParagraph = firstSentences + 1
  static let firstPosition = firstParagraph + 1
  static let logFirst = firstPosition + 1
  static let lastPosition = logFirst + 1
  static let spread = lastPosition + 1
  static let sentenceShare = spread + 1
  static let startsSentence = sentenceShare + 1
  static let orderInSentence = startsSentence + 1
  static let length = orderInSentence + 1
  static let wordCount = length + lengths.count
  static let firstClass = wordCount + 4
  static let lastClass = firstClass + classes.count
  static let singleClass = lastClass + classes.count
  static let insideLonger = singleClass + classes.count
  static let shareOfRarest = insideLonger + 1
  static let shareOfCommonest = shareOfRarest + 1
  static let cohesion = shareOfCommonest + 1
  static let repeatedPhrase = cohesion + 1
  static let quoted = repeatedPhrase + 1
  static let bookTitle = quoted + 1
  static let behindOf = bookTitle + 1
  static let beforeOf = behindOf + 1
  static let inTitle = beforeOf + 1
  static let titlePhrase = inTitle + 1
  static let startsTitle = titlePhrase + 1
  static let onlyInTitle = startsTitle + 1
  static let isCapitalized = onlyInTitle + 1
  static let endings = ["ing", "ed", "ly", "ion", "ics", "s", "al", "er", "ive"]
  static let ending = isCapitalized + 1
  static let firstEnding = ending + endings.count
  static let firstSentenceLong = firstEnding + endings.count
  /// The number of plain features. Each counts once more by the size of the document: what is short repeats little, and its
  /// headline takes more of it.
  static let plainCount = firstSentenceLong + 1

  /// The names, by number.
  static let names = RankingFeatures.names(bySize: plainNames)

  private static let plainNames: [String] =
    counts.map { "count_\($0)" } + [
      "log_count", "rarity", "rarity_least", "rarity_most", "unknown_to_background",
    ] + entities.map { "entity_\($0)" } + [
      "relative_tf_idf", "first_sentence",
      "first_three_sentences", "first_paragraph", "first_position", "log_first_position", "last_position", "spread",
      "share_of_sentences", "starts_sentence", "order_in_sentence",
    ] + lengths.map { "length_\($0)" } + (1...4).map { "words_\($0)" } + classes.map { "first_word_\($0)" }
    + classes.map { "last_word_\($0)" } + classes.map { "only_word_\($0)" } + [
      "inside_longer", "share_of_rarest_word", "share_of_commonest_word", "cohesion", "repeated_phrase", "quoted", "book_title",
      "behind_of", "before_of", "in_title", "phrase_in_title", "starts_title", "only_in_title", "capitalized",
    ] + endings.map { "ends_in_\($0)" } + endings.map { "first_ends_in_\($0)" } + ["phrase_in_first_sentence"]
}

extension Entity.Kind {
  /// Its number in ``Entity/Kind/allCases``.
  var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
