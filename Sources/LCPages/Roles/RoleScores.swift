internal import LCLexicon
internal import LCTextModel

/// What a row can be in the course of a page.
enum Role: Int, CaseIterable {
  /// A line above or below an article: headline, kicker, sub-line, label.
  case heading
  /// A line of names by itself.
  case credit
  /// The first row of an article's body or of a caption.
  case start
  /// The first row of a further paragraph.
  case paragraph
  /// A row that continues the one before.
  case continuation
  /// A row of the masthead or the staff box.
  case furniture

  var isBody: Bool { self == .start || self == .paragraph || self == .continuation }
}

/// The log-odds of roles of rows and of steps from one role to the next.
///
/// The numbers were set by hand on three annotated pages and looked at on two others; what each gives is in
/// `Guides/Pages.md`.
struct RoleScores {
  let rows: [Row]
  let text: Text
  let seam: Seam
  private let torn: Set<Int>
  /// The share of line ends that are followed by a blank line: where all are, a blank line says nothing.
  let blankShare: Double
  /// Whether most lines of the scan stand apart, so that a blank line behind one does not end it.
  let linesStandApart: Bool
  /// For each row the log-odds of being a heading, and of a paragraph's end before it, the row before being no first one.
  private var headings: [Double] = []
  private var breaks: [Double] = []
  /// The same where the row before is the first of its paragraph.
  private var breaksBehindFirst: [Double] = []

  /// - Parameter breaks: the offsets of rows that do not go on with the row before.
  init(rows: [Row], text: Text, seam: Seam, breaks torn: Set<Int> = []) {
    self.torn = torn
    self.rows = rows
    self.text = text
    self.seam = seam
    // Where wraps have become spaces, those are the line ends without a blank line.
    let gaps = rows.dropFirst()
    let lines = gaps.filter { $0.gap != .space }
    linesStandApart = 2 * lines.count { $0.gap == .blank } > lines.count
    blankShare = gaps.isEmpty ? 1 : Double(gaps.count { $0.gap == .blank }) / Double(gaps.count)
    headings = rows.indices.map(heading)
    breaks = [0]
    breaksBehindFirst = [0]
    for index in rows.indices.dropFirst() {
      let scores = breakScores(index)
      breaks.append(scores.plain)
      breaksBehindFirst.append(scores.behindFirst)
    }
  }

  /// The indent of a paragraph's first row, in ems.
  private static let indent = 2.0
  /// What is never right.
  static let never = -1000.0

  /// The log-odds of a role, whatever the row before is.
  func emission(_ role: Role, _ index: Int) -> Double {
    let traits = rows[index].traits
    let isFurniture = traits.contains(.isMasthead) || traits.contains(.isStaff)
    switch role {
    case .furniture: return isFurniture ? 8 : Self.never
    case .credit: return traits.contains(.isCredit) ? 8 : Self.never
    case .heading: return headings[index]
    case .start, .paragraph, .continuation: return isFurniture ? -4 : 0
    }
  }

  private func heading(_ index: Int) -> Double {
    let row = rows[index]
    let traits = row.traits
    if traits.contains(.isCredit) || traits.contains(.hasDateline) || traits.contains(.startsInside) { return -12 }
    if row.gap == .space { return -4 }
    var score = 0.5
    if traits.contains(.hasClauses) { score -= 4 }
    if traits.contains(.hasInnerEnd) { score -= 8 }
    if traits.contains(.endsSentence) { score -= 6 }
    if traits.contains(.isField) { score -= 4 }
    if traits.contains(.hasHanSpace) || traits.contains(.isLetterSpaced) { score += 1.5 }
    if traits.contains(.isLabel) || traits.contains(.isNoticeTitle) { score += 1.5 }
    if row.width > 26 { score -= 0.5 }
    if row.width > 40 { score -= 3 }
    if traits.contains(.isNoticeTitle), index + 1 < rows.count, rows[index + 1].traits.contains(.isField) { score += 3 }
    score += isInShortBlock(index) ? 1.5 : -7
    if let size = row.size { score += size > 1.4 ? 4 : size < 1.2 ? -1 : 0 }
    if let columnWidth = row.columnWidth {
      let missing = columnWidth - row.width
      // A full line, or one that lacks the two characters of an indent, may be of the column.
      score += missing < -2 ? 1 : missing < 0.8 || (missing > 1.3 && missing < 3.3) ? -2 : 1
    } else if row.width <= 26 {
      // Where lines are whole paragraphs a short one is rarely of a body.
      score += 1
    }
    return score
  }

