internal import LCDuplicates
public import LCTextModel

/// The passages of an issue's pages, to find those that stand on two.
///
/// Of a page only the characters of its blocks are kept.
public struct IssuePassages: Sendable {
  /// Where a passage stands.
  private struct Place: Sendable {
    var page: Int32
    var block: Int32
    var start: Int32
  }

  private var store = PassageStore()
  private var places: ContiguousArray<Place> = []
  private var pageCount = 0

  /// Makes an empty collection.
  public init() {}

  /// Adds the next page. Complexity: O(its length).
  public mutating func add(_ page: Page) {
    for (block, item) in page.blocks.enumerated() {
      store.append(page.source.units[item.range])
      places.append(Place(page: Int32(pageCount), block: Int32(block), start: Int32(item.range.lowerBound)))
    }
    pageCount += 1
  }

  /// The passages that stand on two pages, in order; what repeats inside one page is left to the page.
  ///
  /// - Complexity: O(n log n) for n characters of all pages.
  public func repeated(threads: Int = 1) -> IssueRepeats {
    guard pageCount > 1 else { return IssueRepeats() }
    var options = DuplicateFinder.Options()
    options.threads = threads
    let matches = DuplicateFinder(options: options).matches(in: store).filter { places[$0.a].page != places[$0.b].page }
    var result = IssueRepeats()
    // Where each passage first repeats another, for the lists of all its places.
    var ranges: [Int: Range<Int>] = [:]
    result.duplicates = matches.map { match in
      let (a, b) = (places[match.a], places[match.b])
      var placed = match
      placed.aRange = Int(a.start) + match.aRange.lowerBound..<Int(a.start) + match.aRange.upperBound
      placed.bRange = Int(b.start) + match.bRange.lowerBound..<Int(b.start) + match.bRange.upperBound
      if match.kind != .sameTemplate {
        if ranges[match.a] == nil { ranges[match.a] = placed.aRange }
        if ranges[match.b] == nil { ranges[match.b] = placed.bRange }
      }
      return IssueDuplicate(a: Int(a.page), b: Int(b.page), aBlock: Int(a.block), bBlock: Int(b.block), match: placed)
    }
    result.passages = DuplicateClusters(matches).groups.map { group in
      group.map { IssueRepeats.Place(page: Int(places[$0].page), range: ranges[$0] ?? 0..<0) }
    }
    return result
  }
}

/// What repeats across the pages of an issue.
public struct IssueRepeats: Sendable {
  /// A range of a page, in UTF-16 offsets; pages from 0.
  public struct Place: Sendable, Hashable {
    /// The page and the range.
    public var page: Int, range: Range<Int>
  }

  /// The pairs of passages, those of one first page together.
  public var duplicates: [IssueDuplicate] = []
  /// All places of each passage, in order.
  public var passages: [[Place]] = []

  /// Makes what says that nothing repeats.
  public init() {}
}
