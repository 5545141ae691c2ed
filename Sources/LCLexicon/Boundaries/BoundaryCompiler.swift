/// Weights and words before they are compiled.
public struct BoundaryModelData: Sendable {
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
  /// The words of the lexicon as UTF-16, with their classes.
  public var words: [(word: [UInt16], wordClass: WordClass)]
  /// The weights, by standard.
  public var weights: [Weights]

  /// Makes data.
  public init(characters: [UInt16], words: [(word: [UInt16], wordClass: WordClass)], weights: [Weights]) {
    self.characters = characters
    self.words = words
    self.weights = weights
  }
}

/// Compiles weights and words to the layout of ``BoundaryTables``.
struct BoundaryCompiler {
  private let data: BoundaryModelData
  private let alphabet: UnitAlphabet
  /// Third units (25 bits) and class (7 bits) of each pair.
  private var pairWords: [UInt32: UInt32] = [:]
  /// Class and whether it continues of each longer prefix, by hash.
  private var prefixes: [UInt64: (bits: UInt8, continues: Bool)] = [:]

  /// How full the tables are.
  private static let pairLoad = 0.85
  private static let prefixLoad = 0.8

  init(_ data: BoundaryModelData) {
    self.data = data
    alphabet = UnitAlphabet(characters: data.characters)
    for (word, wordClass) in data.words {
      guard let units = alphabet.units(of: word), units.count >= 2, units.count <= BoundaryLayout.longestWord,
        units.count == word.count
      else { continue }
      add(units, wordClass)
    }
  }

  private mutating func add(_ units: [UInt16], _ wordClass: WordClass) {
    let key = UInt32(units[0]) << 13 | UInt32(units[1])
    if units.count == 2 {
      pairWords[key, default: 0] |= UInt32(wordClass.bits) << 25
      return
    }
    pairWords[key, default: 0] |= 1 << UInt32(units[2] % 25)
    var hash = BoundaryLayout.prefixHash(BoundaryLayout.prefixHash(0, units[0]), units[1])
    for (index, unit) in units.enumerated().dropFirst(2) {
      hash = BoundaryLayout.prefixHash(hash, unit)
      var entry = prefixes[hash] ?? (0, false)
      if index == units.count - 1 { entry.bits |= wordClass.bits } else { entry.continues = true }
      prefixes[hash] = entry
    }
  }

  /// The compiled file.
  func file() -> [UInt8] {
    var bytes: [UInt8] = []
    let keys = Set(pairWords.keys).union(data.weights.flatMap { $0.pairs.keys }).sorted()
    let pairCount = Int(Double(keys.count) / Self.pairLoad) + 16
    let prefixCount = Int(Double(prefixes.count) / Self.prefixLoad) + 16
    for count in [alphabet.characters.count, pairCount, prefixCount, data.weights.count] {
      bytes.appendLittleEndian(UInt32(count))
    }
    for character in alphabet.characters { bytes.appendLittleEndian(character) }
    let slots = placedPairs(keys, count: pairCount, into: &bytes)
    placePrefixes(count: prefixCount, into: &bytes)
    for (index, weights) in data.weights.enumerated() {
      let changes = index == 0 ? [] : weights.pairs.sorted { $0.key < $1.key }
      bytes.appendLittleEndian(UInt32(changes.count))
      for row in weights.units + weights.matches + weights.contexts { for weight in row { bytes.appendLittleEndian(weight) } }
      for (key, row) in changes {
        bytes.appendLittleEndian(UInt32(slots[key] ?? 0))
        for weight in row { bytes.append(UInt8(bitPattern: weight)) }
      }
    }
    return LexiconFile.wrap(bytes, kind: .boundaries)
  }

  /// Writes the slots of pairs; gives the slot of each.
  private func placedPairs(_ keys: [UInt32], count: Int, into bytes: inout [UInt8]) -> [UInt32: Int] {
    var stored = [UInt32](repeating: 0, count: count)
    var slots: [UInt32: Int] = [:]
    slots.reserveCapacity(keys.count)
    for key in keys {
      var slot = BoundaryLayout.slot(BoundaryLayout.pairHash(key), count)
      while stored[slot] != 0 { slot = slot + 1 == count ? 0 : slot + 1 }
      stored[slot] = key << 6
      slots[key] = slot
    }
    for entry in stored {
      bytes.appendLittleEndian(entry)
      bytes.appendLittleEndian(pairWords[entry >> 6] ?? 0)
      for weight in data.weights[0].pairs[entry >> 6] ?? [0, 0, 0, 0, 0, 0, 0, 0] { bytes.append(UInt8(bitPattern: weight)) }
    }
    return slots
  }

  private func placePrefixes(count: Int, into bytes: inout [UInt8]) {
    var stored = [UInt32](repeating: 0, count: count)
    for (hash, entry) in prefixes.sorted(by: { $0.key < $1.key }) {
      var slot = BoundaryLayout.slot(UInt32(truncatingIfNeeded: hash >> 32), count)
      while stored[slot] != 0 { slot = slot + 1 == count ? 0 : slot + 1 }
      let fingerprint = UInt32(truncatingIfNeeded: hash) & 0x7F_FFFF
      stored[slot] = fingerprint << 9 | UInt32(entry.bits) << 2 | (entry.continues ? 2 : 0) | 1
    }
    for entry in stored { bytes.appendLittleEndian(entry) }
  }
}

extension BoundaryTables {
  /// The compiled file of weights and words, the same bytes for the same data.
  public static func compile(_ data: BoundaryModelData) -> [UInt8] {
    BoundaryCompiler(data).file()
  }
}
