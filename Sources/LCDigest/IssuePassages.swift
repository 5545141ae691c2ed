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
  public func duplicates(threads: Int = 1) -> [IssueDuplicate] {
    guard pageCount > 1 else { return [] }
    var options = DuplicateFinder.Options()
    options.threads = threads
    return DuplicateFinder(options: options).matches(in: store).compactMap { match in
      let (a, b) = (places[match.a], places[match.b])
      guard a.page != b.page else { return nil }
      var placed = match
      placed.aRange = Int(a.start) + match.aRange.lowerBound..<Int(a.start) + match.aRange.upperBound
      placed.bRange = Int(b.start) + match.bRange.lowerBound..<Int(b.start) + match.bRange.upperBound
      return IssueDuplicate(a: Int(a.page), b: Int(b.page), aBlock: Int(a.block), bBlock: Int(b.block), match: placed)
    }
  }
}
