internal import LCTextModel

/// The tables of word boundaries as text that can be reviewed: the words of the lexicon, and the weights.
///
/// `words.tsv` has rows of word, level, part of speech and the standards whose text has the word (`N` news, `P` pku, `M` msr,
/// `G` gsd). `boundaries.tsv` has rows of kind, standard, key and eight weights: kind `unit`
/// with a character (all characters of the alphabet in the first standard's rows, in their order), `pair` with two, `match`
/// with the number of a row, `context` with the number of a run of eight. `0` stands for a run of digits, `a` for one of
/// Latin letters, U+FFFD for a character that is not in the alphabet.
extension BoundaryModelData {
  private static let letters: [UInt8] = Array("NPMG".utf8)
  private static let wordsHeader = """
    # The words that word boundaries are decided with.
    # Sources: dict.txt of jieba 0.42.1 (MIT licence), and the words of the corpora that the weights were learned from; see PROVENANCE.md.
    # word<TAB>level: 0 not in the dictionary, 1 taken over there without a count, 2 counted, 3 frequent<TAB>its part of speech there<TAB>corpora

    """
  private static let weightsHeader = """
    # The weights of the word boundary model, learned by 'lctext lexicon train'; see PROVENANCE.md and Guides/Tokenizer.md.
    # kind<TAB>standard<TAB>key<TAB>eight weights in 24ths: four of a boundary, four of two around one unit

    """

