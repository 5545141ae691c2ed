/// Numbers grams from 0 in the order they are met: an open-addressed table with linear probing, at most half full.
struct GramNumbers {
  private var keys: ContiguousArray<UInt64>
  private var numbers: ContiguousArray<Int32>
  /// How many grams have a number.
  private(set) var count = 0

  /// - Parameter expected: about how many different grams there will be.
  init(expected: Int) {
    var size = 64
    while size < 2 * expected { size *= 2 }
    keys = .init(repeating: 0, count: size)
    numbers = .init(repeating: -1, count: size)
  }

  /// The number of a gram; a new one when it has none. Complexity: O(1).
  mutating func number(_ gram: UInt64) -> Int {
    var slot = place(of: gram)
    if numbers[slot] >= 0 { return Int(numbers[slot]) }
    if 2 * count >= keys.count {
      grow()
      slot = place(of: gram)
    }
    keys[slot] = gram
    numbers[slot] = Int32(count)
    count += 1
    return count - 1
  }

  /// The number of a gram; `nil` when it has none. Complexity: O(1).
  subscript(_ gram: UInt64) -> Int? {
    let number = numbers[place(of: gram)]
    return number < 0 ? nil : Int(number)
  }

  private func place(of gram: UInt64) -> Int {
    let mask = keys.count - 1
    // Fibonacci hashing (Knuth 1973).
    var slot = Int(truncatingIfNeeded: (gram &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while numbers[slot] >= 0, keys[slot] != gram { slot = (slot + 1) & mask }
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
