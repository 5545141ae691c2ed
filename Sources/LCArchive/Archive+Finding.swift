public import LCDuplicates
public import LCTextModel

extension Archive {
  /// A match of a passage with one of the archive.
  public struct Found: Sendable {
    /// The name of the source of the archive's passage.
    public var source: String
    /// The archive's passage.
    public var entry: Entry
    /// The match: `a` is the number of the passage that was looked for, `b` is of no meaning.
    public var match: DuplicateMatch
  }

  /// Passages that are looked for at once, so that memory does not grow with their number.
  private static let batchSize = 4_096
  /// Grams in more passages say little.
  private static let frequencyCap = 64
  /// How many partners of a passage are compared.
  private static let bestCount = 8
  /// One gram that two passages have weighs 28; of a short passage there may be no more.
  private static let leastWeight: UInt64 = 14

  /// Calls `body` with each match of passages with those of the archive, in the order of the passages.
  ///
  /// - Parameters:
  ///   - store: the passages.
  ///   - finder: decides; see ``DuplicateFinder``.
  /// - Throws: ``ArchiveError``, and what `body` throws.
  /// - Complexity: O(archive) a batch of passages for reading postings, and an alignment for each pair.
  public func find(_ store: PassageStore, finder: DuplicateFinder, _ body: (Found) throws -> Void) throws {
    // One state of the archive for all, whatever is added meanwhile.
    try database.execute("BEGIN")
    defer { try? database.execute("COMMIT") }
    var start = 0
    while start < store.count {
      let end = min(start + Self.batchSize, store.count)
      for found in try matches(store, start..<end, finder) { try body(found) }
      start = end
    }
  }

  // MARK: - Candidates

  /// A gram that is looked for.
  private struct Wanted {
    var gram: UInt32
    var passages: [Int32]
  }

  private func matches(_ store: PassageStore, _ range: Range<Int>, _ finder: DuplicateFinder) throws(ArchiveError) -> [Found] {
    let candidates = try candidates(store, range)
    var compared = PassageStore()
    for passage in range { compared.append(store[passage]) }
    var known: [Int: (number: Int, source: String, entry: Entry)] = [:]
    var pairs: [(a: Int, b: Int)] = []
    let query = try database.statement(
      "SELECT source.name, passage.name, line, text FROM passage JOIN source ON source.id = passage.source WHERE passage.id = ?")
    for (passage, others) in candidates.enumerated() {
      for other in others {
        if known[other] == nil {
          query.bind([.integer(other)])
          guard try query.step(), let units = PackedText.units(of: query.bytes(3)) else {
            throw .damaged(path: path, detail: "passage \(other)")
          }
          let entry = Entry(name: query.text(1), line: query.integer(2), text: Text(units: units))
          known[other] = (compared.count, query.text(0), entry)
          compared.append(units[...])
        }
        if let number = known[other]?.number { pairs.append((passage, number)) }
      }
    }
    var sources: [Int: (source: String, entry: Entry)] = [:]
    for item in known.values { sources[item.number] = (item.source, item.entry) }
    return finder.matches(in: compared, pairs: pairs).compactMap { match in
      guard let other = sources[match.b] else { return nil }
      var match = match
      match.a += range.lowerBound
      return Found(source: other.source, entry: other.entry, match: match)
    }
  }

  /// For each passage of a range the archive's passages that share most with it.
  private func candidates(_ store: PassageStore, _ range: Range<Int>) throws(ArchiveError) -> [[Int]] {
    let wanted = wanted(store, range)
    var found: [[UInt32]] = .init(repeating: [], count: wanted.count)
    let segments = try database.statement("SELECT id, bits FROM segment ORDER BY id")
    while try segments.step() { try look(for: wanted, in: segments.integer(0), bits: segments.integer(1), &found) }
    var hits: [[UInt64]] = .init(repeating: [], count: range.count)
    for (item, passages) in zip(wanted, found) where passages.count <= Self.frequencyCap {
      let weight = UInt64(224 / (passages.count + 7))
      for passage in item.passages {
        for other in passages { hits[Int(passage)].append(UInt64(other) << 16 | weight) }
      }
    }
    return hits.map(Self.best)
  }

  private func wanted(_ store: PassageStore, _ range: Range<Int>) -> [Wanted] {
    var all: [UInt64] = []
    let fingerprinter = Fingerprinter()
    for passage in range {
      for gram in fingerprinter.grams(of: store[passage]) { all.append(UInt64(gram) << 32 | UInt64(passage - range.lowerBound)) }
    }
    all.sort()
    var wanted: [Wanted] = []
    for item in all {
      let gram = UInt32(truncatingIfNeeded: item >> 32)
      if wanted.last?.gram != gram { wanted.append(Wanted(gram: gram, passages: [])) }
      wanted[wanted.count - 1].passages.append(Int32(truncatingIfNeeded: item))
    }
    return wanted
  }

  /// Appends the passages of a segment that have a wanted gram.
  private func look(
    for wanted: [Wanted], in segment: Int, bits: Int, _ found: inout [[UInt32]]
  ) throws(ArchiveError) {
    let query = try database.statement("SELECT data FROM block WHERE segment = ? AND number = ?")
    var start = 0
    while start < wanted.count {
      let number = PostingBlock.number(of: wanted[start].gram, bits: bits)
      var end = start + 1
      while end < wanted.count, PostingBlock.number(of: wanted[end].gram, bits: bits) == number { end += 1 }
      query.bind([.integer(segment), .integer(number)])
      if try query.step() {
        var place = start
        let isWhole = PostingBlock.decode(
          query.bytes(0),
          gram: { gram, _ in
            while place < end, wanted[place].gram < gram { place += 1 }
            return place < end && wanted[place].gram == gram
          },
          passage: { passage in
            // One more than the cap tells that there are too many.
            if found[place].count <= Self.frequencyCap { found[place].append(passage) }
          })
        guard isWhole else { throw .damaged(path: path, detail: "a block of segment \(segment)") }
      }
      start = end
    }
  }

  /// The passages with the greatest sums of weights.
  private static func best(_ hits: [UInt64]) -> [Int] {
    var sums: [(weight: UInt64, passage: UInt64)] = []
    for hit in hits.sorted() {
      if sums.last?.passage == hit >> 16 {
        sums[sums.count - 1].weight += hit & 0xFFFF
      } else {
        sums.append((hit & 0xFFFF, hit >> 16))
      }
    }
    sums.sort { ($1.weight, $0.passage) < ($0.weight, $1.passage) }
    // What shares far less than the best is no copy of the passage where the best is one.
    let least = max(Self.leastWeight, (sums.first?.weight ?? 0) / 8)
    return sums.prefix(Self.bestCount).filter { $0.weight >= least }.map { Int($0.passage) }
  }
}
