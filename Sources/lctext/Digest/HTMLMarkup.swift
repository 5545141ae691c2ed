internal import LCText

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
    .body p{text-indent:2em;margin:.3em 0}.repeated{font-size:.85em;color:#b22}.repeated a{color:inherit}
    nav h2{margin:1em 0 0;border:0;padding:0}nav ol{margin:.2em 0}.copy h3{font-size:1em;color:#777}li:target{background:#fd6;color:#000}
    @media(max-width:40em){.beside{grid-template-columns:1fr}}
    @media print{details{display:none}nav{page-break-after:always}article{page-break-inside:avoid}}
    """

  func head(_ head: IssueHead) -> String {
    let title = head.name ?? head.masthead.paper ?? "lctext"
    let facts = head.facts.isEmpty ? "" : "<p class=\"facts\">\(list(head.facts))</p>\n"
    let keywords = head.keywords.isEmpty ? "" : "<p class=\"keywords\">\(list(head.keywords))</p>\n"
    return """
      <!DOCTYPE html>
      <html lang="zh"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Self.escaped(title))</title><style>
      \(Self.style)
      </style></head><body>
      <h1>\(Self.escaped(title))</h1>
      \(facts)\(keywords)

      """
  }

  private func list(_ items: [String]) -> String { items.map(Self.escaped).joined(separator: " · ") }

  var contents: (start: String, end: String) { ("<nav>\n", "</ol></nav>\n") }

  func contentsPage(_ name: String, _ number: Int) -> String {
    "\(number > 1 ? "</ol>" : "")<h2><a href=\"#p\(number)\">\(Self.escaped(name))</a></h2><ol>\n"
  }

  func entry(_ parts: ArticleParts) -> String {
    "<li value=\"\(parts.number)\"><a href=\"#\(parts.anchor)\">\(Self.escaped(parts.title))</a></li>\n"
  }

  func page(_ name: String, _ number: Int) -> String { "<h2 id=\"p\(number)\">\(Self.escaped(name))</h2>\n" }

  func rest(_ pieces: [ScanPiece]) -> String {
    if pieces.isEmpty { return "" }
    var text = "<details><summary>in no article</summary><ol class=\"scan\">\n"
    for piece in pieces { text += scan(piece.lines, of: piece.kind) }
    return text + "</ol></details>\n"
  }

  func article(_ parts: ArticleParts) -> String {
    var text = "<article id=\"\(parts.anchor)\">\n"
    if let kicker = parts.kicker { text += "<p class=\"kicker\">\(Self.escaped(kicker))</p>\n" }
    text += "<h3>\(Self.escaped(parts.headline))</h3>\n"
    if let line = parts.subheadline { text += "<p class=\"subline\">\(Self.escaped(line))</p>\n" }
    let facts = [parts.kind, parts.byline, parts.lines].compactMap { $0.map(Self.escaped) }
    let flags = parts.flags.map { "<span class=\"flag\">\(Self.escaped($0))</span>" }
    text += "<p class=\"facts\">\((facts + flags).joined(separator: " · "))</p>\n"
    if !parts.keywords.isEmpty { text += "<p class=\"keywords\">\(list(parts.keywords))</p>\n" }
    if !parts.summary.isEmpty { text += "<p class=\"digest\">\(Self.escaped(parts.summary))</p>\n" }
    return text + unfolding(parts) + "</article>\n"
  }

  /// The article beside the lines of its scan.
  private func unfolding(_ parts: ArticleParts) -> String {
    var text = "<details><summary>\(Self.escaped(parts.lines))</summary><div class=\"beside\"><div class=\"body\">\n"
    for paragraph in parts.paragraphs { text += "<p>\(Self.escaped(paragraph))</p>\n" }
    return text + "</div><ol class=\"scan\">\n\(scan(parts.scan))</ol></div></details>\n"
  }

  private func scan(_ lines: [ScanLine], of kind: String? = nil) -> String {
    var text = ""
    for line in lines {
      let anchor = line.anchor.map { " id=\"\($0)\"" } ?? ""
      let kind = kind.map { "<span class=\"flag\">\(Self.escaped($0))</span> " } ?? ""
      text += "<li value=\"\(line.number)\"\(anchor)>\(kind)\(Self.escaped(line.text))</li>\n"
    }
    return text
  }

  func copy(_ parts: ArticleParts) -> String {
    "<article id=\"\(parts.anchor)\" class=\"copy\">\n<h3>\(Self.escaped(parts.headline))</h3>\n\(unfolding(parts))</article>\n"
  }

  func copies(_ places: [DigestPlace]) -> String {
    "<p class=\"repeated\">also: \(places.map(link).joined(separator: " = "))</p>\n"
  }

  private func link(_ place: DigestPlace) -> String {
    "<a href=\"#\(place.anchor)\">\(Self.escaped(place.label))</a>"
  }

  func caption(_ parts: ArticleParts) -> String {
    let title = parts.headline == ArticleParts.noHeadline ? "" : "<h3>\(Self.escaped(parts.headline))</h3>\n"
    return
      "<article id=\"\(parts.anchor)\" class=\"copy\">\n\(title)<p class=\"facts\">photo</p>\n\(unfolding(parts))</article>\n"
  }

  func repeated(_ passage: RepeatedPassage, isOnOnePage: Bool) -> String {
    let list = (isOnOnePage ? "lines " : "") + passage.places.map(link).joined(separator: isOnOnePage ? ", " : " = ")
    return "<p class=\"repeated\">repeated: \(list) \(Self.escaped(passage.excerpt))</p>\n"
  }

  var tail: String { "</body></html>\n" }
}
