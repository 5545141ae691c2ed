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

  /// A passage from elsewhere that is the second of a match.
  struct Other {
    var path: String
    var id: String
    var line: Int
    var text: Text
  }

  /// One of a match's two passages.
  private struct Side {
    var path: String
    var id: String
    var text: Text
    /// Where the text begins in what its offsets count from.
    var start: Int
    var offsets: Offsets
    /// The line of what is shared.
    var line: Int

    func placed(_ range: Range<Int>) -> Range<Int> {
      start + range.lowerBound..<start + range.upperBound
    }
  }

  private mutating func side(_ passage: Int, _ range: Range<Int>) -> Side {
    let text = collection.text(passage)
    let (path, id) = (collection.path(passage), collection.id(passage))
    guard let page = collection.page(passage) else {
      return Side(
        path: path, id: id, text: text, start: 0, offsets: Offsets(text, unit: unit), line: collection.recordLine(passage))
    }
    let offsets = indices[page.file] ?? Offsets(page.text, unit: unit)
    indices[page.file] = offsets
    let start = collection.start(passage)
    return Side(
      path: path, id: id, text: text, start: start, offsets: offsets, line: offsets.line(start + range.lowerBound))
  }

  private mutating func sides(_ match: DuplicateMatch, _ other: Other?) -> (a: Side, b: Side) {
    let a = side(match.a, match.aRange)
    guard let other else { return (a, side(match.b, match.bRange)) }
    let offsets = Offsets(other.text, unit: unit)
    return (a, Side(path: other.path, id: other.id, text: other.text, start: 0, offsets: offsets, line: other.line))
  }

  /// A match as a line of JSON.
  mutating func record(_ match: DuplicateMatch, _ other: Other? = nil) -> [UInt8] {
    let (a, b) = sides(match, other)
    var moved = match
    moved.aRange = a.placed(match.aRange)
    moved.bRange = b.placed(match.bRange)
    var json = JSONWriter()
    json.object { json in
      json.key("a")
      json.string(a.id)
      json.key("b")
      json.string(b.id)
      if other != nil {
        json.key("b_source")
        json.string(b.path)
      }
      json.duplicate(moved, a: a.offsets, b: b.offsets, lines: (a.line, b.line))
      if match.kind == .sameTemplate { facts(match, a, b, &json) }
    }
    json.newLine()
    return json.bytes
  }

  private func facts(_ match: DuplicateMatch, _ a: Side, _ b: Side, _ json: inout JSONWriter) {
    json.key("facts")
    json.array(match.facts) { json, fact in
      json.object { json in
        for (name, side, range) in [("a", a, fact.aRange), ("b", b, fact.bRange)] {
          json.key("\(name)_text")
          json.string(side.text.string(in: range))
          json.key("\(name)_start")
          json.number(side.offsets(side.placed(range).lowerBound))
          json.key("\(name)_end")
          json.number(side.offsets(side.placed(range).upperBound))
        }
      }
    }
  }

  /// A match for a person: both places, and where the copies differ.
  mutating func text(_ match: DuplicateMatch, _ other: Other? = nil) -> String {
    let (a, b) = sides(match, other)
    let percent = Int((match.similarity * 100).rounded())
    var text = """
      \(a.path):\(a.line) = \(b.path):\(b.line)  \(match.kind.rawValue), \(percent) % of \(match.aRange.count) characters
        \(Excerpting.start(of: a.text, match.aRange, count: 36))

      """
    if match.kind != .exact {
      text += PassageDiff(a.text.singleLine(match.aRange), b.text.singleLine(match.bRange)).text(isColored: isColored)
    }
    return text
  }
}
