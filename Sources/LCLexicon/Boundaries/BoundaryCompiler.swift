public import LCTextModel

/// Weights and words before they are compiled.
public struct BoundaryModelData: Sendable {
  /// A word of the lexicon.
  public struct Word: Sendable {
    /// The word as UTF-16.
    public var units: [UInt16]
    /// What decides its class.
    public var wordClass: WordClass
    /// The part of speech a general dictionary gives it.
    public var tag: PartOfSpeech?

    /// Makes a word.
    public init(units: [UInt16], wordClass: WordClass, tag: PartOfSpeech?) {
      self.units = units
      self.wordClass = wordClass
      self.tag = tag
    }
  }

  /// The weights of one standard.
  public struct Weights: Sendable {
    /// A row of eight for each unit.
    public var units: [[Int16]]
    /// Rows of pairs of units; for every standard but the first only where they differ from the first's.
    public var pairs: [UInt32: [Int8]]
    /// A row for each kind of match.
    public var matches: [[Int16]]
    /// Four tables by longest matches.
    public var contexts: [[Int16]]

    /// Makes weights.
    public init(units: [[Int16]], pairs: [UInt32: [Int8]], matches: [[Int16]], contexts: [[Int16]]) {
      self.units = units
      self.pairs = pairs
      self.matches = matches
      self.contexts = contexts
    }
  }

  /// The alphabet's characters, frequent ones first.
  public var characters: [UInt16]
  /// The words of the lexicon.
  public var words: [Word]
  /// The weights, by standard.
  public var weights: [Weights]

  /// Makes data.
  public init(characters: [UInt16], words: [Word], weights: [Weights]) {
    self.characters = characters
    self.words = words
    self.weights = weights
  }
}

/// Compiles weights and words to the layout of ``BoundaryTables``.
struct BoundaryCompiler {
  private let data: BoundaryModelData
  private let alphabet: UnitAlphabet
  /// Class and third units of each pair, where ``PairEntry`` has them.
  private var pairWords: [UInt32: UInt64] = [:]
  /// Class and next units of each longer prefix, where ``PrefixEntry`` has them, by hash.
  private var prefixes: [UInt64: UInt32] = [:]

  init(_ data: BoundaryModelData) {
    self.data = data
    alphabet = UnitAlphabet(characters: data.characters)
    for word in data.words {
      guard let units = alphabet.units(of: word.units), units.count >= 2, units.count <= BoundaryLayout.longestWord,
        units.count == word.units.count
      else { continue }
      add(units, word.wordClass.bits, word.tag?.lexiconCode ?? 0)
    }
  }

  private mutating func add(_ units: [UInt16], _ classBits: UInt8, _ tagCode: UInt8) {
    let key = UInt32(units[0]) << 13 | UInt32(units[1])
    if units.count == 2 {
      pairWords[key, default: 0] |= UInt64(classBits) << 26 | UInt64(tagCode) << 20
      return
    }
    pairWords[key, default: 0] |= 1 << (33 + UInt64(units[2] % PairEntry.thirdUnitCount))
    var hash = BoundaryLayout.prefixHash(BoundaryLayout.prefixHash(0, units[0]), units[1])
    for (index, unit) in units.enumerated().dropFirst(2) {
      hash = BoundaryLayout.prefixHash(hash, unit)
      let isWhole = index == units.count - 1
      prefixes[hash, default: 0] |=
        isWhole ? UInt32(classBits) | UInt32(tagCode) << 7 : PrefixEntry.bit(ofNext: units[index + 1])
    }
  }

  /// Rows of pairs of frequent units, which have small numbers, stand together and stay in the caches.
  private static func isMoreFrequent(_ one: UInt32, _ other: UInt32) -> Bool {
    let products = (UInt64(one >> 13) * UInt64(one & 0x1FFF), UInt64(other >> 13) * UInt64(other & 0x1FFF))
    return (products.0, one) < (products.1, other)
  }

  /// The compiled file.
  func file() -> [UInt8] {
    var bytes: [UInt8] = []
    let rowKeys: [UInt32] = Set(data.weights.flatMap { Array($0.pairs.keys) }).sorted(by: Self.isMoreFrequent)
    let keys = Set(pairWords.keys).union(rowKeys).sorted()
    let pairs = DisplacedHash.place(keys.map(BoundaryLayout.pairHash))
    let longer = prefixes.sorted { $0.key < $1.key }
    let prefixPlaces = DisplacedHash.place(longer.map(\.key))
    var unitRowCount = 1
    for weights in data.weights {
      if let last = weights.units.lastIndex(where: { row in row.contains { $0 != 0 } }) {
        unitRowCount = max(unitRowCount, last + 1)
      }
    }
    for count in [
      alphabet.characters.count, pairs.slotCount, rowKeys.count + 1, prefixPlaces.slotCount, unitRowCount, data.weights.count,
      pairs.seeds.count, prefixPlaces.seeds.count,
    ] {
      bytes.appendLittleEndian(UInt32(count))
    }
    for number in alphabet.characters + pairs.seeds + prefixPlaces.seeds { bytes.appendLittleEndian(number) }
    var rows: [UInt32: Int] = [:]
    for (number, key) in rowKeys.enumerated() { rows[key] = number + 1 }
    var stored = [UInt64](repeating: 0, count: pairs.slotCount)
    for (key, slot) in zip(keys, pairs.slots) {
      stored[slot] = UInt64(key & PairEntry.keyMask) | (pairWords[key] ?? 0) | UInt64(rows[key] ?? 0) << 46
    }
    for entry in stored { bytes.appendLittleEndian(entry) }
    let noWeights: [Int8] = [0, 0, 0, 0, 0, 0, 0, 0]
    let firstRows = [noWeights] + rowKeys.map { key in data.weights[0].pairs[key] ?? noWeights }
    for row in firstRows {
      for weight in row { bytes.append(UInt8(bitPattern: weight)) }
    }
    var entries = [UInt32](repeating: 0, count: prefixPlaces.slotCount)
    for (prefix, slot) in zip(longer, prefixPlaces.slots) {
      entries[slot] = PrefixEntry(hash: prefix.key).entry | prefix.value
    }
    for entry in entries { bytes.appendLittleEndian(entry) }
    for (index, weights) in data.weights.enumerated() {
      let changes = index == 0 ? [] : weights.pairs.sorted { $0.key < $1.key }
      bytes.appendLittleEndian(UInt32(changes.count))
      for row in Array(weights.units.prefix(unitRowCount)) + weights.matches + weights.contexts {
        for weight in row { bytes.appendLittleEndian(weight) }
      }
      for (key, row) in changes {
        bytes.appendLittleEndian(UInt32(rows[key] ?? 0))
        for weight in row { bytes.append(UInt8(bitPattern: weight)) }
      }
    }
    return LexiconFile.wrap(bytes, kind: .boundaries)
  }
}

extension BoundaryTables {
  /// The compiled file of weights and words, the same bytes for the same data.
  public static func compile(_ data: BoundaryModelData) -> [UInt8] {
    BoundaryCompiler(data).file()
  }
}
