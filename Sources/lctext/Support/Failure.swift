internal import LCText

/// The exit statuses of the command, by sysexits.
enum ExitStatus: Int32 {
  case done = 0
  /// Something was found that a `--fail-on-…` option asked about.
  case found = 1
  case usage = 64
  case badData = 65
  case noInput = 66
  case fault = 70
  case inputOutput = 74
}

/// Something that went wrong at a place: what a person needs to know, and the exit status it leads to.
struct Failure: Error, Sendable {
  var status: ExitStatus
  /// The file, or `-` for standard input; `nil` when no file is to blame.
  var path: String?
  /// The line, from 1.
  var line: Int?
  var message: String

  init(_ status: ExitStatus, path: String? = nil, line: Int? = nil, _ message: String) {
    self.status = status
    self.path = path
    self.line = line
    self.message = message
  }

  /// `path:line: message`, as compilers and grep write it.
  var description: String {
    let name = path.map { $0 == "-" ? "standard input" : $0 }
    let place = [name, line.map(String.init)].compactMap { $0 }.joined(separator: ":")
    return place.isEmpty ? message : "\(place): \(message)"
  }
}

extension Failure {
  /// A failure of decoding or segmentation, at a file.
  init(_ error: SegmentationError, path: String?, line: Int? = nil) {
    switch error {
    case .icu: self.init(.fault, path: path, line: line, error.description)
    case .unknownEncoding: self.init(.usage, path: path, line: line, error.description)
    default: self.init(.badData, path: path, line: line, error.description)
    }
  }

  /// A failed system call on a file.
  init(errno code: Int32, path: String, _ action: String) {
    self.init(code == ENOENT ? .noInput : .inputOutput, path: path, "cannot \(action): \(String(cString: strerror(code)))")
  }
}
