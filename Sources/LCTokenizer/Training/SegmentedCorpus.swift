internal import LCLexicon
internal import LCTextModel

/// Lines of text that people have cut into words.
///
/// A line is words with white space between; `word/tag` where the words are tagged.
public struct SegmentedCorpus: Sendable {
  /// A word and its tag, in UTF-16; the tag is empty where there is none.
  public struct Word: Sendable, Hashable {
    /// The word, full-width forms as those of ASCII.
    public var units: [UInt16]
    /// The tag.
    public var tag: String
  }

  /// The lines.
  public var lines: [[Word]]

  /// Reads a corpus.
  public init(text: String, isTagged: Bool) {
    lines = text.split(separator: "\n").map { line in
      line.split(whereSeparator: \.isWhitespace).map { item in
        guard isTagged, let slash = item.lastIndex(of: "/"), slash > item.startIndex else {
          return Word(units: item.utf16.map(\.halfWidth), tag: "")
        }
        return Word(units: item[..<slash].utf16.map(\.halfWidth), tag: String(item[item.index(after: slash)...]))
      }
    }.filter { !$0.isEmpty }
  }

  /// Makes a corpus of lines.
  public init(lines: [[Word]]) {
    self.lines = lines
  }

  /// The corpus with a surname and the given name behind it as one word.
  public var withWholeNames: SegmentedCorpus {
    SegmentedCorpus(
      lines: lines.map { line in
        var joined: [Word] = []
        var isSurname = false
        for word in line {
          if isSurname, word.tag == "nr", word.units.count <= 2, let last = joined.indices.last {
            joined[last].units += word.units
            isSurname = false
            continue
          }
          joined.append(word)
          isSurname = word.tag == "nr" && Surnames.isSurname(word.units)
        }
        return joined
      })
  }

  /// The first `share` of the lines, and the rest.
  public func split(at share: Double) -> (SegmentedCorpus, SegmentedCorpus) {
    let place = Int(Double(lines.count) * share)
    return (SegmentedCorpus(lines: Array(lines[..<place])), SegmentedCorpus(lines: Array(lines[place...])))
  }
}

/// Surnames of Chinese names.
enum Surnames {
  private static let double: Set<[UInt16]> = Set(
    ["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒", "夏侯", "端木", "闻人", "南宫", "长孙"]
      .map { Array($0.utf16) })

  /// Whether a name by itself can be a surname: one character, or one of the known two-character ones.
  static func isSurname(_ units: [UInt16]) -> Bool {
    units.count == 1 || double.contains(units)
  }
}

/// A line as units with its boundaries.
struct UnitLine {
  var units: [UInt16] = []
  var isBoundary: [Bool] = []

  /// A boundary inside a run of digits or Latin letters cannot be told and is left out.
  init(_ words: [SegmentedCorpus.Word], _ alphabet: UnitAlphabet) {
    for word in words {
      for (index, character) in word.units.enumerated() {
        let unit = alphabet[character]
        if unit < UnitAlphabet.unknown, unit == units.last, let last = isBoundary.indices.last {
          if index == 0 { isBoundary[last] = false }
          continue
        }
        units.append(unit)
        isBoundary.append(false)
      }
      if let last = isBoundary.indices.last { isBoundary[last] = true }
    }
  }
}
