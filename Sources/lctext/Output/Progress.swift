/// A line on a terminal that says how far the work is; silent in a pipe and for work under a second.
final class Progress {
  private let isVisible: Bool
  private let unit: String
  private let start = ContinuousClock.now
  private var lastShown = ContinuousClock.now
  private var count = 0
  private var isShown = false

  /// - Parameter unit: what is counted, such as `pages`.
  init(unit: String) {
    self.unit = unit
    isVisible = isatty(STDERR_FILENO) == 1
  }

  /// Counts one more.
  func advance() {
    count += 1
    guard isVisible else { return }
    let now = ContinuousClock.now
    guard now - start > .seconds(1), now - lastShown > .milliseconds(100) else { return }
    lastShown = now
    isShown = true
    writeToStandardError("\r\(count) \(unit)")
  }

  /// Takes the line away.
  func clear() {
    guard isShown else { return }
    isShown = false
    writeToStandardError("\r\u{1B}[K")
  }
}
