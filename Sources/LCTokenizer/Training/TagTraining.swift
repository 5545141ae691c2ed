public import LCLexicon
internal import LCTextModel

/// Learns parts of speech from a tagged corpus: an averaged perceptron (Collins 2002) that tags from left to right.
public struct TagTraining {
  /// How often the lines are gone over.
  public var passes = 4
  /// Tells how far the training is.
  public var progress: (String) -> Void = { _ in }
  private let corpora: [SegmentedCorpus]
  private let alphabet: UnitAlphabet
  /// The parts of speech that a general dictionary gives.
  private let dictionary: [[UInt16]: PartOfSpeech]

  /// The largest weight as a whole number.
  private static let scale = 127.0

  /// Makes a training.
  ///
  /// - Parameters:
  ///   - corpora: the same text by several standards counts once.
  ///   - boundaries: what was learned of word boundaries: the alphabet, and the lexicon with the dictionary's parts of speech.
  public init(_ corpora: [SegmentedCorpus], boundaries: BoundaryModelData) {
    self.corpora = corpora
    alphabet = UnitAlphabet(characters: boundaries.characters)
    var dictionary: [[UInt16]: PartOfSpeech] = [:]
    for word in boundaries.words { dictionary[word.units] = word.tag }
    self.dictionary = dictionary
  }

  private struct Entry {
    var number = 0
    var tags: [Int] = []
    var weights: [Double] = []
    var sums: [Double] = []
    var stamps: [Int] = []
  }

  private struct Item {
    var entry: Int
    var gold: Int
    var view: WordView
  }

