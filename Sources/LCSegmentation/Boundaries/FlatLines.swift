internal import LCTextModel

/// Text made ready for ICU's sentence rules.
///
/// In a first copy a line's end is a space, so that ICU sees lines joined; the first line feed of a blank line stays. In a
/// second, compact one each run of Han characters is one character: the rules of UAX 29 ask whether letters stand between
/// two marks, not how many, so that ICU finds the same boundaries in a fraction of the text.
struct FlatLines {
  /// The first copy, of the source's length.
  let units: UnsafeBufferPointer<UInt16>
  /// The second copy.
  let compact: UnsafeBufferPointer<UInt16>
  /// Where each unit of the second copy starts in the first, and the end.
  let places: UnsafePointer<Int32>
  private(set) var hasHan = false
  private var hasCapital = false

  /// Whether the text is in Latin letters and all of them are small.
  var isLowercase: Bool { !hasHan && !hasCapital }

  /// - Complexity: O(n); the memory is given back by ``deallocate()``.
  init(_ source: UnsafeBufferPointer<UInt16>) {
    let count = source.count
    let flat = UnsafeMutablePointer<UInt16>.allocate(capacity: count)
    let compact = UnsafeMutablePointer<UInt16>.allocate(capacity: count)
    let places = UnsafeMutablePointer<Int32>.allocate(capacity: count + 1)
    var compactCount = 0
    var isInRun = false
    for place in 0..<count {
      var unit = source[place]
      if unit >= 0x4E00, unit <= 0x9FFF {
        flat[place] = unit
        if isInRun { continue }
        isInRun = true
        hasHan = true
      } else {
        isInRun = false
        if unit <= 0x2029 {
          if unit <= 0x0D ? unit >= 0x0A : unit == 0x85 || unit >= 0x2028 {
            unit = unit == 0x0A && Self.isBlankLine(source, after: place) ? 0x0A : 0x20
          } else if unit >= 0x41, unit <= 0x5A {
            hasCapital = true
          }
        }
        flat[place] = unit
      }
      compact[compactCount] = unit
      places[compactCount] = Int32(truncatingIfNeeded: place)
      compactCount += 1
    }
    places[compactCount] = Int32(truncatingIfNeeded: count)
    units = UnsafeBufferPointer(start: flat, count: count)
    self.compact = UnsafeBufferPointer(start: compact, count: compactCount)
    self.places = UnsafePointer(places)
  }

  /// Whether only white space stands between the line feed at `place` and the next one.
  private static func isBlankLine(_ units: UnsafeBufferPointer<UInt16>, after place: Int) -> Bool {
    var next = place + 1
    while next < units.count, units[next] != 0x0A, units[next].isWhiteSpace { next += 1 }
    return next < units.count && units[next] == 0x0A
  }

  func deallocate() {
    units.deallocate()
    compact.deallocate()
    places.deallocate()
  }
}
