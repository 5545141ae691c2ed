/// How two passages are alike and how they differ, in numbers.
struct PairMeasure {
  /// Characters that agree.
  var matched = 0
  var shorterLength = 0
  var longerLength = 0
  /// The characters between the first and the last that agree.
  var shorterSpan = 0
  var longerSpan = 0
  /// Characters that both passages have beyond the ends of what they share.
  var overhang = 0
  var runCount = 0
  var longestRun = 0
  /// The longest stretch of the shorter passage between two runs.
  var longestGap = 0
  var blockCount = 0
  var singles = 0
  /// Insertions of one or two characters, and of more.
  var insertions = 0
  var longInsertions = 0
  var misreadNumerals = 0
  var numerals = 0
  var hanNumerals = 0
  var names = 0
  /// Replacements of two to five characters, those of names with them, and of more.
  var replacements = 0
  var unevenReplacements = 0
  var longReplacements = 0
  /// Characters of the blocks that noise of single characters does not explain.
  var rewritten = 0
  /// Replaced blocks where a third passage has something else again (``TemplateSlots``).
  var slots = 0
  /// Whether the shorter passage begins in letters that are not Han.
  var isLatin = false

  init() {}

  /// - Parameters:
  ///   - a: the folded characters of the longer passage.
  ///   - b: those of the shorter.
  init(
    _ alignment: Alignment, _ blocks: [DifferingBlock], _ a: UnsafeBufferPointer<UInt16>, _ b: UnsafeBufferPointer<UInt16>
  ) {
    let (aRange, bRange) = (alignment.aRange, alignment.bRange)
    longerLength = a.count
    shorterLength = b.count
    longerSpan = aRange.count
    shorterSpan = bRange.count
    overhang =
      min(aRange.lowerBound, bRange.lowerBound) + min(a.count - aRange.upperBound, b.count - bRange.upperBound)
    runCount = alignment.runs.count
    var end: Int32?
    for run in alignment.runs {
      matched += Int(run.count)
      longestRun = max(longestRun, Int(run.count))
      if let end { longestGap = max(longestGap, Int(run.b - end)) }
      end = run.bEnd
    }
    blockCount = blocks.count
    for block in blocks { add(block) }
    isLatin = b.first.map { $0 < 0x2E80 && !Numeral.isDigit($0) } ?? false
  }

  private mutating func add(_ block: DifferingBlock) {
    let length = max(block.a.count, block.b.count)
    if length > 2, block.kind != .misreadNumeral { rewritten += length }
    switch block.kind {
    case .insertion:
      if block.a.count + block.b.count <= 2 { insertions += 1 } else { longInsertions += 1 }
    case .single: singles += 1
    case .misreadNumeral: misreadNumerals += 1
    case .numeral: numerals += 1
    case .hanNumeral: hanNumerals += 1
    case .longReplacement: longReplacements += 1
    case .name, .replacement:
      replacements += 1
      if block.kind == .name { names += 1 }
      if block.a.count != block.b.count { unevenReplacements += 1 }
    }
  }

  /// The share of the shorter passage that agrees.
  var coverage: Double { Double(matched) / Double(max(shorterLength, 1)) }
}
