internal import Dispatch
internal import LCText

/// Works on documents with several threads and writes the results in the documents' order.
struct OrderedWork {
  let threads: Int
  let reporter: Reporter
  let progress: Progress

  /// The most text, in UTF-16 units, that is worked on at once; memory does not grow with the input.
  private static let batchUnits = 1 << 19
  private static let batchCount = 1024

  /// Calls `work` on each document, in any order and on several threads, and `write` on each result in order.
  ///
  /// A document whose work fails is reported; an error of `write` ends it all.
  func run<Result: Sendable>(
    _ stream: DocumentStream, _ work: @Sendable (Document) throws -> Result,
    write: (Document, Result) throws -> Void
  ) throws {
    if threads == 1 {
      while let document = stream.next() { try take(document, Self.result(document, work), write) }
      return
    }
    var isAtEnd = false
    while !isAtEnd {
      var batch: [Document] = []
      var units = 0
      while units < Self.batchUnits, batch.count < Self.batchCount {
        guard let document = stream.next() else {
          isAtEnd = true
          break
        }
        units += document.text.count
        batch.append(document)
      }
      for (document, result) in zip(batch, results(batch, work)) { try take(document, result, write) }
    }
  }

  private func take<Result>(
    _ document: Document, _ result: Swift.Result<Result, Failure>, _ write: (Document, Result) throws -> Void
  ) throws {
    switch result {
    case .success(let value):
      try write(document, value)
      reporter.done()
    case .failure(let failure): reporter.report(failure)
    }
    progress.advance()
  }

  private func results<Result: Sendable>(
    _ batch: [Document], _ work: @Sendable (Document) throws -> Result
  ) -> [Swift.Result<Result, Failure>] {
    guard batch.count > 1 else { return batch.map { Self.result($0, work) } }
    return ParallelMap.map(batch, threads: threads) { Self.result($0, work) }
  }

  private static func result<Result: Sendable>(
    _ document: Document, _ work: @Sendable (Document) throws -> Result
  ) -> Swift.Result<Result, Failure> {
    do {
      return .success(try work(document))
    } catch let failure as Failure {
      return .failure(failure)
    } catch let error as SegmentationError {
      return .failure(Failure(error, path: document.path, line: document.line))
    } catch {
      return .failure(document.failure(.fault, "\(error)"))
    }
  }
}
