/// Numbers hashes from 0 in the order they are met: an open-addressed table with linear probing, at most half full.
public struct HashNumbers: Sendable {
  @usableFromInline var keys: ContiguousArray<UInt64>
  @usableFromInline var numbers: ContiguousArray<Int32>
  /// How many hashes have a number.
  public private(set) var count = 0

  /// - Parameter expected: about how many different hashes there will be.
  public init(expected: Int = 128) {
    var size = 64
    while size < 2 * expected { size *= 2 }
    keys = .init(repeating: 0, count: size)
    numbers = .init(repeating: -1, count: size)
  }

  /// The number of a hash; a new one when it has none. Complexity: O(1).
  @inlinable
  public mutating func number(_ hash: UInt64) -> Int {
    let slot = place(of: hash)
    return numbers[slot] >= 0 ? Int(numbers[slot]) : insert(hash, slot)
  }

  /// The number of a hash; `nil` when it has none. Complexity: O(1).
  @inlinable
  public subscript(_ hash: UInt64) -> Int? {
    let number = numbers[place(of: hash)]
    return number < 0 ? nil : Int(number)
  }

  @usableFromInline
  mutating func insert(_ hash: UInt64, _ slot: Int) -> Int {
    var slot = slot
    if 2 * count >= keys.count {
      grow()
      slot = place(of: hash)
    }
    keys[slot] = hash
    numbers[slot] = Int32(count)
    count += 1
    return count - 1
  }

  @inlinable
  func place(of hash: UInt64) -> Int {
    let mask = keys.count - 1
    // Fibonacci hashing (Knuth 1973): pairs of characters are no hashes yet.
    var slot = Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while numbers[slot] >= 0, keys[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (keys, numbers)
    keys = .init(repeating: 0, count: 2 * old.0.count)
    numbers = .init(repeating: -1, count: 2 * old.0.count)
    for (key, number) in zip(old.0, old.1) where number >= 0 {
      let slot = place(of: key)
      keys[slot] = key
      numbers[slot] = number
    }
  }
}
