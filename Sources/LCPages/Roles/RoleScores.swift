internal import LCTextModel

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

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
  /// The share of line ends that are followed by a blank line: where all are, a blank line says nothing.
  let blankShare: Double
  /// For each row the log-odds of being a heading, and of a paragraph's end before it.
  private var headings: [Double] = []
  private var breaks: [Double] = []

  init(rows: [Row], text: Text, seam: Seam) {
    self.rows = rows
    self.text = text
    self.seam = seam
    let gaps = rows.dropFirst().filter { $0.gap != .space }
    blankShare = gaps.isEmpty ? 1 : Double(gaps.count { $0.gap == .blank }) / Double(gaps.count)
    headings = rows.indices.map(heading)
    breaks = rows.indices.map { $0 == 0 ? 0 : breakScore($0) }
  }

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
    score += isInShortBlock(index) ? 1.5 : -7
    if let columnWidth = row.columnWidth {
      let missing = columnWidth - row.width
      // A full line, or one that lacks the two characters of an indent, may be of the column.
      score += missing < -2 ? 1 : missing < 0.8 || (missing > 1.3 && missing < 2.7) ? -2 : 1
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
    guard last - first < 3 else { return false }
    return rows[first...last].allSatisfy {
      !$0.traits.contains(.hasInnerEnd) && !$0.traits.contains(.endsSentence) && !$0.traits.contains(.hasDateline)
    }
  }

  /// The log-odds of a step from the role of the row before `index`.
  func step(_ previous: Role, _ role: Role, _ index: Int) -> Double {
    let traits = rows[index].traits
    switch role {
    case .furniture: return 0
    case .heading:
      guard previous.isBody else { return 0 }
      return rows[index - 1].traits.contains(.endsSentence) || rows[index - 1].traits.contains(.isField) ? 0 : -2.5
    case .credit: return rows[index].gap == .space ? -4 : 0
    case .start:
      if traits.contains(.hasDateline) { return previous.isBody ? 1 : 3 }
      let tail = traits.contains(.startsWithTail) ? -4.0 : 0
      switch previous {
      case .heading: return tail - 1.5
      case .credit: return tail
      case .furniture: return tail - 1
      default: return Self.never
      }
    case .paragraph, .continuation:
      if traits.contains(.hasDateline) { return -8 }
      guard previous.isBody else { return previous == .credit ? -5 : previous == .furniture ? -3 : Self.never }
      return role == .paragraph ? Self.logistic(breaks[index]) : Self.logistic(-breaks[index])
    }
  }

  /// The log-odds of a paragraph's end between the row before `index` and this one, both of one body.
  private func breakScore(_ index: Int) -> Double {
    let row = rows[index]
    let previous = rows[index - 1]
    if row.traits.contains(.startsInside) { return -9 }
    if row.traits.contains(.isField), row.gap != .space { return 4 }
    var score = previous.traits.contains(.endsSentence) ? 2.5 : previous.traits.contains(.isField) ? 3 : -4.5
    if row.gap == .blank { score += min(2.5, -1.5 * log(max(blankShare, 0.05))) }
    if row.gap == .space { score -= 1.5 }
    if row.traits.contains(.startsWithTail) { score -= 2 }
    if seam.wordLength(previous.range, row.range, in: text) > 0 { score -= 0.7 }
    return score + widthEvidence(previous, row, next: index + 1 < rows.count ? rows[index + 1] : nil)
  }

  /// What the widths say: a paragraph's last row is short, its first lacks the two characters of the indent.
  private func widthEvidence(_ previous: Row, _ row: Row, next: Row?) -> Double {
    var score = 0.0
    if let columnWidth = previous.columnWidth {
      let missing = columnWidth - previous.width
      score += missing > 2.5 ? 2 : missing > 1.3 ? 0.5 : -1
    }
    // A last row is short anyway: only a row that another follows shows its indent.
    if let columnWidth = row.columnWidth, let next, !row.traits.contains(.endsSentence), next.gap != .blank || blankShare > 0.5 {
      let missing = columnWidth - row.width
      if missing > 1.3, missing < 2.8 { score += 2.5 } else if missing < 0.8 { score -= 2 }
    }
    return score
  }

  private static func logistic(_ score: Double) -> Double {
    score > 30 ? 0 : -log(1 + exp(-score))
  }
}
