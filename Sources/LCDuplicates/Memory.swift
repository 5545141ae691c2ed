#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// Memory that grows in place: a large array would be there twice each time it grows.
enum Memory {
  /// Memory for `count` elements that begins with what was there before; to be given back with ``release(_:)``.
  static func resized<Element: BitwiseCopyable>(
    _ memory: UnsafeMutablePointer<Element>?, _ count: Int
  ) -> UnsafeMutablePointer<Element> {
    guard let resized = realloc(memory, max(count, 1) * MemoryLayout<Element>.stride) else { fatalError("out of memory") }
    return resized.assumingMemoryBound(to: Element.self)
  }

  /// Gives memory back.
  static func release(_ memory: UnsafeMutableRawPointer) {
    free(memory)
  }
}
