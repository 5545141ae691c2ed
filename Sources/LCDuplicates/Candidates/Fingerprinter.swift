/// Chooses the grams that a passage is found by in an archive: of all its grams those whose hash is a multiple of 6.
///
/// Which grams are chosen depends on nothing but themselves, so that two copies choose the same of those they share. The
/// memory of one fingerprinter is used for all its passages.
public final class Fingerprinter {
  /// Grams of Han characters have this length.
  private static let gram = Gram(hanLength: 4)
  private static let sample: UInt64 = 6

  private let folded = FoldedPassage()

  /// Makes a fingerprinter.
  public init() {}

  /// The hashes of a passage's chosen grams, sorted, each once.
  ///
  /// - Complexity: O(n log n).
  public func grams(of passage: ContiguousArray<UInt16>.SubSequence) -> [UInt32] {
    passage.withUnsafeBufferPointer { folded.fold($0) }
    var hashes: [UInt32] = []
    Self.gram.forEachHash(folded) { hash in
      if hash % Self.sample == 0 { hashes.append(UInt32(truncatingIfNeeded: hash >> 32)) }
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
