public import LCTextModel

/// A passage that may repeat another: a range of a text.
public struct Passage: Sendable {
  /// The text it stands in.
  public var text: Text
  /// Where it stands, in UTF-16 offsets of the text.
  public var range: Range<Int>

  /// Makes a passage of a range, or of a whole text.
  public init(_ text: Text, range: Range<Int>? = nil) {
    self.text = text
    self.range = range ?? text.range
  }

  /// Where a range of the passage stands in its text, both in UTF-16 offsets.
  public func place(of range: Range<Int>) -> Range<Int> {
    self.range.lowerBound + range.lowerBound..<self.range.lowerBound + range.upperBound
  }
}

/// All passages as one array of folded characters, with the place of each.
///
/// Folding drops white space and punctuation, brings full-width forms to ASCII and capitals to small letters: what OCR and
/// layout change without changing the words.
struct FoldedPassages {
  /// The folded characters of all passages, one after the other.
  private(set) var units = ContiguousArray<UInt16>()
  /// Where each character stands in its passage, in UTF-16 offsets of the passage.
  private(set) var places = ContiguousArray<Int32>()
  /// Where each passage starts in `units`, and the end.
  private(set) var starts: ContiguousArray<Int> = [0]

  /// Complexity: O(length of the passages).
  init(_ passages: [Passage]) {
    let fold = Fold.table
    starts.reserveCapacity(passages.count + 1)
    for passage in passages {
      var place: Int32 = 0
      for unit in passage.text.units[passage.range] {
        let folded = fold[Int(unit)]
        if folded != 0 {
          units.append(folded)
          places.append(place)
        }
        place += 1
      }
      starts.append(units.count)
    }
  }

  /// The number of passages.
  var count: Int { starts.count - 1 }

  /// The place of a passage's characters in `units`.
  func range(_ passage: Int) -> Range<Int> {
    starts[passage]..<starts[passage + 1]
  }

  /// A range of a passage's folded characters as UTF-16 offsets of the passage.
  func source(_ range: Range<Int>, of passage: Int) -> Range<Int> {
    let start = starts[passage]
    guard !range.isEmpty else { return 0..<0 }
    return Int(places[start + range.lowerBound])..<Int(places[start + range.upperBound - 1]) + 1
  }
}

/// What each UTF-16 unit becomes before passages are compared; 0 means that it is left out.
enum Fold {
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