  /// Learns; the same for the same corpora.
  public func run() -> TagModelData {
    var tagCounts: [String: Int] = [:]
    var wordCounts: [[UInt16]: [String: Int]] = [:]
    var totals: [[UInt16]: Int] = [:]
    for corpus in corpora {
      var counts: [[UInt16]: Int] = [:]
      for word in corpus.lines.joined() { counts[word.units, default: 0] += 1 }
      totals.merge(counts) { max($0, $1) }
    }
    for word in corpora.lazy.flatMap(\.lines).joined() {
      tagCounts[word.tag, default: 0] += 1
      wordCounts[word.units, default: [:]][word.tag, default: 0] += 1
    }
    let tags = tagCounts.filter { $0.value >= 3 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    var numbers: [String: Int] = [:]
    for (index, tag) in tags.enumerated() { numbers[tag] = index }
    let words = wordCounts.keys.sorted { $0.lexicographicallyPrecedes($1) }
    let frequent = words.sorted { (totals[$1] ?? 0, $0.count) < (totals[$0] ?? 0, $1.count) }.prefix(TagLayout.neighbourLimit - 1)
    var entries: [Entry] = []
    var entryOf: [[UInt16]: Int] = [:]
    for word in words {
      let counts = wordCounts[word, default: [:]].compactMap { tag, count in numbers[tag].map { ($0, count) } }
      guard !counts.isEmpty else { continue }
      entryOf[word] = entries.count
      let order = counts.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
      let zeros = order.map { _ in 0.0 }
      entries.append(Entry(tags: order, weights: zeros, sums: zeros, stamps: order.map { _ in 0 }))
    }
    for (number, word) in frequent.enumerated() {
      if let entry = entryOf[word] { entries[entry].number = number + 1 }
    }
    return learned(tags, words, entryOf, &entries, totals, numbers)
  }

  private func learned(
    _ tags: [String], _ words: [[UInt16]], _ entryOf: [[UInt16]: Int], _ entries: inout [Entry], _ totals: [[UInt16]: Int],
    _ numbers: [String: Int]
  ) -> TagModelData {
    let layout = TagLayout(tagCount: tags.count)
    let width = tags.count
    let count = layout.rowCount * width
    var weights = [Double](repeating: 0, count: count)
    var sums = weights
    var stamps = [Int](repeating: 0, count: count)
    let sentences = items(entryOf, entries, totals, numbers, layout)
    let outside = WordView.outside(width)
    let open = openTags(entries, width)
    var step = 0
    var random = TrainingRandom(seed: 7)
    var order = Array(sentences.indices)
    for pass in 1...max(passes, 1) {
      order.shuffle(using: &random)
      var wrong = 0
      var all = 0
      for index in order {
        let sentence = sentences[index]
        var before = (width, width)
        for (place, item) in sentence.enumerated() {
          step += 1
          all += 1
          let isKnown = item.view.isKnown
          let candidates = isKnown ? entries[item.entry].tags : open
          let rows = TagRows(
            layout, item.view, before: before, wordBefore: place > 0 ? sentence[place - 1].view : outside,
            behind: place + 1 < sentence.count ? sentence[place + 1].view : outside,
            place + 2 < sentence.count ? sentence[place + 2].view : outside)
          var best = candidates[0]
          if candidates.count > 1 {
            var bestScore = -Double.infinity
            for (rank, tag) in candidates.enumerated() {
              var score = isKnown ? entries[item.entry].weights[rank] : 0
              rows.forEach { score += weights[$0 * width + tag] }
              if score > bestScore {
                bestScore = score
                best = tag
              }
            }
            if best != item.gold, candidates.contains(item.gold) {
              for (tag, change) in [(item.gold, 1.0), (best, -1.0)] {
                rows.forEach {
                  let place = $0 * width + tag
                  sums[place] += weights[place] * Double(step - stamps[place])
                  stamps[place] = step
                  weights[place] += change
                }
                if isKnown, let rank = entries[item.entry].tags.firstIndex(of: tag) {
                  let since = Double(step - entries[item.entry].stamps[rank])
                  entries[item.entry].sums[rank] += entries[item.entry].weights[rank] * since
                  entries[item.entry].stamps[rank] = step
                  entries[item.entry].weights[rank] += change
                }
              }
            }
          }
          if best != item.gold { wrong += 1 }
          before = (best, before.0)
        }
      }
      progress("tags: pass \(pass) of \(passes), \(wrong) of \(all) wrong")
    }
    for place in weights.indices { weights[place] = (sums[place] + weights[place] * Double(step - stamps[place])) / Double(step) }
    for index in entries.indices {
      for rank in entries[index].tags.indices {
        let since = Double(step - entries[index].stamps[rank])
        entries[index].weights[rank] = (entries[index].sums[rank] + entries[index].weights[rank] * since) / Double(step)
      }
    }
    return data(tags, words, entryOf, entries, weights, layout)
  }

  /// The sentences: words of the text that are met once count as unknown, so that there is something to learn about those.
  private func items(
    _ entryOf: [[UInt16]: Int], _ entries: [Entry], _ totals: [[UInt16]: Int], _ numbers: [String: Int], _ layout: TagLayout
  ) -> [[Item]] {
    corpora.flatMap(\.lines).map { line in
      line.compactMap { word in
        guard let gold = numbers[word.tag] else { return nil }
        let isKnown = (totals[word.units] ?? 0) > 1
        let entry = isKnown ? entryOf[word.units] ?? -1 : -1
        let view = WordView(
          record: nil, isKnown: entry >= 0,
          likely: entry >= 0
            ? entries[entry].tags[0] : dictionary[word.units].flatMap { numbers[$0.rawValue] } ?? layout.tagCount,
          number: entry >= 0 ? entries[entry].number : 0, first: alphabet[word.units.first ?? 0],
          last: alphabet[word.units.last ?? 0], length: word.units.count)
        return Item(entry: entry, gold: gold, view: view)
      }
    }
  }

  /// Unknown words may have any tag that fifty words of the text have alone.
  private func openTags(_ entries: [Entry], _ tagCount: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: tagCount)
    for entry in entries where entry.tags.count == 1 { counts[entry.tags[0]] += 1 }
    return (0..<tagCount).filter { counts[$0] >= 50 }
  }

  private func data(
    _ tags: [String], _ words: [[UInt16]], _ entryOf: [[UInt16]: Int], _ entries: [Entry], _ weights: [Double],
    _ layout: TagLayout
  ) -> TagModelData {
    let sizes = (weights + entries.flatMap(\.weights)).map(abs).sorted()
    let largest = sizes.isEmpty ? 1 : max(sizes[sizes.count - 1 - sizes.count / 20_000], 1e-9)
    let quantized = { (weight: Double) in Int8(max(-127, min(127, (weight / largest * Self.scale).rounded()))) }
    let rows = (0..<layout.rowCount).map { row -> [Int8] in
      let values = weights[row * tags.count..<(row + 1) * tags.count].map(quantized)
      return values.contains { $0 != 0 } ? values : []
    }
    let list = words.compactMap { word -> TagModelData.Word? in
      guard let index = entryOf[word] else { return nil }
      let entry = entries[index]
      return .init(word: word, number: entry.number, tags: zip(entry.tags, entry.weights).map { ($0, quantized($1)) })
    }
    return TagModelData(tags: tags, openTags: Set(openTags(entries, tags.count)), words: list, rows: rows)
  }
}
