internal import LCTextModel

/// Tells news from commentary, captions and notices.
enum ArticleKinds {
  private static let longestCaption = 280
  private static let opinion: [Pattern] = ["评论", "时评", "大家谈", "短评", "编后", "随笔", "论坛", "杂谈", "评论员"]

  static func kind(_ draft: ArticleDraft, in text: Text) -> Article.Kind {
    if isNotice(draft) { return .notice }
    if draft.dateline != nil { return .news }
    if isCaption(draft, in: text) { return .caption }
    let labels = draft.headings.map(\.range) + draft.credits.map(\.range)
    if labels.contains(where: { text.hasAny(opinion, in: $0) }) { return .commentary }
    if draft.credits.contains(where: { CreditLine.isReporter($0.range, in: text) }) { return .news }
    return draft.headings.isEmpty && draft.credits.isEmpty ? .news : .commentary
  }

  private static func isNotice(_ draft: ArticleDraft) -> Bool {
    if draft.headings.contains(where: { $0.traits.contains(.isNoticeTitle) }) { return true }
    let starts = draft.body.paragraphs.compactMap(\.first)
    return starts.count >= 2 && starts.count { $0.traits.contains(.isField) } * 2 > starts.count
  }

  /// A short text with a credit of its own, or one that says what the picture shows.
  private static func isCaption(_ draft: ArticleDraft, in text: Text) -> Bool {
    let length = draft.body.rows.reduce(0) { $0 + $1.range.count }
    guard length <= longestCaption, draft.body.paragraphs.count <= (draft.headings.isEmpty ? 4 : 2) else { return false }
    let isMarked = draft.credits.contains { text.units[$0.range].first?.isCreditMark == true }
    return (isMarked && !draft.credits.contains { text.hasAny(opinion, in: $0.range) })
      || draft.body.rows.contains { PictureText.names($0.range, in: text) }
  }
}
