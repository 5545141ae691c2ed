internal import LCText

/// An issue as JSON: the articles of all its pages, with keywords, summary and lead, and what repeats.
final class DigestRecord: IssueWriter {
  private let name: String?
  private let unit: OffsetUnit
  /// The articles without their closing braces, and where each stands, in case it is a copy of another.
  private let articles = Spool()
  private let places = Spool()
  private var pieces: [(article: Range<Int>, place: Range<Int>)] = []
  private let captions = Spool()
  private let furniture = Spool()
  private let edits = Spool()
  private let duplicates = Spool()
  /// The keys of an issue of one page that tell where it comes from.
  private var header: [UInt8] = []
  private var pages: [(id: String, text: Text)] = []

  init(_ name: String?, unit: OffsetUnit) {
    self.name = name
    self.unit = unit
  }

  func add(_ document: Document, _ rendered: any Sendable) throws {
    guard let page = rendered as? RecordForm.Part else { return }
    if pages.isEmpty { header = page.header }
    pages.append((document.id, document.text))
    for article in page.articles { try pieces.append((articles.write(article.full), places.write(article.place))) }
    try captions.writeItems(page.captions[...])
    try furniture.writeItems(page.furniture[...])
    try edits.writeItems(page.edits[...])
    try duplicates.writeItems(page.duplicates[...])
  }

  func finish(_ issue: IssueEnd, to file: OutputFile) throws {
    var json = JSONWriter()
    json.object { json in
      json.key("issue")
      if let name { json.string(name) } else { json.null() }
    }
    try file.write(json.bytes.dropLast())
    if pages.count == 1 { try file.write(header) }
    if !issue.masthead.isEmpty, pages.count != 1 {
      json = JSONWriter()
      json.masthead(issue.masthead)
      try file.write(",\"masthead\":")
      try file.write(json.bytes)
    }
    try writeKeywords(issue, to: file)
    try writeArticles(issue, to: file)
    try addDuplicates(issue.repeats.duplicates)
    for (key, spool) in [("captions", captions), ("furniture", furniture), ("edits", edits), ("duplicates", duplicates)] {
      try file.write(",\"\(key)\":[")
      try spool.copy(to: file)
      try file.write("]")
    }
    try file.write("}")
  }

  private func writeKeywords(_ issue: IssueEnd, to file: OutputFile) throws {
    let copies = issue.copies.sorted()
    var json = JSONWriter()
    json.array(issue.keywords) { json, keyword in
      json.object { json in
        json.key("text")
        json.string(keyword.text)
        json.key("score")
        json.number(keyword.score)
        json.key("articles")
        // Their numbers in the list, which has no copies.
        json.array(keyword.articles) { json, article in
          json.number(article + 1 - copies.count { $0 < article })
        }
      }
    }
    try file.write(",\"keywords\":")
    try file.write(json.bytes)
  }

  private func writeArticles(_ issue: IssueEnd, to file: OutputFile) throws {
    let copies = issue.copies
    let repeated = Dictionary(issue.stories.map { ($0.articles[0], $0.articles.dropFirst()) }) { first, _ in first }
    try file.write(",\"articles\":[")
    for (number, piece) in pieces.enumerated() where !copies.contains(number) {
      if number > 0 { try file.write(",") }
      try articles.copy([piece.article], to: file)
      for (rank, copy) in (repeated[number] ?? []).enumerated() {
        try file.write(rank == 0 ? ",\"copies\":[" : ",")
        try places.copy([pieces[copy].place], to: file)
      }
      try file.write(repeated[number] == nil ? "}" : "]}")
    }
    try file.write("]")
  }

  private func addDuplicates(_ across: [IssueDuplicate]) throws {
    var indices: [Int: Offsets] = [:]
    func offsets(_ page: Int) -> Offsets {
      let known = indices[page] ?? Offsets(pages[page].text, unit: unit)
      indices[page] = known
      return known
    }
    let items = RecordForm.items(across) { json, item in
      RecordForm.repeated(
        item.match, "\(pages[item.a].id)#\(item.aBlock + 1)", "\(pages[item.b].id)#\(item.bBlock + 1)", offsets(item.a),
        offsets(item.b), &json)
    }
    try duplicates.writeItems(items[...])
  }
}
