/// Two passages that were aligned and share something.
struct ComparedPair: Sendable {
  /// A block where both have something that is not the same.
  struct ReplacedBlock: Sendable {
    var a: Range<Int>
    var b: Range<Int>
    var aUnits: [UInt16]
    var bUnits: [UInt16]
    var isFact: Bool
  }

  /// The passages, `a` < `b`.
  var a: Int32
  var b: Int32
  var measure: PairMeasure
  /// What they share, in places of the folded passages.
  var aRange: Range<Int>
  var bRange: Range<Int>
  /// The blocks that differ, of pairs that share enough to be of one template.
  var blocks: [ReplacedBlock] = []

  /// Pairs that share less of the shorter passage have no template in common.
  static let templateCoverage = 0.5

  /// - Parameters:
  ///   - first: the passage the aligner has loaded, the longer.
  ///   - second: the passage it aligned last.
  init(_ alignment: Alignment, _ first: Int32, _ second: Int32, _ aligner: Aligner) {
    let (firstUnits, secondUnits) = (aligner.firstUnits, aligner.secondUnits)
    let differing = DifferingBlock.blocks(alignment, firstUnits, secondUnits)
    measure = PairMeasure(alignment, differing, firstUnits, secondUnits)
    a = min(first, second)
    b = max(first, second)
    let isSwapped = first > second
    aRange = isSwapped ? alignment.bRange : alignment.aRange
    bRange = isSwapped ? alignment.aRange : alignment.bRange
    guard measure.coverage >= Self.templateCoverage else { return }
    for block in differing where block.isReplaced {
      let (x, y) = (Array(firstUnits[block.a]), Array(secondUnits[block.b]))
      blocks.append(
        isSwapped
          ? ReplacedBlock(a: block.b, b: block.a, aUnits: y, bUnits: x, isFact: block.isFact)
          : ReplacedBlock(a: block.a, b: block.b, aUnits: x, bUnits: y, isFact: block.isFact))
    }
  }
}
