internal import LCText

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

  func head(_ head: IssueHead) -> String {
    let title = head.name ?? head.masthead.paper ?? "lctext"
    var text = "# \(Self.escaped(title))\n\n"
    if !head.facts.isEmpty { text += head.facts.map(Self.escaped).joined(separator: " · ") + "\n\n" }
    if !head.keywords.isEmpty { text += head.keywords.map(Self.escaped).joined(separator: " · ") + "\n\n" }
    return text
  }

  var contents: (start: String, end: String) { ("", "\n") }

  func contentsPage(_ name: String, _ number: Int) -> String { "\(number > 1 ? "\n" : "")**\(Self.escaped(name))**\n\n" }

  func entry(_ parts: ArticleParts) -> String { "- [\(Self.escaped(parts.title))](#\(parts.anchor))\n" }

  func page(_ name: String, _ number: Int) -> String { "## \(Self.escaped(name))\n\n" }

  func rest(_ pieces: [ScanPiece]) -> String { "" }

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

  func copy(_ parts: ArticleParts) -> String { "" }

  func copies(_ places: [DigestPlace]) -> String {
    "also: \(places.map { Self.escaped($0.label) }.joined(separator: " = "))\n\n"
  }

  func caption(_ parts: ArticleParts) -> String {
    let text = ([parts.headline] + parts.paragraphs).filter { $0 != ArticleParts.noHeadline }.joined(separator: "  ")
    return "photo: \(Self.escaped(text)) (\(Self.escaped(parts.lines)))\n\n"
  }

  func repeated(_ passage: RepeatedPassage, isOnOnePage: Bool) -> String {
    let places = passage.places.map { Self.escaped($0.label) }
    let list = isOnOnePage ? "lines " + places.joined(separator: ", ") : places.joined(separator: " = ")
    return "- repeated: \(list) \(Self.escaped(passage.excerpt))\n\n"
  }

  var tail: String { "" }
}
