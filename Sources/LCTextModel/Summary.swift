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

  /// What an editor should know of a summary.
  public enum Note: String, Sendable, Hashable, CaseIterable {
    /// There is no sentence.
    case noSentence = "there is no sentence"
    /// It is empty because not even a clause fits into the budget.
    case nothingFits = "no clause fits into the budget"
    /// No sentence shares anything with the query.
    case queryNotFound = "no sentence matches the query"
    /// A word that was to be in it does not stand in the text, or fits no more.
    case requiredNotFound = "a required word is not in the summary"
  }

  /// The chosen units in source order.
  public var units: [Unit]
  /// What a person would print.
  public var text: String
  /// What an editor should know of it.
  public var notes: [Note]

  /// Makes a summary.
  public init(units: [Unit], text: String, notes: [Note] = []) {
    self.units = units
    self.text = text
    self.notes = notes
  }
}
