public import LCLexicon
public import LCTextModel

/// Trains the word boundaries of all standards on corpora and a general dictionary.
///
/// The weights of `news` are learned first; those of the other standards go on from them on their own text, and decay
/// toward them, so that a small corpus borrows what a large one knows.
public struct BoundaryTraining {
  /// A word of a general dictionary.
  public struct DictionaryWord: Sendable {
    /// The word as UTF-16.
    public var word: [UInt16]
    /// How often it was counted.
    public var count: Int
    /// Its part of speech.
    public var tag: PartOfSpeech?

    /// Makes a word.
    public init(word: [UInt16], count: Int, tag: PartOfSpeech?) {
      self.word = word
      self.count = count
      self.tag = tag
    }

    /// 1 for words that the dictionary took over from elsewhere without a count, 2 for counted ones, 3 for frequent ones.
    var level: Int { count < 4 ? 1 : count < 300 ? 2 : 3 }
  }

  /// The corpus of each standard.
  public var corpora: [WordStandard: SegmentedCorpus]
  /// The general dictionary.
  public var dictionary: [DictionaryWord]
  /// How often the lines are gone over.
  public var passes = 10
  /// Tells how far the training is.
  public var progress: (String) -> Void = { _ in }

  /// Makes a training.
  public init(corpora: [WordStandard: SegmentedCorpus], dictionary: [DictionaryWord]) {
    self.corpora = corpora
    self.dictionary = dictionary
  }

  /// Learns lexicon and weights; the same for the same corpora.
  public func run() -> BoundaryModelData {
    let alphabet = UnitAlphabet(characters: characters())
    var lexicon = TrainingLexicon(alphabet)
    for word in dictionary { lexicon.add(word.word, level: word.level, tag: word.tag) }
    let pairs = PairNumbers()
    var lines: [WordStandard: [UnitLine]] = [:]
    for standard in WordStandard.allCases {
      guard let corpus = corpora[standard] else { continue }
      lexicon.add(corpus, standard)
      lines[standard] = corpus.lines.map { UnitLine($0, alphabet) }
      // The text of pku is that of news.
      if standard != .pku { for line in lines[standard] ?? [] { pairs.add(line.units) } }
    }
    let longest = lines.values.joined().map(\.units.count).max() ?? 1
    let workspace = MatchContexts(capacity: longest)
    defer { workspace.deallocate() }

    var weights: [BoundaryModelData.Weights] = []
    var origin: [Float]?
    var basePairs: [UInt32: [Int8]] = [:]
    for standard in WordStandard.allCases {
      let own = lines[standard] ?? []
      let features = own.enumerated().map { number, line in
        BoundaryFeatures(
          line, pairNumbers: pairs, lexicon: lexicon, standard, fold: TrainingLexicon.fold(number, of: own.count), workspace)
      }
      var options = BoundaryTrainer.Options()
      options.passes = passes
      // The text of pku is as long as that of news and needs no loan; it only shares the rows.
      let borrowed = standard == .pku ? nil : origin
      if origin != nil { options.rate = Self.laterRate }
      let trainer = BoundaryTrainer(
        unitCount: alphabet.count, pairCount: pairs.keys.count, longest: longest, origin: borrowed, options: options)
      if !features.isEmpty {
        trainer.train(features) { progress("\(standard.rawValue): pass \($0) of \(passes * options.seedCount)") }
      }
      let learned = learnedWeights(trainer, alphabet, pairs, base: origin == nil ? nil : basePairs)
      if origin == nil {
        origin = Array(trainer.weights)
        basePairs = learned.pairs
      }
      weights.append(learned)
    }
    return BoundaryModelData(characters: alphabet.characters, words: lexicon.entries, weights: weights)
  }

  private func characters() -> [UInt16] {
    var counts: [UInt16: Int] = [:]
    for corpus in corpora.values {
      for word in corpus.lines.joined() {
        for unit in word.units where !unit.isASCIIAlphanumeric { counts[unit, default: 0] += 1 }
      }
    }
    // Characters that only the dictionary has come after those of the corpora.
    var rare: [UInt16: Int] = [:]
    for word in dictionary {
      for unit in word.word where unit >= 0x80 && counts[unit] == nil { rare[unit, default: 0] += word.count }
    }
    let seen = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    let unseen = rare.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return Array((seen + unseen).prefix(UnitAlphabet.limit - Int(UnitAlphabet.first)))
  }

  /// The rate of standards after the first.
  private static let laterRate: Float = 0.3

  /// A pair's row counts when one of its weights does; of a further standard, when it differs from the first's.
  private static let smallestWeight = 6
  private static let smallestChange = 5

  private func learnedWeights(
    _ trainer: BoundaryTrainer, _ alphabet: UnitAlphabet, _ pairs: PairNumbers, base: [UInt32: [Int8]]?
  ) -> BoundaryModelData.Weights {
    var rows: [UInt32: [Int8]] = [:]
    for (number, key) in pairs.keys.enumerated() {
      let row = trainer.pairRow(number)
      if let base {
        let before = base[key] ?? [0, 0, 0, 0, 0, 0, 0, 0]
        let change = zip(row, before).map { abs(Int($0) - Int($1)) }.max() ?? 0
        if change >= Self.smallestChange { rows[key] = row }
      } else if (row.map { abs(Int($0)) }.max() ?? 0) >= Self.smallestWeight {
        rows[key] = row
      }
    }
    return BoundaryModelData.Weights(
      units: (0..<alphabet.count).map(trainer.unitRow), pairs: rows,
      matches: (0..<BoundaryLayout.matchRowCount).map(trainer.matchRow),
      contexts: (0..<BoundaryLayout.contextTableCount).map(trainer.contextTable))
  }
}
