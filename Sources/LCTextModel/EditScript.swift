/// Why an edit was made: the name that `--reject` takes and that JSON shows.
///
/// The stages add their own reasons as static members.
public struct EditReason: RawRepresentable, Sendable, Hashable {
  /// The name, in kebab-case.
  public let rawValue: String

  /// Makes a reason of its name.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Characters brought to a Unicode normalisation form.
  public static let normalization = EditReason(rawValue: "normalization")
  /// Two edits of different reasons that a later script replaced as one.
  public static let merged = EditReason(rawValue: "merged")
}

/// One replacement in a source text.
public struct Edit: Sendable, Hashable {
  /// The range that is replaced, in UTF-16 offsets of the source. An empty range inserts.
  public var range: Range<Int>
  /// What stands there afterwards. An empty replacement deletes.
  public var replacement: ContiguousArray<UInt16>
  /// Why.
  public var reason: EditReason

  /// Makes an edit.
  public init(range: Range<Int>, replacement: ContiguousArray<UInt16> = [], reason: EditReason) {
    self.range = range
    self.replacement = replacement
    self.reason = reason
  }
}

/// What can be wrong with a script, or with the text it is used on.
public enum EditScriptError: Error, Equatable {
  /// Two edits overlap, or one reaches past the source's end; `offset` is the start of the second, in UTF-16 offsets.
  case overlappingEdits(offset: Int)
  /// The order does not name each part of the source once, or it cuts through an edit; `offset` is where it fails.
  case notAPermutation(offset: Int)
  /// The text is not the one the script was made for: its length is `found`, or it differs at `offset`.
  case wrongText(expectedCount: Int, found: Int, offset: Int?)
}

/// A reversible change of a text: replacements, each with its reason, and an order of what is left.
///
/// A script is a list of segments in the order of the *target*; their source ranges partition the *source*. A segment is
/// kept as it is or replaced. The script keeps what it replaced, so ``apply(to:)`` followed by ``undo(from:)`` gives the
/// source back unit for unit, and every range of either text maps to ranges of the other.
///
///     let source: Text = "贸易 区的形\n成"
///     let join = EditReason(rawValue: "line-join")
///     let script = try EditScript(
///       source: source, edits: [Edit(range: 2..<3, reason: join), Edit(range: 6..<7, reason: join)])
///     try script.apply(to: source)          // 贸易区的形成
///     script.sourceRanges(ofTarget: 1..<3)  // [1..<2, 3..<4]
public struct EditScript: Sendable, Hashable {
  /// What a replaced segment held and holds.
  public struct Change: Sendable, Hashable {
    /// The units of the source.
    public let original: ContiguousArray<UInt16>
    /// The units of the target.
    public let replacement: ContiguousArray<UInt16>
    /// Why.
    public let reason: EditReason

    /// Makes a change.
    public init(original: ContiguousArray<UInt16>, replacement: ContiguousArray<UInt16>, reason: EditReason) {
      self.original = original
      self.replacement = replacement
      self.reason = reason
    }
  }

  /// A run of the source that stays together.
  public struct Segment: Sendable, Hashable {
    /// Where it stands in the source, in UTF-16 offsets.
    public let source: Range<Int>
    /// What happens to it; `nil` when it is kept.
    public let change: Change?

    /// The number of units it has in the target.
    public var targetCount: Int { change?.replacement.count ?? source.count }
  }

  /// The segments in target order.
  public let segments: ContiguousArray<Segment>
  /// The source's length in UTF-16 units.
  public let sourceCount: Int
  /// The target's length in UTF-16 units.
  public let targetCount: Int
  /// Where each segment starts in the target.
  let targetStarts: ContiguousArray<Int>
  /// The segments' indices in source order.
  let sourceOrder: ContiguousArray<Int>

  /// Makes a script of segments that partition the source. Empty kept segments are dropped and neighbours that are kept
  /// and adjacent are merged, so that equal changes make equal scripts.
  init(segments parts: some Sequence<Segment>) {
    var segments = ContiguousArray<Segment>()
    for part in parts {
      if part.change == nil, part.source.isEmpty { continue }
      if part.change == nil, let last = segments.last, last.change == nil, last.source.upperBound == part.source.lowerBound {
        segments[segments.count - 1] = Segment(source: last.source.lowerBound..<part.source.upperBound, change: nil)
      } else {
        segments.append(part)
      }
    }
    var targetStarts = ContiguousArray<Int>()
    targetStarts.reserveCapacity(segments.count)
    var sourceCount = 0
    var targetCount = 0
    for segment in segments {
      targetStarts.append(targetCount)
      sourceCount += segment.source.count
      targetCount += segment.targetCount
    }
    self.segments = segments
    self.sourceCount = sourceCount
    self.targetCount = targetCount
    self.targetStarts = targetStarts
    // Stable: an insertion (an empty source range) stays where it stands among segments of the same start.
    sourceOrder = ContiguousArray(
      segments.indices.sorted {
        let left = segments[$0].source
        let right = segments[$1].source
        return (left.lowerBound, left.upperBound, $0) < (right.lowerBound, right.upperBound, $1)
      })
  }

