internal import LCText

/// Tells what a file holds by its first bytes.
enum InputSniffer {
  /// The number of bytes that are looked at.
  static let headSize = 1 << 16

  /// The format of a file that begins with `head`.
  ///
  /// JSON Lines begin with an object on a line of its own; TSV has exactly one tab in each line and no white space in the
  /// part before it. Anything else is text.
  static func format(_ head: [UInt8]) -> InputFormat {
    if let scan = ScanFormat(head: head), let format = InputFormat(rawValue: scan.rawValue) { return format }
    var lines = head.split(separator: 0x0A, omittingEmptySubsequences: true)
    if head.count >= headSize { lines = Array(lines.dropLast()) }
    guard let first = lines.first(where: { line in line.contains { $0 > 0x20 } }) else { return .text }
    if isJSONObject(first) { return .jsonl }
    let sample = lines.prefix(20)
    if sample.count >= 2, sample.allSatisfy(isRow) { return .tsv }
    return .text
  }

  private static func isJSONObject(_ line: ArraySlice<UInt8>) -> Bool {
    let content = line.drop { $0 <= 0x20 }
    guard content.first == 0x7B else { return false }
    let inside = content.dropFirst().drop { $0 <= 0x20 }
    return inside.first == 0x22 || inside.first == 0x7D
  }

  private static func isRow(_ line: ArraySlice<UInt8>) -> Bool {
    guard let tab = line.firstIndex(of: 0x09), tab > line.startIndex else { return false }
    return !line[..<tab].contains(0x20) && !line[(tab + 1)...].contains(0x09)
  }
}
