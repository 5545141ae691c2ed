/// What each UTF-16 unit becomes before passages are compared: full-width forms ASCII, capitals small letters; white space and
/// punctuation are left out. These are what OCR and layout change without changing the words.
enum Fold {
  /// The folded unit of each unit; 0 means that it is left out.
  static let table: ContiguousArray<UInt16> = {
    var table = ContiguousArray<UInt16>(repeating: 0, count: 65_536)
    for unit in UInt16.min...UInt16.max { table[Int(unit)] = fold(unit) }
    return table
  }()

  private static func fold(_ unit: UInt16) -> UInt16 {
    switch unit {
    case 0x30...0x39, 0x61...0x7A: unit
    case 0x41...0x5A: unit | 0x20
    case 0xFF10...0xFF19: unit - 0xFEE0
    case 0xFF21...0xFF3A: (unit - 0xFEE0) | 0x20
    case 0xFF41...0xFF5A: unit - 0xFEE0
    // ASCII and Latin-1 marks, general punctuation, arrows and boxes, CJK marks, half-width and full-width marks.
    case 0x00...0xBF, 0xD7, 0xF7, 0x2000...0x206F, 0x2190...0x2BFF, 0x3000...0x3006, 0x3008...0x3020, 0x3030, 0x30FB: 0
    case 0xFE10...0xFE6F, 0xFF00...0xFFEF, 0xFFF0...0xFFFF: 0
    default: unit
    }
  }
}

/// The folded characters of one passage, in memory that the next passage uses again.
final class FoldedPassage {
  /// Room behind the last character, so that grams are read eight units at a time.
  private static let slack = 16

  private let table = Fold.table
  private(set) var units: UnsafeMutablePointer<UInt16>
  private var capacity: Int
  /// The number of folded characters.
  private(set) var count = 0

  init() {
    capacity = 4_096
    units = .allocate(capacity: capacity + Self.slack)
    units.initialize(repeating: 0, count: capacity + Self.slack)
  }

  deinit {
    units.deallocate()
  }

  /// Folds a passage. Complexity: O(n).
  func fold(_ source: UnsafeBufferPointer<UInt16>) {
    if source.count > capacity {
      units.deallocate()
      capacity = 2 * source.count
      units = .allocate(capacity: capacity + Self.slack)
      units.initialize(repeating: 0, count: capacity + Self.slack)
    }
    var end = 0
    table.withUnsafeBufferPointer { table in
      for unit in source {
        let folded = table[Int(unit)]
        units[end] = folded
        end += folded == 0 ? 0 : 1
      }
    }
    for place in end..<end + Self.slack { units[place] = 0 }
    count = end
  }
}
