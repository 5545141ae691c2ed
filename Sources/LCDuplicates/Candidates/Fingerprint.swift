/// The grams that a passage is found by in an archive: of all its grams those whose hash is a multiple of 4.
///
/// Which grams are chosen depends on nothing but themselves, so that two copies choose the same of those they share.
public enum Fingerprint {
  /// Grams of Han characters have this length.
  public static let hanLength = 4
  private static let sample: UInt64 = 4

  /// The grams' hashes, sorted, each once.
  ///
  /// - Complexity: O(n log n).
  public static func grams(of passage: some Collection<UInt16>) -> [UInt32] {
    let folded = FoldedPassage()
    ContiguousArray(passage).withUnsafeBufferPointer { folded.fold($0) }
    return grams(of: folded)
  }

  static func grams(of folded: FoldedPassage) -> [UInt32] {
    var hashes: [UInt32] = []
    Gram(hanLength: hanLength).forEachHash(folded) { hash in
      if hash % sample == 0 { hashes.append(UInt32(truncatingIfNeeded: hash >> 32)) }
    }
    hashes.sort()
    var last: UInt32?
    hashes.removeAll { hash in
      defer { last = hash }
      return hash == last
    }
    return hashes
  }

  /// A gram's name in rows: eight hexadecimal digits.
  public static func name(_ gram: UInt32) -> String {
    let digits = String(gram, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