  /// The text of `words.tsv`.
  public var wordsText: String {
    var bytes = Array(Self.wordsHeader.utf8)
    for word in words.sorted(by: { $0.units.lexicographicallyPrecedes($1.units) }) {
      bytes += String(decoding: word.units, as: UTF16.self).utf8
      bytes += "\t\(word.wordClass.level)\t\(word.tag?.rawValue ?? "")\t".utf8
      for standard in WordStandard.allCases where word.wordClass.isKnown(to: standard) {
        bytes.append(Self.letters[standard.index])
      }
      bytes.append(0x0A)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of `boundaries.tsv`.
  public var weightsText: String {
    let names = ["", "0", "a", "\u{FFFD}"] + characters.map { String(decoding: [$0], as: UTF16.self) }
    var lines = ""
    func add(_ kind: String, _ standard: WordStandard, _ key: String, _ row: [some BinaryInteger]) {
      lines += "\(kind)\t\(standard.rawValue)\t\(key)\t\(row.map { String($0) }.joined(separator: " "))\n"
    }
    for (standard, weights) in zip(WordStandard.allCases, self.weights) {
      let isFirst = standard.index == 0
      for (unit, row) in weights.units.enumerated().dropFirst() where isFirst || row.contains(where: { $0 != 0 }) {
        add("unit", standard, names[unit], row)
      }
      for (key, row) in weights.pairs.sorted(by: { $0.key < $1.key }) {
        add("pair", standard, names[Int(key >> 13)] + names[Int(key & 0x1FFF)], row)
      }
      for (number, row) in weights.matches.enumerated() where row.contains(where: { $0 != 0 }) {
        add("match", standard, String(number), row)
      }
      let contexts = weights.contexts.flatMap { $0 }
      for number in 0..<contexts.count / 8 {
        add("context", standard, String(number), Array(contexts[number * 8..<number * 8 + 8]))
      }
    }
    return Self.weightsHeader + lines
  }

  /// Reads both texts.
  ///
  /// - Throws: ``LexiconError/badRow(line:reason:)``.
  /// - Complexity: O(bytes).
  public init(words wordsText: String, weights weightsText: String) throws(LexiconError) {
    let width = BoundaryLayout.rowWidth
    let noRow = [Int16](repeating: 0, count: width)
    let contextCount = BoundaryLayout.contextTableCount * BoundaryLayout.contextCount
    var numbers: [UInt16: UInt16] = [0x30: UnitAlphabet.digits, 0x61: UnitAlphabet.latin, 0xFFFD: UnitAlphabet.unknown]
    var characters: [UInt16] = []
    var units = [[[Int16]]](repeating: [noRow], count: WordStandard.allCases.count)
    var pairs = [[UInt32: [Int8]]](repeating: [:], count: units.count)
    var matches = [[[Int16]]](repeating: .init(repeating: noRow, count: BoundaryLayout.matchRowCount), count: units.count)
    var contexts = [[Int16]](repeating: .init(repeating: 0, count: contextCount), count: units.count)

    try ByteTable(weightsText).forEachRow { (line, fields) throws(LexiconError) in
      guard fields.count == 4, let standard = WordStandard(rawValue: fields.string(1)),
        let row = fields.row(3, width: width)
      else { throw .badRow(line: line, reason: "not a kind, a standard, a key and \(width) weights") }
      let key = Array(fields.string(2).utf16)
      let index = standard.index
      switch fields.string(0) {
      case "unit":
        guard key.count == 1 else { throw .badRow(line: line, reason: "a unit is one character") }
        if index == 0 {
          if numbers[key[0]] == nil {
            numbers[key[0]] = UInt16(characters.count) + UnitAlphabet.first
            characters.append(key[0])
          }
          units[0].append(row)
        } else {
          guard let number = numbers[key[0]] else { throw .badRow(line: line, reason: "a unit that news does not have") }
          if units[index].count < units[0].count { units[index] = .init(repeating: noRow, count: units[0].count) }
          units[index][Int(number)] = row
        }
      case "pair":
        guard key.count == 2, let first = numbers[key[0]], let second = numbers[key[1]] else {
          throw .badRow(line: line, reason: "a pair is two characters of the alphabet")
        }
        pairs[index][UInt32(first) << 13 | UInt32(second)] = row.map { Int8(clamping: $0) }
      case "match":
        guard let number = Int(fields.string(2)), matches[index].indices.contains(number) else {
          throw .badRow(line: line, reason: "no such match")
        }
        matches[index][number] = row
      case "context":
        guard let number = Int(fields.string(2)), number >= 0, number * width < contextCount else {
          throw .badRow(line: line, reason: "no such context")
        }
        contexts[index].replaceSubrange(number * width..<(number + 1) * width, with: row)
      default: throw .badRow(line: line, reason: "no such kind of row")
      }
    }
    let tableSize = BoundaryLayout.contextCount
    let unitCount = units[0].count
    self.init(
      characters: characters, words: try Self.words(wordsText),
      weights: units.indices.map { index in
        Weights(
          units: units[index].count < unitCount ? .init(repeating: noRow, count: unitCount) : units[index],
          pairs: pairs[index], matches: matches[index],
          contexts: (0..<BoundaryLayout.contextTableCount).map { Array(contexts[index][$0 * tableSize..<($0 + 1) * tableSize]) })
      })
  }

  private static func words(_ text: String) throws(LexiconError) -> [Word] {
    var words: [Word] = []
    try ByteTable(text).forEachRow { (line, fields) throws(LexiconError) in
      guard fields.count == 4, let level = Int(fields.string(1)), (0...3).contains(level) else {
        throw .badRow(line: line, reason: "not a word, a level, a part of speech and corpora")
      }
      let tag = PartOfSpeech(rawValue: fields.string(2))
      guard tag != nil || fields.string(2).isEmpty else { throw .badRow(line: line, reason: "no such part of speech") }
      var standards: Set<WordStandard> = []
      for letter in fields.bytes(3) {
        guard let index = letters.firstIndex(of: letter) else { throw .badRow(line: line, reason: "no such corpus") }
        standards.insert(WordStandard.allCases[index])
      }
      let wordClass = WordClass(level: level, isName: tag == .nr, standards: standards)
      words.append(Word(units: Array(fields.string(0).utf16), wordClass: wordClass, tag: tag))
    }
    return words
  }
}
