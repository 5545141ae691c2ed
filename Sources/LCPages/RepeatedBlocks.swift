internal import LCDuplicates
internal import LCTextModel

/// Finds the blocks of a page that repeat others, and which copy is the true one.
struct RepeatedBlocks {
  private(set) var found: [RepeatedBlock] = []
  /// The blocks that are copies and no part of an article.
  private(set) var copies: Set<Int> = []

  /// - Complexity: O(n log n) for a page of n units.
  init(_ blocks: [Block], seam: Seam, finder: DuplicateFinder, in text: Text) {
    let passages = blocks.map { Passage(text, range: $0.range) }
    let matches = finder.matches(among: passages)
    for match in matches {
      var placed = match
      placed.aRange = passages[match.a].place(of: match.aRange)
      placed.bRange = passages[match.b].place(of: match.bRange)
      found.append(RepeatedBlock(a: match.a, b: match.b, match: placed))
    }
    for group in DuplicateClusters(matches.filter { $0.kind == .exact || $0.kind == .near }).groups {
      let kept = group.max { left, right in
        let scores = (fit(left, blocks, group, seam, text), fit(right, blocks, group, seam, text))
        // Of equal ones the first is kept.
        return scores.0 == scores.1 ? left > right : scores.0 < scores.1
      }
      copies.formUnion(group.filter { $0 != kept })
    }
  }

  /// How well a copy goes on from the block before it: a word over the seam, an end where it begins.
  private func fit(_ block: Int, _ blocks: [Block], _ group: [Int], _ seam: Seam, _ text: Text) -> Int {
    guard let previous = (0..<block).last(where: { !group.contains($0) }) else { return 0 }
    let range = blocks[previous].range
    let isAdjacent = previous == block - 1
    let left = RowTraits(range, in: text)
    if left.contains(.endsSentence) { return isAdjacent ? 1 : 0 }
    return (isAdjacent ? 1 : 0) + 2 * seam.wordLength(range, blocks[block].range, in: text)
  }
}
