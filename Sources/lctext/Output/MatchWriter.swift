internal import LCText

/// Writes matches with their places; makes the index of a page's positions when it is first needed.
struct MatchWriter {
  private let collection: PassageCollection
  private let unit: OffsetUnit
  private let isColored: Bool
  private var indices: [Int: Offsets] = [:]

  init(_ collection: PassageCollection, unit: OffsetUnit, isColored: Bool) {
    self.collection = collection
    self.unit = unit
    self.isColored = isColored
  }

  /// The offsets of the text that a passage's places are told in: its page, or the record.
  private mutating func offsets(of passage: Int) -> Offsets {
    guard let page = collection.page(passage) else { return Offsets(collection.text(passage), unit: unit) }
    if let known = indices[page.file] { return known }
    let offsets = Offsets(page.text, unit: unit)
    indices[page.file] = offsets
    return offsets
  }

  private func placed(_ range: Range<Int>, _ passage: Int) -> Range<Int> {
    let start = collection.start(passage)
    return start + range.lowerBound..<start + range.upperBound
  }

  private func line(_ range: Range<Int>, _ passage: Int, _ offsets: Offsets) -> Int {
    collection.page(passage) == nil ? collection.recordLine(passage) : offsets.line(placed(range, passage).lowerBound)
  }

  /// A match as a line of JSON.
  mutating func record(_ match: DuplicateMatch) -> [UInt8] {
    let (a, b) = (offsets(of: match.a), offsets(of: match.b))
    var moved = match
    moved.aRange = placed(match.aRange, match.a)
    moved.bRange = placed(match.bRange, match.b)
    var json = JSONWriter()
    json.object { json in
      json.key("a")
      json.string(collection.id(match.a))
      json.key("b")
      json.string(collection.id(match.b))
      json.duplicate(moved, a: a, b: b, lines: (line(match.aRange, match.a, a), line(match.bRange, match.b, b)))
      if match.kind == .sameTemplate { facts(match, a, b, &json) }
    }
    json.newLine()
    return json.bytes
  }

  private func facts(_ match: DuplicateMatch, _ a: Offsets, _ b: Offsets, _ json: inout JSONWriter) {
    let (aText, bText) = (collection.text(match.a), collection.text(match.b))
    json.key("facts")
    json.array(match.facts) { json, fact in
      json.object { json in
        for (name, text, range, offsets, passage) in [
          ("a", aText, fact.aRange, a, match.a), ("b", bText, fact.bRange, b, match.b),
        ] {
          json.key("\(name)_text")
          json.string(text.string(in: range))
          json.key("\(name)_start")
          json.number(offsets(placed(range, passage).lowerBound))
          json.key("\(name)_end")
          json.number(offsets(placed(range, passage).upperBound))
        }
      }
    }
  }

  /// A match for a person: both places, and where the copies differ.
  mutating func text(_ match: DuplicateMatch) -> String {
    let lines = [(match.a, match.aRange), (match.b, match.bRange)].map { passage, range in
      line(range, passage, collection.page(passage) == nil ? Offsets(Text(""), unit: unit) : offsets(of: passage))
    }
    let percent = Int((match.similarity * 100).rounded())
    let (a, b) = (collection.text(match.a), collection.text(match.b))
    var text = """
      \(name(match.a)):\(lines[0]) = \(name(match.b)):\(lines[1])  \
      \(match.kind.rawValue), \(percent) % of \(match.aRange.count) characters
        \(Excerpting.start(of: a, match.aRange, count: 36))

      """
    if match.kind != .exact {
      text += PassageDiff(a.singleLine(match.aRange), b.singleLine(match.bRange)).text(isColored: isColored)
    }
    return text
  }

  private func name(_ passage: Int) -> String {
    collection.path(passage)
  }
}
