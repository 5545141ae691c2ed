public import LCTextModel

/// Blocks of a text: the runs of lines between blank ones.
public enum Blocks {
  /// The blocks' ranges, in UTF-16 offsets, without the last line's end.
  ///
  /// - Complexity: O(n).
  public static func ranges(of text: Text) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var lineStart = 0
    var block: Range<Int>?
    while lineStart <= text.count {
      let lineEnd = text.units[lineStart...].firstIndex(of: 0x0A) ?? text.count
      let content = text.trimmed(lineStart..<lineEnd)
      if !content.isEmpty {
        block = (block?.lowerBound ?? content.lowerBound)..<content.upperBound
      } else if let finished = block {
        blocks.append(finished)
        block = nil
      }
      lineStart = lineEnd + 1
    }
    if let block { blocks.append(block) }
    return blocks
  }
}
