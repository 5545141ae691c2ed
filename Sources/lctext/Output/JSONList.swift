/// Writes records as one JSON value: the one record itself, or a list of several; or as JSON Lines.
///
/// The first record is held back until a second comes or the end.
struct JSONList {
  private let isList: Bool
  private var held: [UInt8]?
  private var count = 0

  init(isList: Bool) {
    self.isList = isList
  }

  /// What to write when a further record is there.
  mutating func next(_ record: [UInt8]) -> [UInt8] {
    guard isList else { return record + [0x0A] }
    count += 1
    if count == 1 {
      held = record
      return []
    }
    let first = held.map { [0x5B, 0x0A] + $0 } ?? []
    held = nil
    return first + [0x2C, 0x0A] + record
  }

  /// What to write at the end.
  var end: [UInt8] {
    guard isList else { return [] }
    if let held { return held + [0x0A] }
    return Array(count == 0 ? "[]\n".utf8 : "\n]\n".utf8)
  }
}
