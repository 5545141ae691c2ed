/// Breaks text into lines of so many columns: between Han characters, at spaces, never before a closing mark nor behind an
/// opening one (GB/T 15834; JIS X 4051).
enum LineWrapper {
  /// The lines of a string; one when there is no width.
  ///
  /// - Complexity: O(length).
  static func lines(_ string: String, width: Int?) -> [String] {
    guard let width, width > 4 else { return [string] }
    var lines: [String] = []
    var line: [Character] = []
    var filled = 0
    for character in string {
      let columns = DisplayWidth.of(character)
      // A closing mark hangs over the edge rather than begin a line.
      if filled + columns > width, !closing.contains(character) {
        let kept = breakPlace(line, before: character)
        lines.append(String(line[..<kept]).trimmed)
        line = Array(line[kept...].drop { $0 == " " })
        filled = line.reduce(0) { $0 + DisplayWidth.of($1) }
        if line.isEmpty, character == " " { continue }
      }
      line.append(character)
      filled += columns
    }
    if !line.isEmpty { lines.append(String(line).trimmed) }
    return lines
  }

  /// How many characters of a full line stay when `next` comes.
  private static func breakPlace(_ line: [Character], before next: Character) -> Int {
    var place = line.count
    while place > 1 {
      let behind = place < line.count ? line[place] : next
      let isWord = isNarrow(line[place - 1]) && isNarrow(behind)
      if !isWord, !opening.contains(line[place - 1]), !closing.contains(behind) { return place }
      place -= 1
    }
    return line.count
  }

  private static func isNarrow(_ character: Character) -> Bool {
    character != " " && DisplayWidth.of(character) == 1 && !opening.contains(character) && !closing.contains(character)
  }

  private static let closing = Set("，。、；：！？）》」』】’”…·,.;:!?)]}%％")
  private static let opening = Set("（《「『【‘“([{")
}

extension String {
  fileprivate var trimmed: String {
    var string = self[...]
    while string.last == " " { string.removeLast() }
    return String(string)
  }
}
