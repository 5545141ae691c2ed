public import LCLexicon
internal import LCTextModel

/// How well tables that were just learned cut and tag text they did not learn from.
public struct HeldOutScore: Sendable {
  /// The words of the text.
  public private(set) var goldCount = 0
  /// The words that were found.
  public private(set) var foundCount = 0
  /// Those of them that the text has.
  public private(set) var rightCount = 0
  /// The words of the text that got its tag when they were cut as it has them.
  public private(set) var rightTagCount = 0

  /// The harmonic mean of precision and recall of words (F1).
  public var f1: Double { 2 * Double(rightCount) / Double(max(goldCount + foundCount, 1)) }
  /// The share of words with the right tag.
  public var tagAccuracy: Double { Double(rightTagCount) / Double(max(goldCount, 1)) }

  /// Scores tables on a text.
  ///
  /// - Parameters:
  ///   - corpus: the text with its words.
  ///   - tags: what tags the words; `nil` when the text has none.
  /// - Throws: ``SegmentationError`` when ICU's data is missing.
  /// - Complexity: O(n).
  public init(_ corpus: SegmentedCorpus, _ tables: BoundaryTables, tags: TagTables? = nil) throws {
    let tokenizer = try Tokenizer(tables: tables)
    let tagger = tags.map { Tagger(tables: $0, boundaries: tables) }
    for line in corpus.lines {
      let text = Text(units: ContiguousArray(line.flatMap(\.units)))
      var gold: [Token] = []
      var start = 0
      for word in line {
        gold.append(Token(start..<start + word.units.count, kind: Self.kind(of: word.units[0])))
        start += word.units.count
      }
      let found = Set(tokenizer.tokens(in: text).filter { $0.kind != .space }.map(\.range))
      goldCount += gold.count
      foundCount += found.count
      rightCount += gold.count { found.contains($0.range) }
      guard let tagger else { continue }
      text.units.withUnsafeBufferPointer { tagger.tag(&gold, in: $0) }
      rightTagCount += zip(gold, line).count { $0.tag.rawValue == $1.tag }
    }
  }

  private static func kind(of unit: UInt16) -> Token.Kind {
    unit.isHan ? .word : unit.isASCIIAlphanumeric ? (unit < 0x3A ? .number : .latin) : .punctuation
  }
}