  /// Whether the row's block has at most three rows that all could be of a headline.
  private func isInShortBlock(_ index: Int) -> Bool {
    let block = rows[index].block
    var first = index
    var last = index
    while first > 0, rows[first - 1].block == block, index - first <= 3 { first -= 1 }
    while last + 1 < rows.count, rows[last + 1].block == block, last - index <= 3 { last += 1 }
    // A headline and its article's first words on one line.
    if index == first, index < last, rows[index + 1].gap == .space, rows[index + 1].traits.contains(.hasDateline) { return true }
    // A notice's title stands right above its fields.
    if index == first, rows[index].traits.contains(.isNoticeTitle), index < last, rows[index + 1].traits.contains(.isField) {
      return true
    }
    guard last - first < 3 else { return false }
    return rows[first...last].allSatisfy { $0.traits.isDisjoint(with: [.hasInnerEnd, .endsSentence, .hasDateline]) }
      && (first == last || rows[first...last].allSatisfy { !$0.traits.contains(.hasClauses) })
  }

  /// The log-odds of a step from the role of the row before `index`.
  func step(_ previous: Role, _ role: Role, _ index: Int) -> Double {
    let traits = rows[index].traits
    switch role {
    case .furniture: return 0
    case .heading:
      guard previous.isBody else { return 0 }
      return rows[index - 1].traits.contains(.endsSentence) || rows[index - 1].traits.contains(.isField) ? 0 : -2.5
    case .credit: return rows[index].gap == .space && !startsWithMark(index) ? -4 : 0
    case .start:
      if traits.contains(.hasDateline) { return previous.isBody ? 1 : 3 }
      let tail = traits.contains(.startsWithTail) ? -4.0 : 0
      switch previous {
      case .heading: return tail - 2.5
      case .credit: return tail
      case .furniture: return tail - 1
      default: return Self.never
      }
    case .paragraph, .continuation:
      if traits.contains(.hasDateline) { return -8 }
      guard previous.isBody else { return previous == .credit ? -5 : previous == .furniture ? -3 : Self.never }
      let score = previous == .continuation ? breaks[index] : breaksBehindFirst[index]
      return Self.logistic(role == .paragraph ? score : -score)
    }
  }

  private func startsWithMark(_ index: Int) -> Bool {
    text.units[rows[index].range].first?.isCreditMark == true
  }

  /// The log-odds of a paragraph's end between the row before `index` and this one, both of one body; and the same when the
  /// row before is the first of its paragraph, and lacks the indent in width.
  private func breakScores(_ index: Int) -> (plain: Double, behindFirst: Double) {
    let row = rows[index]
    let previous = rows[index - 1]
    if torn.contains(row.range.lowerBound) { return (9, 9) }
    if row.traits.contains(.startsInside) { return (-9, -9) }
    if row.traits.contains(.isField), row.gap != .space { return (4, 4) }
    let isFinished = previous.traits.contains(.endsSentence)
    var score = isFinished ? 2.5 : previous.traits.contains(.isField) ? 3 : -5
    if row.gap == .blank { score += min(isFinished ? 2.5 : 0.8, -1.5 * Mathematics.logarithm(max(blankShare, 0.05))) }
    if row.gap == .space { score -= 2 }
    if row.traits.contains(.startsWithTail) { score -= 2 }
    if seam.pairScore(previous.range, row.range, in: text) > 0, seam.wordLength(previous.range, row.range, in: text) > 0 {
      score -= 0.7
    }
    let indent = indentEvidence(index)
    guard isFinished, let columnWidth = previous.columnWidth else { return (score + indent, score + indent) }
    let missing = columnWidth - previous.width
    let isSure = !previous.traits.contains(.hasUncertainWidth)
    return (
      score + Self.shortness(missing, isSure) + indent, score + Self.shortness(missing - Self.indent, isSure) + indent
    )
  }

  /// What it says of a finished row that so many ems are missing to its column's width: a paragraph's last row has any length,
  /// but other rows are full.
  ///
  /// - Parameter isSure: whether the row's width is known well.
  private static func shortness(_ missing: Double, _ isSure: Bool) -> Double {
    if missing > 2.5 { return 2 }
    if missing > 1.3 { return 0.5 }
    return isSure ? -3.5 : -2
  }

  /// Whether a row lacks the two characters of an indent. A last row is short anyway: only a row that goes on shows it.
  func indentEvidence(_ index: Int) -> Double {
    let row = rows[index]
    // What was measured needs no guess.
    if let measured = row.indent, index > 0, rows[index - 1].block == row.block || measured > 0 {
      return measured > 1.2 && measured < 4 ? 4 : measured < 0.6 ? -2.5 : 0
    }
    guard let columnWidth = row.columnWidth, index + 1 < rows.count, !row.traits.contains(.endsSentence) else { return 0 }
    guard rows[index + 1].gap != .blank || linesStandApart else { return 0 }
    let missing = columnWidth - row.width
    // Digits, letters and quotes are set in widths that the text does not tell.
    let certainty = row.traits.contains(.hasUncertainWidth) ? 0.4 : 1
    if missing > 1.3, missing < 3.3 { return (missing < 2.8 ? 3 : 1.5) * certainty }
    return missing < 0.8 ? -2 * certainty : 0
  }

  private static func logistic(_ score: Double) -> Double {
    score > 30 ? 0 : -Mathematics.logarithm(1 + Mathematics.exponential(-score))
  }
}
