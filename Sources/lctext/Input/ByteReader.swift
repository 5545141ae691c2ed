/// Reads a file or standard input piece by piece.
final class ByteReader {
  let path: String
  private let descriptor: Int32

  /// Opens a file; `-` is standard input.
  init(path: String) throws(Failure) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(errno: errno, path: path, "open") }
  }

  deinit {
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  /// Appends up to `count` bytes to a buffer; returns how many there were, 0 at the end.
  func read(_ count: Int, into buffer: inout [UInt8]) throws(Failure) -> Int {
    var received = -1
    var code: Int32 = 0
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
    defer { piece.deallocate() }
    repeat {
      received = Self.read(descriptor, piece)
      code = errno
    } while received < 0 && code == EINTR
    guard received >= 0 else { throw Failure(errno: code, path: path, "read") }
    buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: piece[..<received]))
    return received
  }

  private static func read(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.read(descriptor, bytes.baseAddress, bytes.count)
    #else
      Glibc.read(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  /// Reads all that is left.
  ///
  /// - Parameters:
  ///   - buffer: what was read already; the rest is appended.
  ///   - limit: the most bytes there may be in all.
  func readAll(into buffer: inout [UInt8], limit: Int) throws(Failure) {
    var information = stat()
    if fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG {
      let size = Int(information.st_size)
      guard size <= limit else { throw Self.tooLarge(path, size, limit) }
      buffer.reserveCapacity(size + 1)
    }
    while try read(1 << 18, into: &buffer) > 0 {
      guard buffer.count <= limit else { throw Self.tooLarge(path, nil, limit) }
    }
  }

  /// Whether there are more bytes than a limit; what is read to know it is appended to the buffer.
  func isLarger(than limit: Int, beginning buffer: inout [UInt8]) throws(Failure) -> Bool {
    while buffer.count <= limit {
      if try read(1 << 18, into: &buffer) == 0 { return false }
    }
    return true
  }

  private static func tooLarge(_ path: String, _ size: Int?, _ limit: Int) -> Failure {
    let found = size.map { "\($0) bytes" } ?? "more than \(limit) bytes"
    return Failure(.badData, path: path, "too large for one document: \(found); at most \(limit) are read")
  }
}
