internal import CICUShim
internal import Synchronization

/// ICU break iterators of one kind and locale, lent out one at a time to each task.
///
/// Opening an iterator costs more than breaking a short text, so they are kept. One is always there: when ICU cannot open
/// another, tasks wait for that one, so that lending cannot fail after `init`.
final class BreakerPool: Sendable {
  /// An ICU handle. It is `@unchecked Sendable` because ICU allows a handle to move between threads, and the pool lends
  /// each to one task at a time.
  private struct Handle: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private let kind: Int32
  private let locale: String
  private let first: Mutex<Handle>
  private let idle = Mutex<[Handle]>([])

  init(kind: Int, locale: String) throws(SegmentationError) {
    self.kind = Int32(kind)
    self.locale = locale
    var status: Int32 = 0
    guard let pointer = lc_breaker_open(self.kind, locale, &status) else {
      throw .icu("open a break iterator for '\(locale)'", status: status)
    }
    first = Mutex(Handle(pointer: pointer))
  }

  deinit {
    first.withLock { lc_breaker_close($0.pointer) }
    idle.withLock { handles in
      for handle in handles { lc_breaker_close(handle.pointer) }
    }
  }

  /// Calls `body` with batches of boundaries of a text, in order: each boundary with ICU's rule status of the segment that
  /// it ends. The start of the text is not among them; its end is.
  ///
  /// - Complexity: O(n); one call into ICU for 4,096 boundaries.
  func forEachBatch(
    in units: UnsafeBufferPointer<UInt16>,
    _ body: (_ boundaries: UnsafeBufferPointer<Int32>, _ rules: UnsafeBufferPointer<Int32>) -> Void
  ) {
    if units.isEmpty { return }
    if let handle = idle.withLock({ $0.popLast() }) ?? open() {
      Self.forEachBatch(handle, units, body)
      idle.withLock { $0.append(handle) }
    } else {
      first.withLock { Self.forEachBatch($0, units, body) }
    }
  }

  private func open() -> Handle? {
    var status: Int32 = 0
    return lc_breaker_open(kind, locale, &status).map { Handle(pointer: $0) }
  }

  private static func forEachBatch(
    _ handle: Handle, _ units: UnsafeBufferPointer<UInt16>,
    _ body: (UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Int32>) -> Void
  ) {
    let batch = 4096
    var status: Int32 = 0
    lc_breaker_set_text(handle.pointer, units.baseAddress, Int32(units.count), &status)
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * batch) { buffer in
      let boundaries = UnsafeMutableBufferPointer(rebasing: buffer[..<batch])
      let rules = UnsafeMutableBufferPointer(rebasing: buffer[batch...])
      while status <= 0 {
        let count = Int(lc_breaker_next(handle.pointer, boundaries.baseAddress, rules.baseAddress, Int32(batch)))
        body(UnsafeBufferPointer(rebasing: boundaries[..<count]), UnsafeBufferPointer(rebasing: rules[..<count]))
        if count < batch { break }
      }
    }
  }
}
