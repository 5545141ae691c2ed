extension WordTable {
  /// The compiled file of words and their numbers; of a word given twice the last number counts.
  ///
  /// The bytes depend on the words alone, not on their order.
  public static func compile(_ words: some Sequence<(word: String, value: UInt32)>) -> [UInt8] {
    var values: [String: UInt32] = [:]
    for (word, value) in words { values[word] = value }
    let sorted = values.map { (units: Array($0.key.utf16), value: $0.value) }
      .sorted { $0.units.lexicographicallyPrecedes($1.units) }
    var slotCount = 2
    while 3 * slotCount < 4 * (sorted.count + 1) { slotCount *= 2 }

    var slots = [UInt32](repeating: 0, count: slotCount)
    for (index, entry) in sorted.enumerated() {
      var slot = Int(truncatingIfNeeded: hash(entry.units)) & (slotCount - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = UInt32(index + 1)
    }

    var payload: [UInt8] = []
    payload.appendLittleEndian(UInt32(sorted.count))
    payload.appendLittleEndian(UInt32(slotCount))
    for slot in slots { payload.appendLittleEndian(slot) }
    var end: UInt32 = 0
    for entry in sorted {
      end += UInt32(entry.units.count)
      payload.appendLittleEndian(end)
    }
    for entry in sorted { payload.appendLittleEndian(entry.value) }
    for entry in sorted {
      for unit in entry.units { payload.appendLittleEndian(unit) }
    }
    return LexiconFile.wrap(payload, kind: .words)
  }
}
