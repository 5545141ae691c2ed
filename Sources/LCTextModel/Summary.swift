/// An extractive summary: units of the text, in the text's order.
public struct Summary: Sendable, Hashable {
  /// A sentence, or a run of clauses, that was chosen.
  public struct Unit: Sendable, Hashable {
    /// Where it stands, in UTF-16 offsets, without white space at its ends.
    public var range: Range<Int>
    /// Its score; comparable within one document and one method only.
    public var score: Double

    /// Makes a unit.
    public init(range: Range<Int>, score: Double) {
      self.range = range
      self.score = score
    }
  }

  /// The chosen units in source order.
  public var units: [Unit]
  /// What a person would print.
  public var text: String

  /// Makes a summary.
  public init(units: [Unit], text: String) {
    self.units = units
    self.text = text
  }
}
