/// Where results go: standard output, or a file that appears only when it is whole.
///
/// A file is written under a temporary name beside its own and renamed at the end, so that nobody sees half of it and what
/// was there before stays when something fails.
final class OutputFile {
  private let path: String?
  private let temporaryPath: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 16

  /// Opens the output.
  ///
  /// - Parameter path: the file; `nil` means standard output.
  init(path: String?) throws {
    self.path = path
    buffer.reserveCapacity(2 * Self.bufferSize)
    guard let path else {
      temporaryPath = ""
      descriptor = STDOUT_FILENO
      return
    }
    temporaryPath = "\(path).\(getpid()).part"
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Failure(.inputOutput, path: path, Self.reason("write")) }
  }

  deinit {
    // Not finished: leave nothing behind.
    if path != nil, descriptor >= 0 {
      close(descriptor)
      unlink(temporaryPath)
    }
  }

  /// Whether a person reads this on a terminal.
  var isTerminal: Bool { path == nil && isatty(descriptor) == 1 }

  /// Writes bytes.
  func write(_ bytes: some Sequence<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes a string in UTF-8.
  func write(_ string: String) throws {
    try write(string.utf8)
  }

  /// Sends what is buffered.
  func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    try buffer.withUnsafeBytes { bytes in
      var place = 0
      while place < bytes.count {
        guard let base = bytes.baseAddress else { return }
        #if canImport(Darwin)
          let count = Darwin.write(descriptor, base + place, bytes.count - place)
        #else
          let count = Glibc.write(descriptor, base + place, bytes.count - place)
        #endif
        if count >= 0 {
          place += count
        } else if errno != EINTR {
          throw Failure(.inputOutput, path: path ?? "standard output", Self.reason("write"))
        }
      }
    }
  }

  /// Writes the rest and gives the file its name.
  func finish() throws {
    try flush()
    guard let path else { return }
    let synced = fsync(descriptor) == 0 || errno == EINVAL
    let closed = close(descriptor) == 0
    descriptor = -1
    guard synced, closed, rename(temporaryPath, path) == 0 else {
      let reason = Self.reason("write")
      unlink(temporaryPath)
      throw Failure(.inputOutput, path: path, reason)
    }
  }

  private static func reason(_ action: String) -> String {
    errno == EPIPE ? "the reader closed the pipe" : "cannot \(action): \(String(cString: strerror(errno)))"
  }
}
