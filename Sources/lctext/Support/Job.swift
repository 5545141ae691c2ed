internal import ArgumentParser
internal import LCText

/// Runs one subcommand from its inputs to its output and exit status.
struct Job {
  let input: InputOptions
  let output: OutputOptions?
  /// What is counted in the progress line.
  let unit: String
  /// What `--input auto` means when the content does not tell.
  var defaultFormat: InputFormat = .auto

  /// What a subcommand works with.
  struct Parts {
    let stream: DocumentStream
    let reporter: Reporter
    let work: OrderedWork
    let file: OutputFile

    /// Works on each document by itself; `work` gives the bytes that are written for it.
    func forEachDocument(_ work: @Sendable (Document) throws -> [UInt8]) throws {
      try self.work.run(stream, work) { _, bytes in try file.write(bytes) }
    }
  }

  /// Opens input and output, calls `body`, and ends with the right exit status.
  ///
  /// - Parameter body: does the work; it returns a status of its own, such as "found something", or `nil`.
  func run(_ body: (Parts) throws -> ExitStatus?) throws {
    // A closed pipe is an error of writing like any other.
    signal(SIGPIPE, SIG_IGN)
    let progress = Progress(unit: unit)
    let reporter = Reporter(progress: progress)
    do {
      let file = try OutputFile(path: output?.output)
      let stream = DocumentStream(input, reporter: reporter, defaultFormat: defaultFormat)
      let work = OrderedWork(threads: input.threadCount, reporter: reporter, progress: progress)
      let status = try body(Parts(stream: stream, reporter: reporter, work: work, file: file))
      progress.clear()
      // With nothing done there is nothing to write: what stood in the file stays.
      if reporter.doneCount > 0 || reporter.status == .done { try file.finish() }
      let worst = reporter.status == .done ? status ?? .done : reporter.status
      if worst != .done { throw ExitCode(worst.rawValue) }
    } catch let failure as Failure {
      progress.clear()
      Reporter.print(failure)
      throw ExitCode(failure.status.rawValue)
    } catch let error as SegmentationError {
      progress.clear()
      Reporter.print(Failure(error, path: nil))
      throw ExitCode(ExitStatus.fault.rawValue)
    }
  }
}
