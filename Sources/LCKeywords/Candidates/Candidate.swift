internal import LCLexicon
internal import LCTextModel

/// A word, or a run of adjacent words, that may be a keyword.
struct Candidate {
  /// The number of its words.
  var wordCount: Int32
  /// How often it occurs.
  var count: Int32
  /// Its first and last occurrence in ``CandidateList/occurrences``.
  var firstOccurrence: Int32
  var lastOccurrence: Int32
  /// What it names.
  var entity: Entity.Kind?
  /// Whether it is a name, or stands in quotation marks, at one of its places.
  var isNamed = false
}

/// One place of a candidate.
struct Occurrence {
  /// The token it begins with, and the one after its last.
  var start: Int32
  var end: Int32
  /// The next place of the same candidate; -1 behind the last.
  var next: Int32
  /// The candidate's number.
  var candidate: Int32
}

/// The candidates of a document, in the order of their first places.
struct CandidateList {
  var candidates: [Candidate] = []
  var occurrences: [Occurrence] = []

  /// Whether all occurrences of a candidate lie in those of one longer name: then this is a part of it.
  ///
  /// - Complexity: O(1) for candidates of a few words.
  func isPartOfName(_ candidate: Candidate) -> Bool {
    guard candidate.count > 1 else { return false }
    let first = occurrences[Int(candidate.firstOccurrence)]
    // Occurrences come by their starts: those before and behind that may hold this one.
    var number = Int(candidate.firstOccurrence) - 1
    while number >= 0, occurrences[number].start > first.start - Self.reach {
      if isName(number, around: first, candidate) { return true }
      number -= 1
    }
    number = Int(candidate.firstOccurrence) + 1
    while number < occurrences.count, occurrences[number].start == first.start {
      if isName(number, around: first, candidate) { return true }
      number += 1
    }
    return false
  }

  /// The most tokens a longer candidate may begin before a part of it.
  private static let reach: Int32 = 8

  private func isName(_ number: Int, around part: Occurrence, _ candidate: Candidate) -> Bool {
    let other = occurrences[number]
    guard other.start <= part.start, other.end >= part.end, other.end - other.start > part.end - part.start else { return false }
    let name = candidates[Int(other.candidate)]
    return name.isNamed && name.count == candidate.count
  }

  /// Calls `body` with each occurrence of a candidate, in order.
  @inline(__always)
  func forEachOccurrence(of candidate: Candidate, _ body: (Occurrence) -> Void) {
    var number = candidate.firstOccurrence
    while number >= 0 {
      let occurrence = occurrences[Int(number)]
      body(occurrence)
      number = occurrence.next
    }
  }
}

/// Puts the places of candidates together.
struct CandidateBuilder {
  private(set) var list = CandidateList()
  private var table = HashNumbers()

  /// Adds a place: its tokens, the number of its words, their hash, what it names.
  mutating func add(_ start: Int, _ end: Int, _ wordCount: Int, _ hash: UInt64, _ name: (kind: Entity.Kind?, end: Int)?) {
    let number = table.number(hash)
    let occurrence = Int32(list.occurrences.count)
    list.occurrences.append(Occurrence(start: Int32(start), end: Int32(end), next: -1, candidate: Int32(number)))
    if number == list.candidates.count {
      list.candidates.append(
        Candidate(
          wordCount: Int32(wordCount), count: 1, firstOccurrence: occurrence,
          lastOccurrence: occurrence, entity: name?.kind))
    } else {
      list.occurrences[Int(list.candidates[number].lastOccurrence)].next = occurrence
      list.candidates[number].lastOccurrence = occurrence
      list.candidates[number].count += 1
    }
    if name != nil { list.candidates[number].isNamed = true }
  }
}
