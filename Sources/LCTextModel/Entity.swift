/// Something that a text names: a span of whole words.
public struct Entity: Sendable, Hashable {
  /// What is named.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A person.
    case person
    /// A place.
    case place
    /// An office, a company, a party, a school.
    case organization
    /// A date or a time of day.
    case date
    /// A number with its unit.
    case quantity
    /// A work or document, in its title marks.
    case title
  }

  /// What it is.
  public var kind: Kind
  /// Where it stands, in UTF-16 offsets.
  public var range: Range<Int>

  /// Makes an entity.
  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
