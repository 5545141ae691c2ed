internal import LCText

/// What is known of an issue when all its pages are.
struct IssueEnd {
  var masthead: Masthead
  var keywords: [IssueKeyword]
  /// The passages that stand on several pages, and the stories they make.
  var repeats: IssueRepeats
  var stories: [StoryPlaces.Repeated]

  /// The numbers, over all pages, of articles that an earlier one is a copy of.
  var copies: Set<Int> { Set(stories.flatMap { $0.articles.dropFirst() }) }

  /// Calls `body` with each passage that stands on several pages.
  func forEachPassage(on pages: [(id: String, number: Int, text: Text)], _ body: (RepeatedPassage) throws -> Void) rethrows {
    var indices: [Int: PositionIndex] = [:]
    for group in repeats.passages {
      let places = group.map { place -> DigestPlace in
        let index = indices[place.page] ?? PositionIndex(pages[place.page].text)
        indices[place.page] = index
        return DigestPlace(
          label: "\(pages[place.page].id) \(LineList.text([place.range], index))",
          anchor: PageParts.anchor(page: pages[place.page].number, line: index.line(utf16: place.range.lowerBound)))
      }
      let excerpt = Excerpting.quoted(pages[group[0].page].text, group[0].range)
      try body(RepeatedPassage(places: places, excerpt: excerpt))
    }
  }
}
