internal import Dispatch
internal import Synchronization

/// Maps an array with several threads.
public enum ParallelMap {
  /// The results of `body`, in the order of `items`; `body` runs on up to `threads` threads.
  public static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], threads: Int, _ body: @Sendable (Item) -> Result
  ) -> [Result] {
    let next = Atomic<Int>(0)
    // Each slot is written by the one thread that drew its number, and read after all have ended.
    nonisolated(unsafe) let slots = UnsafeMutableBufferPointer<Result?>.allocate(capacity: items.count)
    slots.initialize(repeating: nil)
    defer {
      slots.deinitialize()
      slots.deallocate()
    }
    withoutActuallyEscaping(body) { body in
      DispatchQueue.concurrentPerform(iterations: min(threads, items.count)) { _ in
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < items.count else { return }
          slots[index] = body(items[index])
        }
      }
    }
    return slots.compactMap { $0 }
  }
}
