extension EditScript {
  /// Where a range of the target stood in the source.
  ///
  /// Kept units map one to one. A range that touches a replaced segment takes the whole of what that segment replaced.
  /// The ranges come in target order; neighbours that are adjacent in the source are merged.
  ///
  /// - Complexity: O(log(segments) + segments touched).
  public func sourceRanges(ofTarget range: Range<Int>) -> [Range<Int>] {
    var result = RangeCollector()
    var index = segmentIndex(holdingTarget: range.lowerBound)
    while index < segments.count, targetStarts[index] < range.upperBound {
      let segment = segments[index]
      let start = targetStarts[index]
      let touched = range.clamped(to: start..<start + segment.targetCount)
      if segment.change == nil {
        let offset = segment.source.lowerBound - start
        result.add(touched.lowerBound + offset..<touched.upperBound + offset)
      } else if !touched.isEmpty {
        result.add(segment.source)
      }
      index += 1
    }
    return result.ranges
  }

  /// Where a range of the source stands in the target.
  ///
  /// Kept units map one to one; a range that touches a replaced segment takes the whole replacement; what was deleted maps
  /// to nothing. The ranges come in source order; neighbours that are adjacent in the target are merged.
  ///
  /// - Complexity: O(log(segments) + segments touched).
  public func targetRanges(ofSource range: Range<Int>) -> [Range<Int>] {
    var result = RangeCollector()
    var low = 0
    var high = sourceOrder.count
    while low < high {
      let middle = (low + high) / 2
      if segments[sourceOrder[middle]].source.upperBound > range.lowerBound { high = middle } else { low = middle + 1 }
    }
    while low < sourceOrder.count {
      let index = sourceOrder[low]
      let segment = segments[index]
      if segment.source.lowerBound >= range.upperBound { break }
      let start = targetStarts[index]
      let touched = range.clamped(to: segment.source)
      if segment.change == nil {
        let offset = start - segment.source.lowerBound
        result.add(touched.lowerBound + offset..<touched.upperBound + offset)
      } else if !touched.isEmpty {
        result.add(start..<start + segment.targetCount)
      }
      low += 1
    }
    return result.ranges
  }

  /// The last segment that starts at or before a target offset and is not empty there.
  func segmentIndex(holdingTarget offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if targetStarts[middle] + segments[middle].targetCount > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Collects ranges, merging each with the one before when they touch.
struct RangeCollector {
  private(set) var ranges: [Range<Int>] = []

  mutating func add(_ range: Range<Int>) {
    if range.isEmpty { return }
    if let last = ranges.last, last.upperBound == range.lowerBound {
      ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
    } else {
      ranges.append(range)
    }
  }
}
