internal import LCText

/// An issue for a person.
final class DigestPrinter: IssueWriter {
  private let name: String?
  private let spool = Spool()
  private var output = ""
  private var articleCount = 0
  private var pages: [(id: String, text: Text)] = []

  init(_ name: String?) throws {
    self.name = name
  }

  func add(_ document: Document, _ digest: PageDigest) throws {
    if !pages.isEmpty { output += "\n" }
    pages.append((document.id, document.text))
    articleCount += digest.articles.count
    printPage(document, digest, PositionIndex(document.text))
    try spool.write(output.utf8)
    output = ""
  }

  func finish(_ keywords: [IssueKeyword], _ duplicates: [IssueDuplicate], to file: OutputFile) throws {
    if let name { try file.write("Issue \(name)\n\n") }
    // One article's keywords stand with it.
    if articleCount > 1, !keywords.isEmpty { try file.write("\(keywords.map(\.text).joined(separator: " · "))\n\n") }
    try spool.copy(to: file)
    for repeated in RepeatedPassage.all(duplicates, pages) {
      try file.write("\nrepeated: \(repeated.places.joined(separator: " = "))  \(repeated.excerpt)\n")
    }
  }

  private func printPage(_ document: Document, _ digest: PageDigest, _ index: PositionIndex) {
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

  private func printArticle(_ digest: ArticleDigest, _ number: Int, _ index: PositionIndex) {
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

  private static func padded(_ number: Int) -> String {
    number < 10 ? "  \(number)" : " \(number)"
  }

  private static func shortened(_ text: Text, _ range: Range<Int>? = nil) -> String {
    "“" + Excerpting.start(of: text, range ?? text.range, count: 24) + "”"
  }
}

/// A passage that stands on several pages of an issue, told once with all its places.
struct RepeatedPassage {
  var places: [String]
  var excerpt: String

  /// The passages that matches across pages connect.
  static func all(_ duplicates: [IssueDuplicate], _ pages: [(id: String, text: Text)]) -> [RepeatedPassage] {
    // Blocks of all pages as numbers, for the clusters.
    var numbers: [[Int]: Int] = [:]
    var ranges: [(page: Int, range: Range<Int>)] = []
    func number(_ page: Int, _ block: Int, _ range: Range<Int>) -> Int {
      if let known = numbers[[page, block]] { return known }
      numbers[[page, block]] = ranges.count
      ranges.append((page, range))
      return ranges.count - 1
    }
    var matches: [DuplicateMatch] = []
    for duplicate in duplicates where duplicate.match.kind != .sameTemplate {
      var match = duplicate.match
      match.a = number(duplicate.a, duplicate.aBlock, match.aRange)
      match.b = number(duplicate.b, duplicate.bBlock, match.bRange)
      matches.append(match)
    }
    var indices: [Int: PositionIndex] = [:]
    return DuplicateClusters(matches).groups.map { group in
      let places = group.map { member -> String in
        let (page, range) = ranges[member]
        let index = indices[page] ?? PositionIndex(pages[page].text)
        indices[page] = index
        return "\(pages[page].id) \(LineList.text([range], index))"
      }
      let (page, range) = ranges[group[0]]
      return RepeatedPassage(
        places: places, excerpt: "“" + Excerpting.start(of: pages[page].text, range, count: 24) + "”")
    }
  }
}
