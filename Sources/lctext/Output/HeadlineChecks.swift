internal import LCText

/// What is told of the headlines of a document: a record's own, or those of a page's articles.
struct HeadlineChecks {
  private(set) var bytes: [UInt8] = []
  private let extractor: KeywordExtractor
  private let isJSON: Bool

  init(_ document: Document, _ extractor: KeywordExtractor, _ reader: PageReader, isJSON: Bool) {
    self.extractor = extractor
    self.isJSON = isJSON
    if let title = document.title {
      add(document.id, title, document.text)
      return
    }
    guard document.line == nil else { return }
    for (number, article) in reader.page(of: document.text, lines: document.lines).articles.enumerated() {
      if let headline = article.headline { add("\(document.id)#\(number + 1)", Text(headline.string), article.story.text) }
    }
  }

  private mutating func add(_ id: String, _ headline: Text, _ text: Text) {
    let check = extractor.check(headline: headline, of: text)
    let lists = [
      ("supported", check.supported.map { headline.string(in: $0) }),
      ("unsupported", check.unsupported.map { headline.string(in: $0) }), ("lacking", check.lacking.map(\.text)),
    ]
    if !isJSON {
      let parts = lists.map { "\($0.0): \($0.1.isEmpty ? "none" : $0.1.joined(separator: " "))" }
      bytes += "\(id)\t\(headline.string)\t\(parts.joined(separator: "; "))\n".utf8
      return
    }
    var json = JSONWriter()
    json.object { json in
      json.key("id")
      json.string(id)
      json.key("headline")
      json.string(headline.string)
      for (key, words) in lists {
        json.key(key)
        json.array(words) { $0.string($1) }
      }
    }
    json.newLine()
    bytes += json.bytes
  }
}
