internal import LCDuplicates
internal import LCTextModel
internal import LCTokenizer

extension Archive {
  /// Segments of one level are merged when there are this many.
  private static let mergeCount = 8
  /// Postings that are written as one segment; more would fill the memory.
  private static let segmentSize = 4_000_000

  /// Adds the passages of a source, in one transaction; a source with the same content is there already and changes nothing.
  ///
  /// - Parameters:
  ///   - entries: the passages, in order.
  ///   - source: the name of the source.
  /// - Returns: how many passages were added, `nil` when the source was there.
  /// - Throws: ``ArchiveError``; the archive is then as it was.
  /// - Complexity: O(n log n) for n characters, and its share of merging: O(postings · log(archive)) in all.
  public func add(_ entries: [Entry], source: String) throws(ArchiveError) -> Int? {
    var hash = ContentHash()
    for entry in entries {
      hash.add(entry.name.utf8)
      hash.add(CollectionOfOne(0))
      for unit in entry.text.units { hash.add([UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]) }
      hash.add(CollectionOfOne(0))
    }
    let key = SQLValue.bytes(hash.bytes)
    return try database.transaction { () throws(ArchiveError) -> Int? in
      guard try database.integer("SELECT count(*) FROM source WHERE hash = ?", key) == 0 else { return nil }
      try database.statement("INSERT INTO source (name, hash, passages) VALUES (?, ?, ?)")
        .run(.text(source), key, .integer(entries.count))
      try insert(entries, source: database.lastRow)
      try addWords(of: entries)
      try merge()
      return entries.count
    }
  }

  private func insert(_ entries: [Entry], source: Int) throws(ArchiveError) {
    let insertion = try database.statement("INSERT INTO passage (source, name, line, text) VALUES (?, ?, ?, ?)")
    let fingerprinter = Fingerprinter()
    var postings: [Posting] = []
    for entry in entries {
      try insertion.run(
        .integer(source), .text(entry.name), .integer(entry.line), .bytes(PackedText.bytes(of: entry.text.units)))
      let passage = UInt32(truncatingIfNeeded: database.lastRow)
      for gram in fingerprinter.grams(of: entry.text.units[...]) { postings.append(Posting(gram: gram, passage: passage)) }
      if postings.count >= Self.segmentSize { try write(&postings) }
    }
    try write(&postings)
  }

  private func write(_ postings: inout [Posting]) throws(ArchiveError) {
    guard !postings.isEmpty else { return }
    postings.sort()
    var level = 0
    while postings.count >> (3 * (level + 1)) >= 4_096 { level += 1 }
    try write(postings, level: level)
    postings.removeAll()
  }

  /// Writes sorted postings as a segment.
  private func write(_ postings: [Posting], level: Int) throws(ArchiveError) {
    let bits = PostingBlock.bits(postings: postings.count)
    let checksum = postings.reduce(0) { $0 ^ $1.hash }
    try database.statement("INSERT INTO segment (level, bits, postings, checksum) VALUES (?, ?, ?, ?)")
      .run(.integer(level), .integer(bits), .integer(postings.count), .integer(Int(bitPattern: UInt(checksum))))
    let segment = database.lastRow
    let insertion = try database.statement("INSERT INTO block (segment, number, data) VALUES (?, ?, ?)")
    var start = 0
    while start < postings.count {
      let number = PostingBlock.number(of: postings[start].gram, bits: bits)
      var end = start + 1
      while end < postings.count, PostingBlock.number(of: postings[end].gram, bits: bits) == number { end += 1 }
      try insertion.run(.integer(segment), .integer(number), .bytes(PostingBlock.encode(postings[start..<end])))
      start = end
    }
  }

  /// Merges the segments of a level when there are many of them.
  private func merge() throws(ArchiveError) {
    var level = 0
    while level <= (try database.integer("SELECT max(level) FROM segment")) {
      let segments = try segments(level: level)
      let total = try database.integer("SELECT sum(postings) FROM segment WHERE level = ?", .integer(level))
      // The largest stay as they are: merging them would take memory, and there are few.
      if segments.count >= Self.mergeCount, total <= 2 * Self.segmentSize {
        var postings: [Posting] = []
        for segment in segments { try forEachPosting(of: segment) { postings.append($0) } }
        postings.sort()
        for segment in segments {
          try database.statement("DELETE FROM block WHERE segment = ?").run(.integer(segment))
          try database.statement("DELETE FROM segment WHERE id = ?").run(.integer(segment))
        }
        try write(postings, level: level + 1)
      }
      level += 1
    }
  }

  private func segments(level: Int) throws(ArchiveError) -> [Int] {
    let query = try database.statement("SELECT id FROM segment WHERE level = ? ORDER BY id")
    query.bind([.integer(level)])
    var segments: [Int] = []
    while try query.step() { segments.append(query.integer(0)) }
    return segments
  }

  /// Calls `body` with each posting of a segment, in order.
  func forEachPosting(of segment: Int, _ body: (Posting) -> Void) throws(ArchiveError) {
    let query = try database.statement("SELECT data FROM block WHERE segment = ? ORDER BY number")
    query.bind([.integer(segment)])
    while try query.step() {
      var gram: UInt32 = 0
      let isWhole = PostingBlock.decode(
        query.bytes(0),
        gram: { found, _ in
          gram = found
          return true
        },
        passage: { body(Posting(gram: gram, passage: $0)) })
      guard isWhole else { throw .damaged(path: path, detail: "a block of segment \(segment)") }
    }
  }

  /// Counts in how many passages each word is.
  private func addWords(of entries: [Entry]) throws(ArchiveError) {
    let tokenizer: Tokenizer
    do {
      tokenizer = try Tokenizer()
    } catch {
      throw .failed(path: path, detail: "\(error)")
    }
    var counts: [UInt64: WordCount] = [:]
    for (number, entry) in entries.enumerated() {
      for token in tokenizer.tokens(in: entry.text) where token.count >= 2 && (token.kind == .word || token.kind == .latin) {
        var hash: UInt64 = 0
        for unit in entry.text.units[token.range] { hash = (hash ^ UInt64(unit)) &* 0xD6E8_FEB8_6659_FD93 ^ hash >> 32 }
        counts[hash, default: WordCount(entry: number, range: token.range)].add(number)
      }
    }
    let words = counts.values.map { (entries[$0.entry].text.string(in: $0.range), $0.count) }.sorted { $0.0 < $1.0 }
    let insertion = try database.statement(
      "INSERT INTO word (word, passages) VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET passages = passages + excluded.passages")
    for (word, count) in words { try insertion.run(.text(word), .integer(count)) }
  }

  /// In how many entries a word is, and where it was met first.
  private struct WordCount {
    var entry: Int
    var range: Range<Int>
    var count = 0
    private var last = -1

    init(entry: Int, range: Range<Int>) {
      self.entry = entry
      self.range = range
    }

    mutating func add(_ entry: Int) {
      if entry != last { count += 1 }
      last = entry
    }
  }
}
