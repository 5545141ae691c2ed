internal import LCText

/// The values that more than one subcommand writes.
extension JSONWriter {
  /// Writes a keyword.
  ///
  /// - Parameters:
  ///   - places: where a range of the keyword's document stands in the text the offsets are for.
  ///   - offsets: a UTF-16 offset of that text in the unit of the output.
  mutating func keyword(
    _ keyword: Keyword, explain: Bool, places: (Range<Int>) -> [Range<Int>], offsets: (Int) -> Int
  ) {
    object { json in
      json.key("text")
      json.string(keyword.text)
      json.key("score")
      json.number(keyword.score)
      json.key("count")
      json.number(keyword.count)
      json.key("spans")
      json.array(keyword.ranges.flatMap(places)) { json, range in
        json.array([range.lowerBound, range.upperBound]) { json, offset in json.number(offsets(offset)) }
      }
      guard explain else { return }
      json.key("why")
      json.object { json in
        for contribution in keyword.contributions {
          json.key(contribution.feature)
          json.number(contribution.value)
        }
      }
    }
  }

  /// Writes the keys of a match behind the names of its two passages, without the object's braces.
  ///
  /// - Parameters:
  ///   - match: with ranges in the two texts that `a` and `b` are for.
  ///   - lines: the lines it starts in, where they are not those of the texts.
  mutating func duplicate(_ match: DuplicateMatch, a: Offsets, b: Offsets, lines: (a: Int, b: Int)? = nil) {
    key("kind")
    string(match.kind.rawValue)
    key("similarity")
    number(match.similarity)
    key("a_start")
    number(a(match.aRange.lowerBound))
    key("a_end")
    number(a(match.aRange.upperBound))
    key("b_start")
    number(b(match.bRange.lowerBound))
    key("b_end")
    number(b(match.bRange.upperBound))
    key("a_line")
    number(lines?.a ?? a.line(match.aRange.lowerBound))
    key("b_line")
    number(lines?.b ?? b.line(match.bRange.lowerBound))
  }

  /// What the head of a page says, with the keys it says something of.
  mutating func masthead(_ masthead: Masthead) {
    object { json in
      if let paper = masthead.paper {
        json.key("paper")
        json.string(paper)
      }
      if let day = masthead.day {
        json.key("date")
        json.string(day.iso)
      }
      if let agrees = masthead.weekdayAgrees {
        json.key("weekday_agrees")
        json.boolean(agrees)
      }
      let numbers = [
        ("weekday", masthead.weekday), ("issue_number", masthead.issueNumber), ("page_count", masthead.pageCount),
        ("page_number", masthead.pageNumber),
      ]
      for case (let key, let number?) in numbers {
        json.key(key)
        json.number(number)
      }
    }
  }
}
