/// A passage that repeats another, or a part of it.
public struct DuplicateMatch: Sendable, Hashable {
  /// How two passages are alike.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The same characters, white space and width aside.
    case exact
    /// The same passage with other characters here and there.
    case near
    /// One passage stands inside the other.
    case contained
    /// The lines of one passage stand among those of the other.
    case interleaved
    /// Alike but for their facts: one template filled twice, not a duplicate.
    case sameTemplate = "same_template"
  }

  /// A fact that two passages of one template do not share.
  public struct FactDifference: Sendable, Hashable {
    /// Where it stands in the first passage, in UTF-16 offsets of that passage.
    public var aRange: Range<Int>
    /// Where it stands in the second.
    public var bRange: Range<Int>

    /// Makes a difference.
    public init(aRange: Range<Int>, bRange: Range<Int>) {
      self.aRange = aRange
      self.bRange = bRange
    }
  }

  /// The number of the first passage, in the order they were given.
  public var a: Int
  /// The number of the second passage, greater than `a`.
  public var b: Int
  /// How they are alike.
  public var kind: Kind
  /// The share of the shared run's characters that agree, from 0 to 1.
  public var similarity: Double
  /// The shared run in the first passage, in UTF-16 offsets of that passage.
  public var aRange: Range<Int>
  /// The shared run in the second passage.
  public var bRange: Range<Int>
  /// The facts that differ, for ``Kind/sameTemplate``.
  public var facts: [FactDifference]

  /// Makes a match.
  public init(
    a: Int, b: Int, kind: Kind, similarity: Double, aRange: Range<Int>, bRange: Range<Int>, facts: [FactDifference] = []
  ) {
    self.a = a
    self.b = b
    self.kind = kind
    self.similarity = similarity
    self.aRange = aRange
    self.bRange = bRange
    self.facts = facts
  }
}