  /// The script that changes nothing in a text of `count` units.
  public init(identity count: Int) {
    self.init(segments: [Segment(source: 0..<count, change: nil)])
  }

  /// Makes a script of edits, and of the order of the source's parts.
  ///
  /// - Parameters:
  ///   - source: the text the edits are for.
  ///   - edits: replacements in any order; they must not overlap. Of several insertions at one place the first given comes
  ///     first.
  ///   - order: ranges that together are the source, in the order they have in the target; no range may cut through an
  ///     edit. `nil` keeps the source's order.
  /// - Throws: ``EditScriptError/overlappingEdits(offset:)``, ``EditScriptError/notAPermutation(offset:)``.
  /// - Complexity: O(e log e + r log r + e·length) for e edits and r ranges.
  public init(source: Text, edits: [Edit], order: [Range<Int>]? = nil) throws(EditScriptError) {
    let sorted = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
    }.map(\.element)
    var end = 0
    for edit in sorted {
      guard edit.range.lowerBound >= end, edit.range.upperBound <= source.count else {
        throw .overlappingEdits(offset: edit.range.lowerBound)
      }
      end = edit.range.upperBound
    }
    let ranges = order ?? [source.range]
    try Self.checkPermutation(ranges, count: source.count, edits: sorted)

    var parts: [Segment] = []
    for range in ranges where !range.isEmpty || source.isEmpty {
      var place = range.lowerBound
      var next = sorted.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
      // An insertion between two ranges belongs to the range it starts; one at the source's end to the last range.
      let limit = range.upperBound == source.count ? source.count + 1 : range.upperBound
      while next < sorted.count, sorted[next].range.lowerBound < limit {
        let edit = sorted[next]
        parts.append(Segment(source: place..<edit.range.lowerBound, change: nil))
        let change = Change(
          original: ContiguousArray(source.units[edit.range]), replacement: edit.replacement, reason: edit.reason)
        parts.append(Segment(source: edit.range, change: change))
        place = edit.range.upperBound
        next += 1
      }
      parts.append(Segment(source: place..<range.upperBound, change: nil))
    }
    self.init(segments: parts)
  }

  private static func checkPermutation(_ order: [Range<Int>], count: Int, edits: [Edit]) throws(EditScriptError) {
    var end = 0
    for range in order.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      guard range.lowerBound == end else { throw .notAPermutation(offset: min(end, range.lowerBound)) }
      end = range.upperBound
      let cut = edits.partitioningIndex { $0.range.upperBound > end }
      guard cut == edits.count || edits[cut].range.lowerBound >= end else { throw .notAPermutation(offset: end) }
    }
    guard end == count else { throw .notAPermutation(offset: end) }
  }

  /// The replacements, in source order. What is only moved is not among them.
  public var edits: [Edit] {
    sourceOrder.compactMap { index in
      let segment = segments[index]
      return segment.change.map { Edit(range: segment.source, replacement: $0.replacement, reason: $0.reason) }
    }
  }

  /// Whether any part of the source comes after a part that it preceded.
  public var isReordering: Bool {
    zip(sourceOrder, sourceOrder.dropFirst()).contains { $0 > $1 }
  }
}

// MARK: - Applying and undoing

extension EditScript {
  /// The target of a source.
  ///
  /// - Throws: ``EditScriptError/wrongText(expectedCount:found:offset:)`` when `source` is not the text the script was
  ///   made for.
  /// - Complexity: O(source + target).
  public func apply(to source: Text) throws(EditScriptError) -> Text {
    guard source.count == sourceCount else {
      throw .wrongText(expectedCount: sourceCount, found: source.count, offset: nil)
    }
    var units = ContiguousArray<UInt16>()
    units.reserveCapacity(targetCount)
    for segment in segments {
      guard let change = segment.change else {
        units += source.units[segment.source]
        continue
      }
      guard source.units[segment.source].elementsEqual(change.original) else {
        throw .wrongText(expectedCount: sourceCount, found: source.count, offset: segment.source.lowerBound)
      }
      units += change.replacement
    }
    return Text(units: units)
  }

  /// The source of a target: the inverse of ``apply(to:)``.
  ///
  /// - Throws: ``EditScriptError/wrongText(expectedCount:found:offset:)`` when `target` is not what the script gives.
  /// - Complexity: O(source + target).
  public func undo(from target: Text) throws(EditScriptError) -> Text {
    try inverted().apply(to: target)
  }

  /// The script that leads back from the target to the source.
  public func inverted() -> EditScript {
    EditScript(
      segments: sourceOrder.lazy.map { index in
        let segment = segments[index]
        let start = targetStarts[index]
        return Segment(
          source: start..<start + segment.targetCount,
          change: segment.change.map {
            Change(original: $0.replacement, replacement: $0.original, reason: $0.reason)
          })
      })
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element satisfies a predicate that is false and then true along the array.
  func partitioningIndex(where belongsInSecond: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if belongsInSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
