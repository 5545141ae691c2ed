/// A place in a document as a person or another program names it.
public struct Position: Sendable, Hashable {
  /// Line number, from 1. A line ends after U+000A, as for `cat -n`, `grep` and compilers.
  public var line: Int
  /// Column in code points, from 1.
  public var column: Int

  /// Makes a position of a line and a column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Converts positions of one text between UTF-16 offsets, UTF-8 offsets, code points and line:column.
///
/// The index keeps a checkpoint every 128 code units and the start of every line: 8 bytes for each, so about 6 % of the
/// text. A position inside a character (between the two halves of a surrogate pair, or inside its UTF-8 bytes) means the
/// start of that character; a position past the end means the end.
///
/// - Complexity: building it is O(n); a conversion is O(log(lines)) plus a walk over at most 128 code units.
public struct PositionIndex: Sendable {
  private static let stride = 128

  private struct Checkpoint {
    var codePoint: UInt32
    var utf8: UInt32
  }

  private let text: Text
  private let checkpoints: ContiguousArray<Checkpoint>
  private let lineStarts: ContiguousArray<Int32>

  /// The number of code points of the text.
  public let codePointCount: Int
  /// The number of bytes of the text in UTF-8.
  public let utf8Count: Int

  /// Makes the index of a text of at most 2^31 − 1 code units.
  public init(_ text: Text) {
    self.text = text
    var checkpoints = ContiguousArray<Checkpoint>()
    checkpoints.reserveCapacity(text.count / Self.stride + 1)
    var lineStarts: ContiguousArray<Int32> = [0]
    var codePoint = 0
    var utf8 = 0
    var offset = 0
    for unit in text.units {
      if offset % Self.stride == 0 {
        checkpoints.append(Checkpoint(codePoint: UInt32(codePoint), utf8: UInt32(utf8)))
      }
      let size = Self.size(of: unit, at: offset, in: text.units)
      codePoint += size.codePoints
      utf8 += size.utf8
      offset += 1
      if unit == 0x0A { lineStarts.append(Int32(offset)) }
    }
    checkpoints.append(Checkpoint(codePoint: UInt32(codePoint), utf8: UInt32(utf8)))
    self.checkpoints = checkpoints
    self.lineStarts = lineStarts
    codePointCount = codePoint
    utf8Count = utf8
  }

  /// What one code unit adds to the two counts. A pair is counted at its first half, so that the second adds nothing.
  @inline(__always)
  private static func size(
    of unit: UInt16, at offset: Int, in units: ContiguousArray<UInt16>
  ) -> (codePoints: Int, utf8: Int) {
    if unit < 0x80 { return (1, 1) }
    if unit < 0x800 { return (1, 2) }
    if unit & 0xF800 != 0xD800 { return (1, 3) }
    if unit.isLeadSurrogate { return offset + 1 < units.count && units[offset + 1].isTrailSurrogate ? (1, 4) : (1, 3) }
    return offset > 0 && units[offset - 1].isLeadSurrogate ? (0, 0) : (1, 3)
  }
}

// MARK: - From UTF-16 offsets

extension PositionIndex {
  /// The code point offset of a UTF-16 offset.
  public func codePointOffset(utf16 offset: Int) -> Int {
    counts(before: offset).codePoint
  }

  /// The UTF-8 offset of a UTF-16 offset, in bytes.
  public func utf8Offset(utf16 offset: Int) -> Int {
    counts(before: offset).utf8
  }

  /// The line and column of a UTF-16 offset.
  public func position(utf16 offset: Int) -> Position {
    let place = characterStart(offset)
    let line = line(utf16: place)
    let start = codePointOffset(utf16: Int(lineStarts[line - 1]))
    return Position(line: line, column: codePointOffset(utf16: place) - start + 1)
  }

  /// The line number, from 1, of a UTF-16 offset. Complexity: O(log(lines)).
  public func line(utf16 offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The start of the character that holds a UTF-16 offset.
  private func characterStart(_ offset: Int) -> Int {
    let place = min(max(offset, 0), text.count)
    guard place > 0, place < text.count, text.units[place].isTrailSurrogate, text.units[place - 1].isLeadSurrogate else {
      return place
    }
    return place - 1
  }

  private func counts(before offset: Int) -> (codePoint: Int, utf8: Int) {
    let end = characterStart(offset)
    let block = end / Self.stride
    var codePoint = Int(checkpoints[block].codePoint)
    var utf8 = Int(checkpoints[block].utf8)
    for place in block * Self.stride..<end {
      let size = Self.size(of: text.units[place], at: place, in: text.units)
      codePoint += size.codePoints
      utf8 += size.utf8
    }
    return (codePoint, utf8)
  }
}

// MARK: - To UTF-16 offsets

extension PositionIndex {
  /// The UTF-16 offset of a code point offset.
  public func utf16Offset(codePoint: Int) -> Int {
    offset(of: codePoint, in: \.codePoint) { $0.codePoints }
  }

  /// The UTF-16 offset of a UTF-8 offset.
  public func utf16Offset(utf8: Int) -> Int {
    offset(of: utf8, in: \.utf8) { $0.utf8 }
  }

  /// The UTF-16 offset of a line and column; a column past the end of its line means the end of the line, before its
  /// line feed.
  public func utf16Offset(of position: Position) -> Int {
    if position.line < 1 { return 0 }
    if position.line > lineStarts.count { return text.count }
    let start = Int(lineStarts[position.line - 1])
    let end = position.line < lineStarts.count ? Int(lineStarts[position.line]) - 1 : text.count
    let target = codePointOffset(utf16: start) + max(position.column, 1) - 1
    return min(utf16Offset(codePoint: target), end)
  }

  private func offset(
    of target: Int, in count: KeyPath<Checkpoint, UInt32>, step: ((codePoints: Int, utf8: Int)) -> Int
  ) -> Int {
    if target <= 0 { return 0 }
    // The last checkpoint stands at the end and may share its block with the one before it: search the blocks alone.
    var low = 0
    var high = (text.count + Self.stride - 1) / Self.stride
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(checkpoints[middle][keyPath: count]) <= target { low = middle } else { high = middle }
    }
    var place = low * Self.stride
    var reached = Int(checkpoints[low][keyPath: count])
    while place < text.count {
      let next = reached + step(Self.size(of: text.units[place], at: place, in: text.units))
      if next > target { break }
      reached = next
      place += 1
    }
    return characterStart(place)
  }
}

// MARK: - Lines

extension PositionIndex {
  /// The number of lines. Text after the last line feed is a line of its own, even when it is empty.
  public var lineCount: Int { lineStarts.count }

  /// The range of a line (numbered from 1) without its line feed, nor the carriage return before that.
  public func range(ofLine line: Int) -> Range<Int> {
    let start = Int(lineStarts[line - 1])
    guard line < lineStarts.count else { return start..<text.count }
    let end = Int(lineStarts[line]) - 1
    return start..<(end > start && text.units[end - 1] == 0x0D ? end - 1 : end)
  }
}
