internal import LCText

/// A page as JSON.
struct PageRecord {
  let page: Page
  let document: Document
  let offsets: Offsets

  init(_ page: Page, of document: Document, unit: OffsetUnit) {
    self.page = page
    self.document = document
    offsets = Offsets(document.text, unit: unit)
  }

  /// The page by itself.
  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      header(&json)
      json.key("articles")
      json.array(page.articles.enumerated()) { json, item in
        json.object { article(item.element, id: item.offset + 1, &$0) }
      }
      rest(&json)
    }
    return json.bytes
  }

  /// The keys before the articles.
  func header(_ json: inout JSONWriter) {
    json.key("source")
    json.string(document.id)
    json.key("encoding")
    json.string(document.encoding.rawValue)
    if !page.masthead.isEmpty {
      json.key("masthead")
      json.masthead(page.masthead)
    }
  }

  /// The keys of one article, without the object's braces.
  func article(_ article: Article, id: Int, _ json: inout JSONWriter) {
    json.key("id")
    json.string("a\(id)")
    json.key("kind")
    json.string(article.kind.rawValue)
    part("headline", article.headline, &json)
    part("kicker", article.kicker, &json)
    part("subheadline", article.subheadline, &json)
    part("byline", article.byline, &json)
    part("dateline", article.dateline, &json)
    sources(article, &json)
    json.key("paragraphs")
    json.array(article.paragraphs) { json, paragraph in
      json.object { json in
        json.key("text")
        json.string(paragraph.excerpt.string)
        if paragraph.isTruncated {
          json.key("truncated")
          json.boolean(true)
        }
        json.key("spans")
        spans(paragraph.excerpt.spans, &json)
      }
    }
  }

  /// How sure the order is, whom the byline names, and what the dateline says.
  private func sources(_ article: Article, _ json: inout JSONWriter) {
    if let confidence = article.orderConfidence {
      json.key("order_confidence")
      json.number(confidence)
    }
    if !article.authors.isEmpty {
      json.key("authors")
      json.array(article.authors) { json, author in
        json.object { json in
          json.key("name")
          json.string(author.name)
          if let role = author.role {
            json.key("role")
            json.string(role)
          }
        }
      }
    }
    guard let fields = article.datelineFields else { return }
    json.key("dateline_fields")
    json.object { json in
      json.key("agency")
      json.string(fields.agency)
      if let place = fields.place {
        json.key("place")
        json.string(place)
      }
      if let month = fields.month, let day = fields.day {
        json.key("month")
        json.number(month)
        json.key("day")
        json.number(day)
      }
    }
  }

  /// A part of an article as a string, or `null`.
  func part(_ name: String, _ excerpt: Excerpt?, _ json: inout JSONWriter) {
    json.key(name)
    if let excerpt { json.string(excerpt.string) } else { json.null() }
  }

  /// Ranges of the page with the line each starts in; a range of several lines gives one span for each.
  func spans(_ ranges: [Range<Int>], _ json: inout JSONWriter) {
    json.array(ranges.flatMap(lines)) { json, range in
      json.object { json in
        json.span(range, offsets)
        json.key("line")
        json.number(offsets.line(range.lowerBound))
      }
    }
  }

  /// The parts of a range in each line, without white space at their ends.
  private func lines(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = document.text.units[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      let content = document.text.trimmed(start..<end)
      if !content.isEmpty { parts.append(content) }
      start = end + 1
    }
    return parts
  }

  /// The keys after the articles.
  func rest(_ json: inout JSONWriter) {
    geometry(&json)
    json.key("captions")
    json.array(page.captions.enumerated()) { json, item in
      json.object { article(item.element, id: page.articles.count + item.offset + 1, &$0) }
    }
    json.key("furniture")
    json.array(page.furniture) { json, item in json.object { furniture(item, &$0) } }
    json.key("duplicates")
    json.array(page.duplicates) { json, item in json.object { duplicate(item, &$0) } }
    json.key("edits")
    json.array(page.edits.edits) { json, item in json.object { edit(item, &$0) } }
  }

  /// The lines of the scan that OCR tells a place or its confidence of.
  private func geometry(_ json: inout JSONWriter) {
    let known = document.lines.enumerated().filter { $0.element != LineGeometry() }
    if known.isEmpty { return }
    json.key("lines")
    json.array(known) { json, line in
      json.object { json in
        json.key("line")
        json.number(line.offset + 1)
        if let box = line.element.box {
          json.key("box")
          json.array([box.x, box.y, box.width, box.height]) { $0.number($1) }
        }
        if let confidence = line.element.confidence {
          json.key("confidence")
          json.number(confidence)
        }
      }
    }
  }

  /// The keys of a part that belongs to no article.
  func furniture(_ item: FurnitureItem, _ json: inout JSONWriter) {
    json.key("kind")
    json.string(item.kind.rawValue)
    json.key("text")
    json.string(item.excerpt.string)
    json.key("spans")
    spans(item.excerpt.spans, &json)
  }

  /// The keys of an edit.
  func edit(_ edit: Edit, _ json: inout JSONWriter) {
    json.span(edit.range, offsets)
    json.key("replacement")
    json.string(Text(units: edit.replacement).string)
    json.key("reason")
    json.string(edit.reason.rawValue)
  }

  private func duplicate(_ item: RepeatedBlock, _ json: inout JSONWriter) {
    json.key("a")
    json.string("\(document.id)#\(item.a + 1)")
    json.key("b")
    json.string("\(document.id)#\(item.b + 1)")
    json.duplicate(item.match, a: offsets, b: offsets)
  }
}
