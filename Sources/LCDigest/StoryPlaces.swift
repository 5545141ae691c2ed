internal import LCDuplicates
internal import LCTextModel

/// The stories of an issue that stand on several pages, found by the passages their bodies share.
///
///     var stories = StoryPlaces()
///     for page in pages { stories.add(page) }
///     stories.repeated(passages.duplicates())
///
/// Of an article only the places of its body are kept.
public struct StoryPlaces: Sendable {
  /// A story that stands more than once.
  public struct Repeated: Sendable, Hashable {
    /// The numbers of its articles, from 0 over all pages; the first one is the one to show.
    public var articles: [Int]
  }

  private struct Span: Sendable {
    var start: Int32
    var end: Int32
    var article: Int32
  }

  /// The spans of the bodies of each page, sorted.
  private var pages: [[Span]] = []
  /// The length of each article's body.
  private var lengths: [Int] = []
  /// This share of the longer body makes two one story.
  private static let share = 0.75

  /// Makes an empty collection.
  public init() {}

  /// Adds the next page. Complexity: O(s log s) for s spans.
  public mutating func add(_ page: PageDigest) {
    var spans: [Span] = []
    for digest in page.articles {
      let ranges = digest.article.body.spans
      spans += ranges.map { Span(start: Int32($0.lowerBound), end: Int32($0.upperBound), article: Int32(lengths.count)) }
      lengths.append(ranges.reduce(0) { $0 + $1.count })
    }
    pages.append(spans.sorted { $0.start < $1.start })
  }

  /// The stories that stand more than once, in the order of their first articles.
  ///
  /// - Parameter duplicates: the passages that stand on two pages, those of one first page together.
  /// - Complexity: O(d · log s) for d passages.
  public func repeated(_ duplicates: [IssueDuplicate]) -> [Repeated] {
    var stories = ConnectedGroups()
    // What the articles of one page share with later ones.
    var shared: [Pair: Int] = [:]
    var page = -1
    func connect() {
      for (pair, length) in shared where Double(length) >= Self.share * Double(max(lengths[pair.a], lengths[pair.b])) {
        stories.connect(pair.a, pair.b)
      }
      shared.removeAll(keepingCapacity: true)
    }
    for duplicate in duplicates where duplicate.match.kind != .sameTemplate {
      if duplicate.a != page { connect() }
      page = duplicate.a
      forEachOverlap(duplicate.match.aRange, page: duplicate.a) { a, aLength in
        forEachOverlap(duplicate.match.bRange, page: duplicate.b) { b, bLength in
          shared[Pair(a: a, b: b), default: 0] += min(aLength, bLength)
        }
      }
    }
    connect()
    return stories.groups.map(Repeated.init)
  }

  private struct Pair: Hashable {
    var a: Int
    var b: Int
  }

  /// Calls `body` with each article that a range of a page has a part of, and the length of a run of it.
  private func forEachOverlap(_ range: Range<Int>, page: Int, _ body: (Int, Int) -> Void) {
    let spans = pages[page]
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if Int(spans[middle].end) <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    for span in spans[low...] {
      if Int(span.start) >= range.upperBound { break }
      body(Int(span.article), min(Int(span.end), range.upperBound) - max(Int(span.start), range.lowerBound))
    }
  }
}
