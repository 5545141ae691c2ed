internal import LCText

/// How the parts of a document are marked up.
protocol DigestMarkup {
  /// What stands before all, with the issue's name and keywords, and behind all.
  func head(_ title: String, _ keywords: [String]) -> String
  var tail: String { get }
  /// An entry of the contents.
  func entry(_ headline: String, anchor: String) -> String
  /// What stands around all entries of the contents.
  func contents(_ entries: String) -> String
  func page(_ name: String) -> String
  func article(_ parts: ArticleParts) -> String
  func repeated(_ places: [String], _ excerpt: String) -> String
}

/// What is said of an article.
struct ArticleParts {
  var anchor: String
  var headline: String
  var kicker: String?
  var subheadline: String?
  var byline: String?
  var kind: String?
  var lines: String
  var keywords: [String]
  var summary: String
  var paragraphs: [String]
  /// The scan's lines it was made of, with their numbers.
  var scan: [(number: Int, text: String)]
  /// What an editor should look at.
  var flags: [String]
}

/// An issue as a document for a person: contents, the articles with their scans beside them, and what repeats.
final class DigestDocument: IssueWriter {
  private let name: String?
  private let markup: any DigestMarkup
  private let body = Spool()
  private let entries = Spool()
  private var pages: [(id: String, text: Text)] = []
  private var number = 0

  init(_ name: String?, _ markup: any DigestMarkup) throws {
    self.name = name
    self.markup = markup
  }

  func add(_ document: Document, _ digest: PageDigest) throws {
    pages.append((document.id, document.text))
    let index = PositionIndex(document.text)
    try body.write(markup.page(document.id).utf8)
    for article in digest.articles {
      number += 1
      let parts = parts(of: article, document.text, index)
      try entries.write(markup.entry(parts.headline, anchor: parts.anchor).utf8)
      try body.write(markup.article(parts).utf8)
    }
    let matches = digest.page.duplicates.map(\.match).filter { $0.kind != .sameTemplate }
    for group in DuplicateClusters(matches).groups {
      let ranges = group.map { digest.page.blocks[$0].range }
      let places = ["\(document.id) \(LineList.text(ranges, index))"]
      try body.write(markup.repeated(places, Excerpting.start(of: document.text, ranges[0], count: 36)).utf8)
    }
  }

  private func parts(of digest: ArticleDigest, _ text: Text, _ index: PositionIndex) -> ArticleParts {
    let article = digest.article
    let spans = [article.kicker, article.headline, article.subheadline, article.body].compactMap { $0?.spans }.joined()
      .sorted { $0.lowerBound < $1.lowerBound }
    var scan: [(number: Int, text: String)] = []
    for span in spans {
      let first = index.line(utf16: span.lowerBound)
      for (offset, line) in text.string(in: span).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if !line.allSatisfy(\.isWhitespace) { scan.append((first + offset, String(line))) }
      }
    }
    return ArticleParts(
      anchor: "a\(number)", headline: article.headline?.string ?? "(no headline)", kicker: article.kicker?.string,
      subheadline: article.subheadline?.string, byline: article.byline?.string,
      kind: article.kind == .news ? nil : article.kind.rawValue, lines: LineList.text(spans, index, bridged: 1),
      keywords: digest.keywords.map(\.text), summary: digest.summary.text,
      paragraphs: article.paragraphs.map(\.excerpt.string), scan: scan,
      flags: article.paragraphs.contains(where: \.isTruncated) ? ["truncated"] : [])
  }

  func finish(_ keywords: [IssueKeyword], _ duplicates: [IssueDuplicate], to file: OutputFile) throws {
    try file.write(markup.head(name ?? "lctext", keywords.map(\.text)))
    let (before, after) = Self.around(markup.contents("\u{0}"))
    try file.write(before)
    try entries.copy(to: file)
    try file.write(after)
    try body.copy(to: file)
    for repeated in RepeatedPassage.all(duplicates, pages) { try file.write(markup.repeated(repeated.places, repeated.excerpt)) }
    try file.write(markup.tail)
  }

  private static func around(_ text: String) -> (String, String) {
    let parts = text.split(separator: "\u{0}", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return (parts[0], parts.count > 1 ? parts[1] : "")
  }
}

