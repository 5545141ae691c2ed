/// Bytes that are written now and read once later; many of them stand in a file without a name.
final class Spool {
  private static let memoryLimit = 1 << 20

  private var buffer: [UInt8] = []
  private var file: UnsafeMutablePointer<FILE>?
  private(set) var isEmpty = true

  deinit {
    if let file { fclose(file) }
  }

  /// Adds bytes.
  func write(_ bytes: some Sequence<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if !buffer.isEmpty { isEmpty = false }
    if buffer.count > Self.memoryLimit { try flush() }
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
      throw Failure(.inputOutput, path: "a temporary file", "cannot write: \(String(cString: strerror(errno)))")
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes all to a file.
  func copy(to output: OutputFile) throws {
    if let file {
      try flush()
      rewind(file)
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = fread(&piece, 1, piece.count, file)
        if count == 0 { break }
        try output.write(piece[..<count])
      }
    } else {
      try output.write(buffer)
    }
  }
}
