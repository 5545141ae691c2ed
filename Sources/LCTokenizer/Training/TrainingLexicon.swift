internal import LCLexicon
internal import LCTextModel

/// The lexicon while weights are trained.
///
/// A word of the training text must not help to find itself there, or its class would be trusted more than it deserves on
/// other text: the text is in folds, and a word counts as known in a fold only when another has it.
struct TrainingLexicon {
  /// How many folds a text is in.
  static let foldCount = 16

  private struct Node {
    var level = 0
    var tag: PartOfSpeech?
    var continues = false
    /// A bit for each fold of each standard's text that has the word.
    var folds: [UInt16] = [0, 0, 0, 0]
  }

  private var nodes: [UInt64: Int32] = [:]
  private var table: [Node] = []
  private var words: [[UInt16]: Int32] = [:]
  private let alphabet: UnitAlphabet

  init(_ alphabet: UnitAlphabet) {
    self.alphabet = alphabet
  }

  /// Adds a word of a general dictionary.
  mutating func add(_ word: [UInt16], level: Int, tag: PartOfSpeech?) {
    guard let node = insert(word) else { return }
    table[node].level = max(table[node].level, level)
    table[node].tag = table[node].tag ?? tag
  }

  /// Adds the words of a training text.
  mutating func add(_ corpus: SegmentedCorpus, _ standard: WordStandard) {
    for (number, line) in corpus.lines.enumerated() {
      let bit = UInt16(1) << UInt16(Self.fold(number, of: corpus.lines.count))
      for word in line {
        if let node = insert(word.units) { table[node].folds[standard.index] |= bit }
      }
    }
  }

  /// The fold of a line.
  static func fold(_ line: Int, of count: Int) -> Int {
    line * foldCount / max(count, 1)
  }

  private mutating func insert(_ word: [UInt16]) -> Int? {
    guard word.count >= 2, word.count <= BoundaryLayout.longestWord else { return nil }
    if let known = words[word] { return Int(known) }
    guard let units = alphabet.units(of: word), units.count == word.count, !units.contains(where: { $0 < UnitAlphabet.unknown })
    else { return nil }
    var hash: UInt64 = 0
    var node = 0
    for (index, unit) in units.enumerated() {
      hash = BoundaryLayout.prefixHash(hash, unit)
      if let found = nodes[hash] {
        node = Int(found)
      } else {
        node = table.count
        nodes[hash] = Int32(node)
        table.append(Node())
      }
      if index < units.count - 1 { table[node].continues = true }
    }
    words[word] = Int32(node)
    return node
  }

  /// Calls `body` with each word in a line: its first unit, its end, its view.
  ///
  /// - Parameter fold: the line's fold of the training text, whose words are hidden; `nil` hides none.
  func forEachWord(in units: [UInt16], _ standard: WordStandard, fold: Int?, _ body: (Int, Int, UInt8) -> Void) {
    let hidden: UInt16 = fold.map { 1 << UInt16($0) } ?? 0
    for start in units.indices {
      var hash: UInt64 = 0
      for end in start..<min(units.count, start + BoundaryLayout.longestWord) {
        hash = BoundaryLayout.prefixHash(hash, units[end])
        guard let index = nodes[hash] else { break }
        let node = table[Int(index)]
        if end > start {
          let isKnown = node.folds[standard.index] & ~hidden != 0
          if node.level > 0 || isKnown {
            body(start, end + 1, UInt8(node.level) | (node.tag == .nr ? 4 : 0) | (isKnown ? 8 : 0))
          }
        }
        if !node.continues { break }
      }
    }
  }

  /// All words with their classes, in the order of their units.
  var entries: [BoundaryModelData.Word] {
    words.map { word, index in
      let node = table[Int(index)]
      let standards = Set(WordStandard.allCases.filter { node.folds[$0.index] != 0 })
      let wordClass = WordClass(level: node.level, isName: node.tag == .nr, standards: standards)
      return .init(units: word, wordClass: wordClass, tag: node.tag)
    }.sorted { $0.units.lexicographicallyPrecedes($1.units) }
  }
}