/// Markdown.
struct MarkdownMarkup: DigestMarkup {
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>#|".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  func head(_ title: String, _ keywords: [String]) -> String {
    "# \(Self.escaped(title))\n\n" + (keywords.isEmpty ? "" : keywords.map(Self.escaped).joined(separator: " · ") + "\n\n")
  }

  var tail: String { "" }

  func entry(_ headline: String, anchor: String) -> String { "- [\(Self.escaped(headline))](#\(anchor))\n" }

  func contents(_ entries: String) -> String { entries + "\n" }

  func page(_ name: String) -> String { "## \(Self.escaped(name))\n\n" }

  func article(_ parts: ArticleParts) -> String {
    var text = "<a id=\"\(parts.anchor)\"></a>\n\n"
    if let kicker = parts.kicker { text += "*\(Self.escaped(kicker))*\n\n" }
    text += "### \(Self.escaped(parts.headline))\n\n"
    if let line = parts.subheadline { text += "**\(Self.escaped(line))**\n\n" }
    let facts = [parts.kind, parts.byline, parts.lines] + parts.flags.map(Optional.some)
    text += facts.compactMap { $0.map(Self.escaped) }.joined(separator: " · ") + "\n\n"
    if !parts.keywords.isEmpty { text += parts.keywords.map(Self.escaped).joined(separator: " · ") + "\n\n" }
    if !parts.summary.isEmpty { text += "> \(Self.escaped(parts.summary))\n\n" }
    return text
  }

  func repeated(_ places: [String], _ excerpt: String) -> String {
    "- repeated: \(places.map(Self.escaped).joined(separator: " = ")) \(Self.escaped(excerpt))\n\n"
  }
}

/// One page of HTML that needs nothing else: no network, no script.
struct HTMLMarkup: DigestMarkup {
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      // Controls are no characters of HTML.
      case "\u{0}"..<"\u{9}", "\u{B}"..<"\u{20}", "\u{7F}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let style = """
    :root{color-scheme:light dark}
    body{font:17px/1.7 "Noto Serif CJK SC","Songti SC",SimSun,serif;max-width:64em;margin:2em auto;padding:0 1em}
    h1,h2,h3,nav,footer,.facts,.keywords,summary,.scan,.repeated{font-family:"Noto Sans CJK SC","PingFang SC",sans-serif}
    h2{font-size:1em;color:#777;border-top:1px solid #999;padding-top:1em;margin-top:3em}
    h3{font-size:1.35em;line-height:1.35;margin:.2em 0}
    .kicker,.subline{margin:0;color:#555}.facts,.keywords{font-size:.8em;color:#777;margin:.2em 0}
    .digest{border-left:4px solid #b22;padding-left:1em}
    .flag{background:#b22;color:#fff;padding:0 .5em;border-radius:.3em}
    article{margin:2em 0}details{margin:.5em 0}summary{cursor:pointer;font-size:.85em;color:#777}
    .beside{display:grid;grid-template-columns:1fr 1fr;gap:2em}.scan{font-size:.8em;color:#777;margin:0;padding-left:3em}
    .body p{text-indent:2em;margin:.3em 0}.repeated{font-size:.85em;color:#b22}
    @media(max-width:40em){.beside{grid-template-columns:1fr}}
    @media print{details{display:none}nav{page-break-after:always}article{page-break-inside:avoid}}
    """

  func head(_ title: String, _ keywords: [String]) -> String {
    """
    <!DOCTYPE html>
    <html lang="zh"><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Self.escaped(title))</title><style>
    \(Self.style)
    </style></head><body>
    <h1>\(Self.escaped(title))</h1>
    <p class="keywords">\(keywords.map(Self.escaped).joined(separator: " · "))</p>

    """
  }

  var tail: String { "</body></html>\n" }

  func entry(_ headline: String, anchor: String) -> String {
    "<li><a href=\"#\(anchor)\">\(Self.escaped(headline))</a></li>\n"
  }

  func contents(_ entries: String) -> String { "<nav><ol>\n\(entries)</ol></nav>\n" }

  func page(_ name: String) -> String { "<h2>\(Self.escaped(name))</h2>\n" }

  func article(_ parts: ArticleParts) -> String {
    var text = "<article id=\"\(parts.anchor)\">\n"
    if let kicker = parts.kicker { text += "<p class=\"kicker\">\(Self.escaped(kicker))</p>\n" }
    text += "<h3>\(Self.escaped(parts.headline))</h3>\n"
    if let line = parts.subheadline { text += "<p class=\"subline\">\(Self.escaped(line))</p>\n" }
    let facts = [parts.kind, parts.byline, parts.lines].compactMap { $0.map(Self.escaped) }
    let flags = parts.flags.map { "<span class=\"flag\">\(Self.escaped($0))</span>" }
    text += "<p class=\"facts\">\((facts + flags).joined(separator: " · "))</p>\n"
    if !parts.keywords.isEmpty {
      text += "<p class=\"keywords\">\(parts.keywords.map(Self.escaped).joined(separator: " · "))</p>\n"
    }
    if !parts.summary.isEmpty { text += "<p class=\"digest\">\(Self.escaped(parts.summary))</p>\n" }
    text += "<details><summary>\(Self.escaped(parts.lines))</summary><div class=\"beside\"><div class=\"body\">\n"
    for paragraph in parts.paragraphs { text += "<p>\(Self.escaped(paragraph))</p>\n" }
    text += "</div><ol class=\"scan\">\n"
    for line in parts.scan { text += "<li value=\"\(line.number)\">\(Self.escaped(line.text))</li>\n" }
    return text + "</ol></div></details>\n</article>\n"
  }

  func repeated(_ places: [String], _ excerpt: String) -> String {
    "<p class=\"repeated\">\(places.map(Self.escaped).joined(separator: " = ")): \(Self.escaped(excerpt))</p>\n"
  }
}
