internal import LCText

/// An issue as JSON: the articles of all its pages, with keywords, summary and lead, and what repeats.
final class DigestRecord: IssueWriter {
  private let name: String?
  private let unit: OffsetUnit
  private let articles = Spool()
  private let captions = Spool()
  private let furniture = Spool()
  private let edits = Spool()
  private let duplicates = Spool()
  /// The keys of an issue of one page that tell where it comes from.
  private var header: [UInt8] = []
  private var pages: [(id: String, text: Text)] = []

  init(_ name: String?, unit: OffsetUnit) throws {
    self.name = name
    self.unit = unit
  }

  func add(_ document: Document, _ digest: PageDigest) throws {
    let record = PageRecord(digest.page, of: document, unit: unit)
    if pages.isEmpty {
      var json = JSONWriter()
      json.object { record.header(&$0) }
      header = [0x2C] + json.bytes.dropFirst().dropLast()
    }
    pages.append((document.id, document.text))
    try Self.write(digest.articles.enumerated(), to: articles) { json, item in
      Self.article(item.element, number: item.offset + 1, record, &json)
    }
    try Self.write(digest.page.captions.enumerated(), to: captions) { json, item in
      Self.source(record, &json)
      record.article(item.element, id: digest.page.articles.count + item.offset + 1, &json)
    }
    try Self.write(digest.page.furniture, to: furniture) { json, item in
      Self.source(record, &json)
      record.furniture(item, &json)
    }
    try Self.write(digest.page.edits.edits, to: edits) { json, item in
      Self.source(record, &json)
      record.edit(item, &json)
    }
    try Self.write(digest.page.duplicates, to: duplicates) { json, item in
      Self.repeated(
        item.match, "\(document.id)#\(item.a + 1)", "\(document.id)#\(item.b + 1)", record.offsets, record.offsets, &json)
    }
  }

  func finish(_ keywords: [IssueKeyword], _ across: [IssueDuplicate], to file: OutputFile) throws {
    var json = JSONWriter()
    json.object { json in
      json.key("issue")
      if let name { json.string(name) } else { json.null() }
    }
    try file.write(json.bytes.dropLast())
    if pages.count == 1 { try file.write(header) }
    json = JSONWriter()
    json.array(keywords) { json, keyword in
      json.object { json in
        json.key("text")
        json.string(keyword.text)
        json.key("score")
        json.number(keyword.score)
        json.key("articles")
        json.array(keyword.articles) { json, article in json.number(article + 1) }
      }
    }
    try file.write(",\"keywords\":")
    try file.write(json.bytes)
    var indices: [Int: Offsets] = [:]
    func offsets(_ page: Int) -> Offsets {
      let known = indices[page] ?? Offsets(pages[page].text, unit: unit)
      indices[page] = known
      return known
    }
    try Self.write(across, to: duplicates) { json, item in
      Self.repeated(
        item.match, "\(pages[item.a].id)#\(item.aBlock + 1)", "\(pages[item.b].id)#\(item.bBlock + 1)", offsets(item.a),
        offsets(item.b), &json)
    }
    for (key, spool) in [
      ("articles", articles), ("captions", captions), ("furniture", furniture), ("edits", edits), ("duplicates", duplicates),
    ] {
      try file.write(",\"\(key)\":[")
      try spool.copy(to: file)
      try file.write("]")
    }
    try file.write("}")
  }

  /// Adds objects to a list.
  private static func write<Item>(
    _ items: some Sequence<Item>, to spool: Spool, _ body: (inout JSONWriter, Item) -> Void
  ) throws {
    var json = JSONWriter()
    json.array(items) { json, item in json.object { body(&$0, item) } }
    try spool.writeItems(json.bytes.dropFirst().dropLast())
  }

  private static func source(_ record: PageRecord, _ json: inout JSONWriter) {
    json.key("source")
    json.string(record.document.id)
  }

  private static func article(_ digest: ArticleDigest, number: Int, _ record: PageRecord, _ json: inout JSONWriter) {
    source(record, &json)
    record.article(digest.article, id: number, &json)
    json.key("keywords")
    json.array(digest.keywords) { json, keyword in
      json.keyword(
        keyword, explain: false, places: { digest.story.sourceRanges(of: $0) }, offsets: { record.offsets($0) })
    }
    json.key("summary")
    json.object { summary(digest.summary, of: digest, record, &$0) }
    json.key("lead")
    json.object { summary(digest.lead, of: digest, record, &$0) }
  }

  private static func summary(
    _ summary: Summary, of digest: ArticleDigest, _ record: PageRecord, _ json: inout JSONWriter
  ) {
    json.key("text")
    json.string(summary.text)
    json.key("sentences")
    json.array(summary.units) { json, unit in
      json.object { json in
        json.key("text")
        json.string(digest.story.text.singleLine(unit.range).string)
        json.key("spans")
        record.spans(digest.story.sourceRanges(of: unit.range), &json)
        json.key("score")
        json.number(unit.score)
      }
    }
  }

  private static func repeated(
    _ match: DuplicateMatch, _ a: String, _ b: String, _ aOffsets: Offsets, _ bOffsets: Offsets, _ json: inout JSONWriter
  ) {
    json.key("a")
    json.string(a)
    json.key("b")
    json.string(b)
    json.duplicate(match, a: aOffsets, b: bOffsets)
  }
}
