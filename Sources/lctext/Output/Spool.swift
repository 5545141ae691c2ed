/// Bytes that are written now and read once later; many of them stand in a file without a name.
final class Spool {
  private static let memoryLimit = 1 << 20

  private var buffer: [UInt8] = []
  private var file: UnsafeMutablePointer<FILE>?
  /// How many bytes were written.
  private(set) var count = 0
  var isEmpty: Bool { count == 0 }

  deinit {
    if let file { fclose(file) }
  }

  /// Adds bytes, and tells where they stand.
  @discardableResult
  func write(_ bytes: some Sequence<UInt8>) throws -> Range<Int> {
    let (start, before) = (count, buffer.count)
    buffer.append(contentsOf: bytes)
    count += buffer.count - before
    if buffer.count > Self.memoryLimit { try flush() }
    return start..<count
  }

  /// Adds an item of a list that is written with commas.
  func writeItems(_ bytes: ArraySlice<UInt8>) throws {
    guard !bytes.isEmpty else { return }
    if !isEmpty { try write(CollectionOfOne(0x2C)) }
    try write(bytes)
  }

  private func flush() throws {
    if file == nil { file = tmpfile() }
    guard let file, fwrite(buffer, 1, buffer.count, file) == buffer.count else {
      throw Self.failure("write")
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes all to a file.
  func copy(to output: OutputFile) throws {
    try copy([0..<count], to: output)
  }

  /// Writes parts to a file; parts that touch are read at once.
  func copy(_ ranges: [Range<Int>], to output: OutputFile) throws {
    var next = ranges.makeIterator()
    var pending = next.next()
    while var range = pending {
      pending = next.next()
      while let following = pending, following.lowerBound == range.upperBound {
        range = range.lowerBound..<following.upperBound
        pending = next.next()
      }
      try copy(range, to: output)
    }
  }

  private func copy(_ range: Range<Int>, to output: OutputFile) throws {
    guard let file else { return try output.write(buffer[range]) }
    if !buffer.isEmpty { try flush() }
    guard fseek(file, range.lowerBound, SEEK_SET) == 0 else { throw Self.failure("read") }
    var piece = [UInt8](repeating: 0, count: min(range.count, 1 << 16))
    var left = range.count
    while left > 0 {
      let count = fread(&piece, 1, min(left, piece.count), file)
      if count == 0 { throw Self.failure("read") }
      try output.write(piece[..<count])
      left -= count
    }
    fseek(file, 0, SEEK_END)
  }

  private static func failure(_ action: String) -> Failure {
    Failure(.inputOutput, path: "a temporary file", "cannot \(action): \(String(cString: strerror(errno)))")
  }
}
