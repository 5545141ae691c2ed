internal import LCTextModel

/// An article as rows, before its text is cleaned.
struct ArticleDraft {
  var headings: [Row] = []
  var credits: [Row] = []
  var body: PageSections.Body
  var dateline: Dateline?
}

/// Gives each body its headings and credits.
struct ArticleGrouping {
  private(set) var drafts: [ArticleDraft]
  /// Headings and credits without a body.
  private(set) var leftOver: [Row] = []

  init(_ sections: PageSections, _ direction: HeadlineDirection, in text: Text) {
    drafts = sections.bodies.map { body in
      let first = body.paragraphs.first?.first
      return ArticleDraft(
        body: body, dateline: first.flatMap { Dateline.match(text, at: $0.range.lowerBound, limit: $0.range.upperBound + 80) })
    }
    for (number, between) in sections.between.enumerated() {
      add(between, previous: number - 1, next: number, direction, in: text)
    }
    linkLabels()
  }

  /// Gives labels that stand alone, such as 编后, to the first text behind them that has a heading but neither dateline nor
  /// names: the text may stand far off.
  private mutating func linkLabels() {
    for label in leftOver where label.traits.contains(.isLabel) {
      let draft = drafts.indices.first { number in
        let draft = drafts[number]
        guard draft.dateline == nil, draft.credits.isEmpty, !draft.headings.isEmpty,
          let start = draft.body.paragraphs.first?.first?.range.lowerBound
        else { return false }
        return start > label.range.lowerBound && !draft.headings.contains { $0.traits.contains(.isLabel) }
      }
      guard let draft else { continue }
      drafts[draft].headings.insert(label, at: 0)
      leftOver.removeAll { $0.range == label.range }
    }
  }

  private mutating func add(
    _ between: PageSections.Between, previous: Int, next: Int, _ direction: HeadlineDirection, in text: Text
  ) {
    let hasPrevious = drafts.indices.contains(previous)
    let hasNext = drafts.indices.contains(next)
    switch direction {
    case .before:
      let (headings, title) = Self.withoutPictureTitle(between.headings)
      leftOver += title
      if hasNext { drafts[next].headings += headings } else { leftOver += headings }
      for row in between.creditsBehind { credit(row, hasNext ? next : hasPrevious ? previous : nil) }
      // Credits before the headings end what stands above; alone between two bodies, a mark's side tells.
      for row in between.creditsBefore {
        let closes = !between.headings.isEmpty || !hasNext || closesArticle(row, previous: previous, next: next, in: text)
        credit(row, closes && hasPrevious ? previous : hasNext ? next : nil)
      }
    case .after:
      // A label below a headline is of what follows.
      var headings = between.headings
      while hasPrevious, headings.count > 1, let last = headings.last, last.traits.contains(.isLabel) {
        leftOver.append(headings.removeLast())
      }
      if hasPrevious { drafts[previous].headings += headings } else { leftOver += headings }
      for (number, row) in between.creditsBefore.enumerated() {
        let isOfNext = !hasPrevious || (hasNext && drafts[previous].dateline != nil) || number > 0
        credit(row, isOfNext ? (hasNext ? next : nil) : previous)
      }
      for row in between.creditsBehind { credit(row, hasNext ? next : hasPrevious ? previous : nil) }
    }
  }

  /// The blank lines that OCR leaves where a picture stands.
  private static let pictureGap = 3

  /// The headings of an article, and a line behind them and a picture: the picture's title.
  private static func withoutPictureTitle(_ headings: [Row]) -> (headings: [Row], title: [Row]) {
    guard headings.count >= 2, let last = headings.last else { return (headings, []) }
    let before = headings[headings.count - 2]
    let isBehindPicture = last.line - before.line > pictureGap && last.block == before.block + 1
    return isBehindPicture ? (Array(headings.dropLast()), [last]) : (headings, [])
  }

  private mutating func credit(_ row: Row, _ draft: Int?) {
    if let draft { drafts[draft].credits.append(row) } else { leftOver.append(row) }
  }

  /// Whether a credit between two bodies, with no heading about, is the end of the first: a sign-off in brackets, or a
  /// reporter's name when the next body has its own dateline.
  private func closesArticle(_ row: Row, previous: Int, next: Int, in text: Text) -> Bool {
    guard drafts.indices.contains(previous) else { return false }
    let first = text.units[row.range].first
    if first == 0x28 || first == 0xFF08 { return true }
    return drafts[next].dateline != nil && drafts[previous].dateline == nil
  }
}
