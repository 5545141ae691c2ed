internal import LCText

/// The terminal a person reads the output on.
struct Terminal {
  /// Its columns.
  let width: Int
  /// Whether it shows colours: it is no dumb one, and the person did not ask for none (https://no-color.org).
  let hasColor: Bool

  private static let narrowest = 40
  private static let usual = 80

  /// The terminal behind an output; `nil` for a file or a pipe.
  init?(_ file: OutputFile) {
    guard file.isTerminal else { return nil }
    var size = winsize()
    let columns = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 0
    self.init(
      width: columns > 0 ? columns : Self.usual,
      hasColor: Self.variable("NO_COLOR").isEmpty && Self.variable("TERM") != "dumb")
  }

  init(width: Int, hasColor: Bool) {
    self.width = max(width, Self.narrowest)
    self.hasColor = hasColor
  }

  private static func variable(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }
}

/// How text stands out on a terminal, by the sequences of ECMA-48.
enum Emphasis: Int {
  case bold = 1
  case faint = 2
  case red = 31

  func callAsFunction(_ string: String, on terminal: Terminal?) -> String {
    terminal?.hasColor == true && !string.isEmpty ? "\u{1B}[\(rawValue)m\(string)\u{1B}[0m" : string
  }
}
