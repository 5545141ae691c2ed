/// The rows of weights that a word's part of speech is decided with: one for each thing that can be seen around a word.
///
/// Tags are numbers below `tagCount`, the one above stands for "none" or "unknown".
public struct TagLayout: Sendable, Hashable {
  /// The number of tags.
  public let tagCount: Int

  /// Units with greater numbers have no rows as first or last unit of a word.
  public static let unitLimit = 2048
  /// The words that have rows as neighbours, by their numbers from 1.
  public static let neighbourLimit = 3072
  /// Lengths are told apart up to this one.
  public static let lengthLimit = 5

  /// Makes a layout.
  public init(tagCount: Int) {
    self.tagCount = tagCount
  }

  @usableFromInline var side: Int { tagCount + 1 }
  @usableFromInline var square: Int { side * side }

  /// The tags of the two words before.
  @inlinable public func before(_ first: Int, _ second: Int) -> Int { first * side + second }
  /// The tag of the word before and the likely tag of the word behind.
  @inlinable public func around(_ before: Int, _ behind: Int) -> Int { square + before * side + behind }
  /// The likely tags of the two words behind.
  @inlinable public func behind(_ first: Int, _ second: Int) -> Int { 2 * square + first * side + second }
  /// The likely tag of the word itself and the tag before.
  @inlinable public func own(_ likely: Int, before: Int) -> Int { 3 * square + likely * side + before }
  /// The likely tags of the word itself and of the word behind.
  @inlinable public func own(_ likely: Int, behind: Int) -> Int { 4 * square + likely * side + behind }
  /// The length of an unknown word.
  @inlinable public func length(_ length: Int) -> Int { 5 * square + min(length, Self.lengthLimit) }
  /// The first unit of an unknown word.
  @inlinable public func first(_ unit: UInt16) -> Int { 5 * square + 8 + Int(unit) }
  /// The last unit of an unknown word.
  @inlinable public func last(_ unit: UInt16) -> Int { 5 * square + 8 + Self.unitLimit + Int(unit) }
  /// A frequent word before.
  @inlinable public func wordBefore(_ number: Int) -> Int { 5 * square + 8 + 2 * Self.unitLimit + number }
  /// A frequent word behind.
  @inlinable public func wordBehind(_ number: Int) -> Int {
    5 * square + 8 + 2 * Self.unitLimit + Self.neighbourLimit + number
  }
  /// The number of rows.
  public var rowCount: Int { 5 * square + 8 + 2 * Self.unitLimit + 2 * Self.neighbourLimit }
}
