internal import LCLexicon

/// The features that sentences are scored by for a summary: their numbers and names.
///
/// Each is a number from 0 to 1; lengths, places and centrality are steps, so that a linear model can bend.
enum SentenceFeature {
  static let places = ["first", "second", "third", "4_to_6", "7_to_10", "later"]
  static let parts = ["fifth_1", "fifth_2", "fifth_3", "fifth_4", "fifth_5"]
  static let lengthLimits = [8, 15, 25, 40, 60, 85, 115, 150, 200, 300]
  /// Centrality as a share of the greatest of the text, in tenths.
  static let tenths = (0...10).map(String.init)
  /// Words that sentences begin with; what begins with some leans on what stands before it.
  static let starts = [
    "但", "而", "并", "因此", "所以", "由于", "为了", "据", "在", "对", "从", "其中", "这", "该", "他", "她", "也", "还", "通过", "根据", "记者", "目前", "同时",
    "近日", "日前", "今天", "此外", "会议", "习近平", "我们", "要", "but", "and", "he", "she", "it", "they", "the", "\"",
  ]

  static let place = 0
  static let last = place + places.count
  static let part = last + 1
  static let paragraphStart = part + parts.count
  static let length = paragraphStart + 1
  static let centrality = length + lengthLimits.count + 1
  static let density = centrality + tenths.count
  static let centroid = density + tenths.count
  static let relativeLength = centroid + tenths.count
  static let sharedSteps = relativeLength + tenths.count
  static let shared = sharedSteps + tenths.count
  static let cosineSteps = shared + 1
  static let cosines = cosineSteps + tenths.count
  static let textCosineSteps = cosines + 1
  static let centralityShare = textCosineSteps + tenths.count
  static let toEarlier = centralityShare + 1
  static let toLater = toEarlier + 1
  static let leadOverlap = toLater + 1
  static let rarity = leadOverlap + 1
  static let digits = rarity + 1
  static let quotes = digits + 1
  static let bookTitle = quotes + 1
  static let colon = bookTitle + 1
  static let start = colon + 1
  /// The number of plain features. Each counts once more by the size of the text.
  static let plainCount = start + starts.count

  /// The names, by number.
  static let names = RankingFeatures.names(bySize: plainNames)

  private static let plainNames: [String] =
    places.map { "place_\($0)" } + ["place_last"] + parts.map { "place_\($0)" } + ["starts_paragraph"]
    + lengthLimits.map { "length_\($0)" } + ["length_more"] + tenths.map { "centrality_\($0)" } + tenths.map { "density_\($0)" }
    + tenths.map { "centroid_\($0)" } + tenths.map { "relative_length_\($0)" }
    + tenths.map { "shared_\($0)" } + ["shared"] + tenths.map { "cosine_\($0)" } + ["cosine"]
    + tenths.map { "cosine_to_text_\($0)" } + ["centrality"]
    + ["like_earlier", "like_later", "overlap_with_first", "rare_in_text", "digits", "quotes", "book_title", "colon"]
    + starts.map { "starts_\($0)" }
}
