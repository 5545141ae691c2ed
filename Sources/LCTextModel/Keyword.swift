/// A keyword of a document.
public struct Keyword: Sendable, Hashable {
  /// What one feature added to a keyword's score.
  public struct Contribution: Sendable, Hashable {
    /// The feature's name, in snake_case.
    public var feature: String
    /// What it added.
    public var value: Double

    /// Makes a contribution.
    public init(feature: String, value: Double) {
      self.feature = feature
      self.value = value
    }
  }

  /// The keyword as it stands at its first place.
  public var text: String
  /// Its score; comparable within one document and one method only.
  public var score: Double
  /// All its places, in UTF-16 offsets, in order.
  public var ranges: [Range<Int>]
  /// How the score came about, in a fixed order.
  public var contributions: [Contribution]

  /// The number of times it occurs.
  public var count: Int { ranges.count }

  /// Makes a keyword.
  public init(text: String, score: Double, ranges: [Range<Int>], contributions: [Contribution] = []) {
    self.text = text
    self.score = score
    self.ranges = ranges
    self.contributions = contributions
  }
}
