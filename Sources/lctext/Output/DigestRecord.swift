internal import LCText

/// An issue as JSON: the articles of all its pages, with keywords, summary and lead, and what repeats.
struct DigestRecord {
  private var json = JSONWriter()

  /// The record.
  var bytes: [UInt8] { json.bytes }

  init(_ issue: Issue, _ keywords: [IssueKeyword], _ duplicates: [IssueDuplicate], unit: OffsetUnit) {
    let records = issue.pages.map { PageRecord($0.digest.page, of: $0.document, unit: unit) }
    json.object { json in
      json.key("issue")
      if let name = issue.name { json.string(name) } else { json.null() }
      if records.count == 1, let only = records.first { only.header(&json) }
      json.key("keywords")
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
      Self.articles(issue, records, &json)
      for (key, write) in Self.lists {
        json.key(key)
        json.array(records.flatMap { record in write(record).map { (record, $0) } }) { json, item in
          json.object { json in
            json.key("source")
            json.string(item.0.document.id)
            item.1(&json)
          }
        }
      }
      Self.repeated(duplicates, records, &json)
    }
  }

  /// Lists that each page adds to: a name, and the writers of a page's items.
  private static let lists: [(String, @Sendable (PageRecord) -> [(inout JSONWriter) -> Void])] = [
    (
      "captions",
      { record in
        record.page.captions.enumerated().map { number, caption in
          { record.article(caption, id: record.page.articles.count + number + 1, &$0) }
        }
      }
    ),
    ("furniture", { record in record.page.furniture.map { item in { record.furniture(item, &$0) } } }),
    ("edits", { record in record.page.edits.edits.map { edit in { record.edit(edit, &$0) } } }),
  ]

  private static func articles(_ issue: Issue, _ records: [PageRecord], _ json: inout JSONWriter) {
    json.key("articles")
    let items = zip(issue.pages, records).flatMap { page, record in
      page.digest.articles.enumerated().map { (record, $0.offset + 1, $0.element) }
    }
    json.array(items) { json, item in
      let (record, number, digest) = item
      json.object { json in
        json.key("source")
        json.string(record.document.id)
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
    }
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

  private static func repeated(_ duplicates: [IssueDuplicate], _ records: [PageRecord], _ json: inout JSONWriter) {
    json.key("duplicates")
    let inside = records.flatMap { record in
      record.page.duplicates.map { (record, record, $0.a, $0.b, $0.match) }
    }
    let across = duplicates.map { (records[$0.a], records[$0.b], $0.aBlock, $0.bBlock, $0.match) }
    json.array(inside + across) { json, item in
      json.object { json in
        json.key("a")
        json.string("\(item.0.document.id)#\(item.2 + 1)")
        json.key("b")
        json.string("\(item.1.document.id)#\(item.3 + 1)")
        json.duplicate(item.4, a: item.0.offsets, b: item.1.offsets)
      }
    }
  }
}
