internal import LCTextModel

/// A text of several short items, each under a heading of its own: news in brief.
enum Bulletin {
  /// An item: its heading and the lines of its body.
  struct Part {
    var heading: Range<Int>?
    var body: [[Row]]
  }

  private static let headingLimit = 40
  private static let leastBody = 24

  /// The items of a bulletin; any other text is one part without a heading.
  ///
  /// It is a bulletin when its first line is a heading, there are two headings or more, and behind each follow lines that are
  /// sentences.
  static func parts(_ lines: [[Row]], in text: Text) -> [Part] {
    let whole = [Part(heading: nil, body: lines)]
    var parts: [Part] = []
    for line in lines {
      guard let range = range(line) else { continue }
      if isHeading(range, in: text) {
        if let last = parts.last, last.body.isEmpty { return whole }
        parts.append(Part(heading: range, body: []))
      } else {
        guard !parts.isEmpty, isSentence(range, in: text) else { return whole }
        parts[parts.count - 1].body.append(line)
      }
    }
    return parts.count >= 2 && parts.last?.body.isEmpty == false ? parts : whole
  }

  private static func range(_ line: [Row]) -> Range<Int>? {
    guard let first = line.first, let last = line.last else { return nil }
    return first.range.lowerBound..<last.range.upperBound
  }

  private static func isHeading(_ range: Range<Int>, in text: Text) -> Bool {
    let content = text.trimmed(range)
    guard !content.isEmpty, content.count <= headingLimit else { return false }
    return !endsClause(text.units[content.upperBound - 1])
  }

  private static func isSentence(_ range: Range<Int>, in text: Text) -> Bool {
    let content = text.trimmed(range)
    guard content.count >= leastBody else { return false }
    return endsClause(text.units[content.upperBound - 1])
  }

  /// 。！？…：；，”） and their narrow forms.
  private static func endsClause(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3002, 0xFF01, 0xFF1F, 0x2026, 0xFF1A, 0xFF1B, 0xFF0C, 0x201D, 0xFF09: true
    case 0x2E, 0x21, 0x3F, 0x3A, 0x3B, 0x2C, 0x22, 0x29: true
    default: false
    }
  }
}
