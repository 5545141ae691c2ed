internal import LCText

/// An issue for a person.
struct DigestPrinter {
  private var output = ""

  /// The printed issue in UTF-8.
  var bytes: [UInt8] { Array(output.utf8) }

  init(_ issue: Issue, _ keywords: [IssueKeyword], _ duplicates: [IssueDuplicate]) {
    if let name = issue.name { output += "Issue \(name)\n\n" }
    // One article's keywords stand with it.
    if issue.pages.reduce(0, { $0 + $1.digest.articles.count }) > 1, !keywords.isEmpty {
      output += "\(keywords.map(\.text).joined(separator: " · "))\n\n"
    }
    let indices = issue.pages.map { PositionIndex($0.document.text) }
    for (number, page) in issue.pages.enumerated() {
      if number > 0 { output += "\n" }
      printPage(page.document, page.digest, indices[number])
    }
    printAcross(issue, duplicates, indices)
  }

  private mutating func printPage(_ document: Document, _ digest: PageDigest, _ index: PositionIndex) {
    output += "\(document.id)\n"
    for (number, article) in digest.articles.enumerated() { printArticle(article, number + 1, index) }
    for caption in digest.page.captions {
      let text = caption.headline?.string ?? Self.shortened(caption.body.text)
      output += "\n  photo: \(text)  (\(LineList.text(caption.body.spans, index)))\n"
    }
    let matches = digest.page.duplicates.map(\.match).filter { $0.kind != .sameTemplate }
    for group in DuplicateClusters(matches).groups {
      let ranges = group.map { digest.page.blocks[$0].range }
      output += "\n  repeated: \(LineList.text(ranges, index))  \(Self.shortened(document.text, ranges[0]))\n"
    }
  }

  private mutating func printArticle(_ digest: ArticleDigest, _ number: Int, _ index: PositionIndex) {
    let article = digest.article
    let spans = [article.kicker, article.headline, article.subheadline, article.body].compactMap { $0?.spans }.joined()
      .sorted { $0.lowerBound < $1.lowerBound }
    output += "\n"
    if let kicker = article.kicker { output += "     \(kicker.string)\n" }
    let kind = article.kind == .news ? "" : "[\(article.kind.rawValue)] "
    output += Self.padded(number) + "  \(kind)\(article.headline?.string ?? "(no headline)")"
    output += "  (\(LineList.text(spans, index, bridged: 1)))\n"
    if let line = article.subheadline { output += "     \(line.string)\n" }
    if let byline = article.byline { output += "     \(byline.string)\n" }
    if !digest.keywords.isEmpty { output += "     \(digest.keywords.map(\.text).joined(separator: " · "))\n" }
    if !digest.summary.text.isEmpty { output += "     \(digest.summary.text)\n" }
  }

  private mutating func printAcross(_ issue: Issue, _ duplicates: [IssueDuplicate], _ indices: [PositionIndex]) {
    for duplicate in duplicates where duplicate.match.kind != .sameTemplate {
      let (a, b) = (issue.pages[duplicate.a].document, issue.pages[duplicate.b].document)
      let places = [
        "\(a.id) \(LineList.text([duplicate.match.aRange], indices[duplicate.a]))",
        "\(b.id) \(LineList.text([duplicate.match.bRange], indices[duplicate.b]))",
      ]
      output += "\nrepeated: \(places.joined(separator: " = "))  \(Self.shortened(a.text, duplicate.match.aRange))\n"
    }
  }

  private static func padded(_ number: Int) -> String {
    number < 10 ? "  \(number)" : " \(number)"
  }

  private static func shortened(_ text: Text, _ range: Range<Int>? = nil) -> String {
    "“" + Excerpting.start(of: text, range ?? text.range, count: 24) + "”"
  }
}
