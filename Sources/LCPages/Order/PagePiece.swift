internal import LCTextModel

/// A block of a page as a piece that may stand in the wrong place: what it begins and ends with.
struct PagePiece {
  /// Its rows, as numbers of the page's.
  var rows: Range<Int>
  /// Whether all of it is of a body; other pieces stay where they are.
  var isBody: Bool
  /// Whether it begins an article: with a dateline, or right behind a heading.
  var beginsArticle: Bool
  /// Whether its last sentence is unfinished.
  var isOpen: Bool
  /// The log-odds that its first row begins a paragraph, by its indent.
  var startEvidence: Double
  /// The width of its column in ems, where its rows tell it.
  var columnWidth: Double?
  /// The width of its first row.
  var firstWidth: Double

  private static let widest = 50.0
  /// How much of the score of a sentence's first character counts.
  private static let openingShare = 0.5

  /// The pieces of a page. Complexity: O(rows).
  static func pieces(_ scores: RoleScores, _ roles: [Role]) -> [PagePiece] {
    var pieces: [PagePiece] = []
    var start = 0
    let rows = scores.rows
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].block == rows[start].block { end += 1 }
      pieces.append(piece(start..<end, scores, roles))
      start = end
    }
    return pieces
  }

  private static func piece(_ range: Range<Int>, _ scores: RoleScores, _ roles: [Role]) -> PagePiece {
    let rows = scores.rows[range]
    let (first, last) = (scores.rows[range.lowerBound], scores.rows[range.upperBound - 1])
    let evidence =
      first.traits.contains(.hasDateline)
      ? 9
      : scores.indentEvidence(range.lowerBound) + SentenceOpening.evidence(first.range, in: scores.text)
        + min(max(openingShare * scores.seam.openingScore(first.range, in: scores.text), -1.5), 1.5)
    let isOpen = roles[range.upperBound - 1].isBody && !last.traits.contains(.endsSentence)
    // Rows that go on are full but for an indent; a last one may be short.
    // One in which wraps were not found is too wide to tell anything.
    let widths = rows.dropLast().map(\.width).sorted()
    var width = widths.isEmpty ? nil : widths[widths.count / 2]
    if isOpen, last.width <= (width ?? widest) + 3 {
      width = max(width ?? 0, last.width + (rows.count == 1 && evidence > 0 ? 2 : 0))
    }
    return PagePiece(
      rows: range, isBody: range.allSatisfy { roles[$0].isBody },
      beginsArticle: roles[range.lowerBound] == .start || first.traits.contains(.hasDateline),
      isOpen: isOpen, startEvidence: evidence, columnWidth: width, firstWidth: first.width)
  }
}
