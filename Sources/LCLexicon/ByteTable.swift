/// The rows of a reviewable table: UTF-8 lines of fields separated by tabs; lines that begin with `#` and empty ones are
/// left out. They are read as bytes: some hundred thousand rows take as many strings otherwise.
struct ByteTable {
  /// The fields of a row.
  struct Fields {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate var ranges: [Range<Int>] = []

    /// How many there are.
    var count: Int { ranges.count }

    /// A field's bytes.
    func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[ranges[index]]) }

    /// A field as a string.
    func string(_ index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

    /// A field of whole numbers with spaces between; `nil` when it is not `width` of them.
    func row(_ index: Int, width: Int) -> [Int16]? {
      var row: [Int16] = []
      row.reserveCapacity(width)
      for number in bytes(index).split(separator: 0x20) {
        guard let value = Int16(String(decoding: number, as: UTF8.self)) else { return nil }
        row.append(value)
      }
      return row.count == width ? row : nil
    }
  }

  private let bytes: ContiguousArray<UInt8>

  init(_ text: String) {
    bytes = ContiguousArray(text.utf8)
  }

  /// Calls `body` with each row and its line, from 1, when each row must have a number of fields.
  func forEachRow(
    fieldCount: Int, _ body: (Int, Fields) throws(LexiconError) -> Void
  ) throws(LexiconError) {
    try forEachRow { (line, fields) throws(LexiconError) in
      guard fields.count == fieldCount else {
        throw .badRow(line: line, reason: "\(fields.count) fields instead of \(fieldCount)")
      }
      try body(line, fields)
    }
  }

  /// Calls `body` with each row and its line, from 1.
  func forEachRow(_ body: (Int, Fields) throws(LexiconError) -> Void) throws(LexiconError) {
    let result = bytes.withUnsafeBufferPointer { bytes -> Result<Void, LexiconError> in
      var start = 0
      var line = 0
      while start < bytes.count {
        var end = start
        var fields = Fields(bytes: bytes)
        var fieldStart = start
        while end < bytes.count, bytes[end] != 0x0A {
          if bytes[end] == 0x09 {
            fields.ranges.append(fieldStart..<end)
            fieldStart = end + 1
          }
          end += 1
        }
        fields.ranges.append(fieldStart..<(end > fieldStart && bytes[end - 1] == 0x0D ? end - 1 : end))
        line += 1
        if end > start, bytes[start] != 0x23 {
          do throws(LexiconError) { try body(line, fields) } catch { return .failure(error) }
        }
        start = end + 1
      }
      return .success(())
    }
    try result.get()
  }
}
