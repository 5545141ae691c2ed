internal import LCText

/// How the parts of a digest are written for a person.
protocol DigestMarkup: Sendable {
  /// What stands before all.
  func head(_ head: IssueHead) -> String
  /// What stands around the contents, and a page and an article in them.
  var contents: (start: String, end: String) { get }
  func contentsPage(_ name: String, _ number: Int) -> String
  func entry(_ parts: ArticleParts) -> String
  /// A page's name, what belongs to none of its articles, and what stands behind it.
  func page(_ name: String, _ number: Int) -> String
  func rest(_ pieces: [ScanPiece]) -> String
  /// An article; one that was told before; and where the others of its copies stand.
  func article(_ parts: ArticleParts) -> String
  func copy(_ parts: ArticleParts) -> String
  func copies(_ places: [DigestPlace]) -> String
  /// A photograph's text.
  func caption(_ parts: ArticleParts) -> String
  /// A passage that stands at several places.
  func repeated(_ passage: RepeatedPassage, isOnOnePage: Bool) -> String
  var tail: String { get }
}

/// What is said of an issue before its articles.
struct IssueHead {
  var name: String?
  var masthead: Masthead
  var keywords: [String]

  /// The masthead's facts, as a person writes them.
  var facts: [String] {
    let weekdays = ["一", "二", "三", "四", "五", "六", "日"]
    var day = masthead.day.map { "\($0.year)年\($0.month)月\($0.day)日" }
    if let weekday = masthead.weekday { day = (day.map { $0 + " " } ?? "") + "星期\(weekdays[weekday - 1])" }
    if masthead.weekdayAgrees == false { day = day.map { $0 + " (!)" } }
    return [
      masthead.paper, day, masthead.issueNumber.map { "第\($0)期" }, masthead.pageCount.map { "\($0)版" },
    ].compactMap { $0 }
  }
}

/// What is said of an article.
struct ArticleParts {
  static let noHeadline = "(no headline)"
  var anchor: String
  var number: Int
  var headline: String
  /// What the contents call it.
  var title: String
  var kicker: String?
  var subheadline: String?
  var byline: String?
  var kind: String?
  var lines: String
  var keywords: [String]
  var summary: String
  var paragraphs: [String]
  /// The scan's lines it was made of.
  var scan: [ScanLine]
  /// What an editor should look at.
  var flags: [String]
}

/// A line of a scan; `anchor` is `nil` where the line was shown before.
struct ScanLine {
  var number: Int
  var anchor: String?
  var text: String
}

/// A part of a page that belongs to no article.
struct ScanPiece {
  var kind: String
  var lines: [ScanLine]
}

/// A place in an issue, as a person reads it, and its anchor in the document.
struct DigestPlace {
  var label: String
  var anchor: String
}

/// A passage that stands at several places of an issue, told once with all of them.
struct RepeatedPassage {
  var places: [DigestPlace]
  var excerpt: String
}
