/// How the compiled tables of word boundaries are laid out.
///
/// A boundary's score is a sum of rows of whole numbers. `u` is for a boundary behind a unit, `t` for boundaries on both
/// sides of the unit behind it.
public enum BoundaryLayout {
  /// The numbers of a row: four places of `u`, then four of `t`.
  public static let rowWidth = 8
  /// Weights are stored as whole numbers of this part of one.
  public static let scale: Float = 24

  /// The longest word of the lexicon, in units.
  public static let longestWord = 6
  /// Lengths of matches are told apart up to this one.
  public static let lengthCount = 4
  /// Rows for a match's length, class and surroundings.
  public static let matchRowCount = lengthCount * WordClass.viewCount * 4 * 4 * 2 * 2 * 2
  /// Longest matches, 0 to 5, of three kinds at a boundary.
  public static let contextCount = 6 * 6 * 6
  /// The tables of contexts: `u` and `t` for dictionary words, `u` and `t` for words of the standard's text.
  public static let contextTableCount = 4

  /// The hash that finds a pair of units.
  @inlinable
  public static func pairHash(_ key: UInt32) -> UInt64 {
    let mixed = UInt64(key) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 32)
  }

  /// The hash of a prefix of three units and more, made of that of the prefix before it.
  @inlinable
  public static func prefixHash(_ hash: UInt64, _ unit: UInt16) -> UInt64 {
    let mixed = (hash ^ UInt64(unit)) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ (mixed >> 29)
  }

  /// The only slot where the key of a hash can be: a look-up reads one seed and never searches.
  @inlinable
  public static func slot(_ hash: UInt64, seeds: UnsafeRawPointer, _ seedCount: Int, _ count: Int) -> Int {
    let seed = seeds.loadUnaligned(fromByteOffset: 2 &* bucket(hash, seedCount), as: UInt16.self)
    return slot(hash, seed: seed, count)
  }

  /// The bucket of a hash, whose seed tells the slot.
  @inlinable
  public static func bucket(_ hash: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: ((hash >> 32) &* UInt64(truncatingIfNeeded: count)) >> 32)
  }

  /// The slot of a hash with the seed of its bucket.
  @inlinable
  public static func slot(_ hash: UInt64, seed: UInt16, _ count: Int) -> Int {
    let low = UInt32(truncatingIfNeeded: hash) ^ (UInt32(seed) &* 0x9E37_79B1)
    let mixed = (low ^ (low >> 15)) &* 0x85EB_CA6B
    return Int(truncatingIfNeeded: (UInt64(mixed) &* UInt64(truncatingIfNeeded: count)) >> 32)
  }
}
