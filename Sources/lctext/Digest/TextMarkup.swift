internal import LCText

/// A digest as plain text; on a terminal with its width and colours.
struct TextMarkup: DigestMarkup {
  private let terminal: Terminal?
  /// What stands under a headline is set in as far as the headline itself.
  private static let indent = "     "

  init(_ terminal: Terminal?) {
    self.terminal = terminal
  }

  func head(_ head: IssueHead) -> String {
    var text = ""
    if let name = head.name { text += Emphasis.bold("Issue \(name)", on: terminal) + "\n\n" }
    if !head.facts.isEmpty { text += Emphasis.bold(head.facts.joined(separator: "  "), on: terminal) + "\n\n" }
    if !head.keywords.isEmpty { text += wrapped(head.keywords.joined(separator: " · ")) + "\n" }
    return text
  }

  var contents: (start: String, end: String) { ("", "") }

  func contentsPage(_ name: String, _ number: Int) -> String {
    (number > 1 ? "\n" : "") + Emphasis.faint(name, on: terminal) + "\n"
  }

  func entry(_ parts: ArticleParts) -> String {
    wrapped(title(parts, parts.title), first: Self.padded(parts.number) + "  ", indent: Self.indent)
  }

  func page(_ name: String, _ number: Int) -> String { "\n" + Emphasis.faint(name, on: terminal) + "\n" }

  func rest(_ pieces: [ScanPiece]) -> String { "" }

  func article(_ parts: ArticleParts) -> String {
    var text = "\n"
    if let kicker = parts.kicker { text += line(kicker) }
    let title = "\(title(parts, parts.headline))  (\(parts.lines))"
    text += wrapped(title, first: Self.padded(parts.number) + "  ", indent: Self.indent, .bold)
    if let subheadline = parts.subheadline { text += line(subheadline) }
    if let byline = parts.byline { text += line(byline) }
    if !parts.flags.isEmpty { text += line("[\(parts.flags.joined(separator: ", "))]", .red) }
    if !parts.keywords.isEmpty { text += line(parts.keywords.joined(separator: " · "), .faint) }
    if !parts.summary.isEmpty { text += line(parts.summary) }
    return text
  }

  func copy(_ parts: ArticleParts) -> String { "" }

  func copies(_ places: [DigestPlace]) -> String {
    line("also: " + places.map(\.label).joined(separator: " = "), .red)
  }

  func caption(_ parts: ArticleParts) -> String {
    let text = parts.headline == ArticleParts.noHeadline ? "“" + Self.start(of: parts.paragraphs.joined()) + "”" : parts.headline
    return "\n" + wrapped("photo: \(text)  (\(parts.lines))", first: "  ", indent: Self.indent)
  }

  func repeated(_ passage: RepeatedPassage, isOnOnePage: Bool) -> String {
    let places = passage.places.map(\.label)
    let list = isOnOnePage ? "lines " + places.joined(separator: ", ") : places.joined(separator: " = ")
    return "\n" + wrapped("repeated: \(list)  \(passage.excerpt)", first: isOnOnePage ? "  " : "", indent: Self.indent, .red)
  }

  var tail: String { "" }

  // MARK: - Lines

  private func title(_ parts: ArticleParts, _ words: String) -> String {
    (parts.kind.map { "[\($0)] " } ?? "") + words
  }

  private func line(_ string: String, _ emphasis: Emphasis? = nil) -> String {
    wrapped(string, first: Self.indent, indent: Self.indent, emphasis)
  }

  /// A paragraph with its line feed, broken where the terminal ends.
  private func wrapped(_ string: String, first: String = "", indent: String = "", _ emphasis: Emphasis? = nil) -> String {
    let width = terminal.map { $0.width - DisplayWidth.of(indent) }
    var text = ""
    for (number, line) in LineWrapper.lines(string, width: width).enumerated() {
      text += (number == 0 ? first : indent) + (emphasis.map { $0(line, on: terminal) } ?? line) + "\n"
    }
    return text
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "  \(number)" : " \(number)"
  }

  private static func start(of string: String) -> String {
    string.count > 24 ? string.prefix(24) + "…" : string
  }
}
