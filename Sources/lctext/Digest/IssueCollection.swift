internal import LCText

/// The issues of the input in the order they first appear.
struct IssueCollection {
  /// An issue.
  struct Issue {
    var writer: any IssueWriter
    var keywords = IssueKeywords()
    var passages = IssuePassages()
    var stories = StoryPlaces()
    var masthead = Masthead()

    private static let keywordCount = 10

    /// What is known when all pages are.
    func end(threads: Int) -> IssueEnd {
      let repeats = passages.repeated(threads: threads)
      var end = IssueEnd(
        masthead: masthead, keywords: [], repeats: repeats, stories: stories.repeated(repeats.duplicates))
      end.keywords = keywords.best(Self.keywordCount, without: end.copies)
      return end
    }
  }

  private(set) var all: [Issue] = []
  private var numbers: [String?: Int] = [:]
  private let form: any DigestForm

  init(_ form: any DigestForm) {
    self.form = form
  }

  mutating func add(_ document: Document, _ digest: PageDigest, _ rendered: any Sendable) throws {
    let number = numbers[document.issue] ?? all.count
    if number == all.count {
      numbers[document.issue] = number
      all.append(Issue(writer: form.writer(document.issue)))
    }
    try all[number].writer.add(document, rendered)
    for article in digest.articles { all[number].keywords.add(article.keywords) }
    all[number].passages.add(digest.page)
    all[number].stories.add(digest)
    all[number].masthead.fill(from: digest.page.masthead)
  }
}
