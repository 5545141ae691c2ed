internal import LCText

/// Digests as JSON.
struct RecordForm: DigestForm {
  let unit: OffsetUnit

  /// A page's parts: objects with commas between them, of articles without their closing braces.
  struct Part {
    /// The keys of an issue of one page that tell where it comes from.
    var header: [UInt8] = []
    var articles: [(full: [UInt8], place: [UInt8])] = []
    var captions: [UInt8] = []
    var furniture: [UInt8] = []
    var edits: [UInt8] = []
    var duplicates: [UInt8] = []
  }

  func writer(_ name: String?) -> any IssueWriter { DigestRecord(name, unit: unit) }

  func render(_ document: Document, _ digest: PageDigest) -> any Sendable {
    let record = PageRecord(digest.page, of: document, unit: unit)
    var part = Part()
    var json = JSONWriter()
    json.object { record.header(&$0) }
    part.header = [0x2C] + json.bytes.dropFirst().dropLast()
    part.articles = digest.articles.map { article in
      var json = JSONWriter()
      json.object { Self.article(article, record, &$0) }
      var place = JSONWriter()
      place.object { Self.place(article, record, &$0) }
      return (Array(json.bytes.dropLast()), place.bytes)
    }
    part.captions = Self.items(digest.page.captions.enumerated()) { json, item in
      Self.source(record, &json)
      record.article(item.element, id: digest.page.articles.count + item.offset + 1, &json)
    }
    part.furniture = Self.items(digest.page.furniture) { json, item in
      Self.source(record, &json)
      record.furniture(item, &json)
    }
    part.edits = Self.items(digest.page.edits.edits) { json, item in
      Self.source(record, &json)
      record.edit(item, &json)
    }
    part.duplicates = Self.items(digest.page.duplicates) { json, item in
      Self.repeated(
        item.match, "\(document.id)#\(item.a + 1)", "\(document.id)#\(item.b + 1)", record.offsets, record.offsets, &json)
    }
    return part
  }

  /// Objects with commas between them.
  static func items<Item>(_ items: some Sequence<Item>, _ body: (inout JSONWriter, Item) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.array(items) { json, item in json.object { body(&$0, item) } }
    return Array(json.bytes.dropFirst().dropLast())
  }

  private static func source(_ record: PageRecord, _ json: inout JSONWriter) {
    json.key("source")
    json.string(record.document.id)
  }

  private static func article(_ digest: ArticleDigest, _ record: PageRecord, _ json: inout JSONWriter) {
    source(record, &json)
    record.article(digest.article, id: digest.number, &json)
    json.key("flags")
    json.array(digest.flags) { $0.string($1.rawValue) }
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

  /// Where a story stands once more.
  private static func place(_ digest: ArticleDigest, _ record: PageRecord, _ json: inout JSONWriter) {
    source(record, &json)
    json.key("id")
    json.string("a\(digest.number)")
    json.key("spans")
    record.spans(digest.article.body.spans, &json)
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

  static func repeated(
    _ match: DuplicateMatch, _ a: String, _ b: String, _ aOffsets: Offsets, _ bOffsets: Offsets, _ json: inout JSONWriter
  ) {
    json.key("a")
    json.string(a)
    json.key("b")
    json.string(b)
    json.duplicate(match, a: aOffsets, b: bOffsets)
  }
}
