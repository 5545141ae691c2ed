internal import ArgumentParser

/// Tells the person at the terminal what failed, and keeps the exit status.
///
/// One bad input does not stop the others: each failure is reported when it happens, and the status is told at the end.
final class Reporter {
  private var first: Failure?
  private(set) var doneCount = 0
  private let progress: Progress

  init(progress: Progress) {
    self.progress = progress
  }

  /// Notes that one input was done.
  func done() {
    doneCount += 1
  }

  /// Reports a failure of one input.
  func report(_ failure: Failure) {
    progress.clear()
    Self.print(failure)
    first = first ?? failure
  }

  /// Tells something that is no failure.
  func note(_ message: String) {
    progress.clear()
    writeToStandardError("lctext: \(message)\n")
  }

  /// The exit status: 65 when some inputs were done and others were not, else the status of the first failure.
  var status: ExitStatus {
    guard let first else { return .done }
    return doneCount > 0 && first.status != .fault ? .badData : first.status
  }

  /// Ends the command with the status of a failure of `body`, and tells it.
  static func endingWithStatus(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as Failure {
      print(failure)
      throw ExitCode(failure.status.rawValue)
    }
  }

  /// Writes a failure to standard error.
  static func print(_ failure: Failure) {
    writeToStandardError("lctext: \(failure.description)\n")
  }
}

/// Writes a string to standard error, where nothing can be done about an error of writing.
func writeToStandardError(_ string: String) {
  var string = string
  string.withUTF8 { bytes in
    _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count)
  }
}
