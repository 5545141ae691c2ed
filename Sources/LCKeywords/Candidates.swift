internal import LCLexicon
internal import LCTextModel

/// A word that may be a keyword, and where it occurs.
struct Candidate {
  /// The word as it stands at its first place.
  var text: String
  /// Its places, in UTF-16 offsets, in order.
  var ranges: [Range<Int>]
  /// The number of documents of the background that hold it.
  var documentFrequency: Int
}

/// Finds the candidates among a document's tokens.
struct CandidateFinder {
  let stopWords: StopWords
  let background: DocumentFrequency
  let minimumLength: Int

  /// The content words of a document in the order of their first places: words of two characters or more in letters or Han
  /// characters that are no stop words. Latin words are told apart without regard to case.
  ///
  /// - Complexity: O(tokens).
  func candidates(in text: Text, _ tokens: [Token]) -> [Candidate] {
    var candidates: [Candidate] = []
    var numbers: [ContiguousArray<UInt16>: Int] = [:]
    for token in tokens where (token.kind == .word || token.kind == .latin) && token.count >= minimumLength {
      let key = folded(text.units[token.range])
      if let number = numbers[key] {
        candidates[number].ranges.append(token.range)
        continue
      }
      let frequency: Int? = key.withUnsafeBufferPointer { word in
        stopWords.contains(word) ? nil : background.count(of: word)
      }
      guard let frequency else { continue }
      numbers[key] = candidates.count
      candidates.append(
        Candidate(text: text.string(in: token.range), ranges: [token.range], documentFrequency: frequency))
    }
    return candidates
  }

  private func folded(_ units: ContiguousArray<UInt16>.SubSequence) -> ContiguousArray<UInt16> {
    ContiguousArray(units.lazy.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 })
  }
}
