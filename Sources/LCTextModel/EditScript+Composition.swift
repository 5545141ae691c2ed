extension EditScript {
  /// The script that does this one and then another.
  ///
  /// `composed(with: next).apply(to: source)` is `next.apply(to: apply(to: source))`, and undoing it undoes both. Where
  /// `next` replaces what this script replaced, the change keeps the reason of `next`; where it keeps or moves a part of a
  /// replacement, the first part takes the place of the source and the others count as insertions beside it.
  ///
  /// - Parameter next: a script for this one's target.
  /// - Throws: ``EditScriptError/wrongText(expectedCount:found:offset:)`` when the lengths do not fit.
  /// - Complexity: O(segments of both + the units they replace).
  public func composed(with next: EditScript) throws(EditScriptError) -> EditScript {
    guard next.sourceCount == targetCount else {
      throw .wrongText(expectedCount: next.sourceCount, found: targetCount, offset: nil)
    }
    // The segments of this script, cut at the borders of those of `next`: the common refinement of the middle text.
    let pieces = refinement(at: next)
    var placed: [Segment] = []
    for index in next.segments.indices {
      let middle = next.segments[index].source
      guard let change = next.segments[index].change else {
        placed += pieces[index].map(\.segment)
        continue
      }
      if middle.isEmpty {
        // An insertion: it takes no source.
        let place = insertionPlace(atTarget: middle.lowerBound)
        placed.append(Segment(source: place..<place, change: change))
        continue
      }
      placed += Self.replaced(pieces[index], by: change)
    }
    // Deletions of this script have no units in the middle, so no segment of `next` holds them: put each behind the
    // segment that precedes it in the source.
    return EditScript(segments: Self.inserting(deletions: deletedSegments, into: placed))
  }

  /// A part of a segment of the first script that lies in one segment of the second.
  private struct Piece {
    var segment: Segment
    /// The units the piece has in the source.
    var original: ContiguousArray<UInt16>?
  }

  private var deletedSegments: [Segment] {
    segments.filter { $0.targetCount == 0 }
  }

  private func insertionPlace(atTarget offset: Int) -> Int {
    let index = segmentIndex(holdingTarget: offset)
    guard index < segments.count else { return sourceCount }
    let segment = segments[index]
    return segment.change == nil ? segment.source.lowerBound + offset - targetStarts[index] : segment.source.lowerBound
  }

  private func refinement(at next: EditScript) -> [[Piece]] {
    var result = [[Piece]](repeating: [], count: next.segments.count)
    for nextIndex in next.sourceOrder {
      let middle = next.segments[nextIndex].source
      if middle.isEmpty { continue }
      var index = segmentIndex(holdingTarget: middle.lowerBound)
      while index < segments.count, targetStarts[index] < middle.upperBound {
        let segment = segments[index]
        let start = targetStarts[index]
        let touched = middle.clamped(to: start..<start + segment.targetCount)
        if touched.isEmpty {
          index += 1
          continue
        }
        if let change = segment.change {
          // The first part of a replacement carries the source; the others are insertions after it.
          let isFirst = touched.lowerBound == start
          let source = isFirst ? segment.source : segment.source.upperBound..<segment.source.upperBound
          let units = ContiguousArray(change.replacement[touched.lowerBound - start..<touched.upperBound - start])
          let original = isFirst ? change.original : []
          result[nextIndex].append(
            Piece(
              segment: Segment(
                source: source, change: Change(original: original, replacement: units, reason: change.reason)),
              original: original))
        } else {
          let offset = segment.source.lowerBound - start
          result[nextIndex].append(
            Piece(
              segment: Segment(source: touched.lowerBound + offset..<touched.upperBound + offset, change: nil), original: nil))
        }
        index += 1
      }
    }
    return result
  }

  /// The pieces as one replacement: the first carries what now stands there, the others are deleted.
  private static func replaced(_ pieces: [Piece], by change: Change) -> [Segment] {
    var consumed = 0
    var result: [Segment] = []
    for piece in pieces {
      let count = piece.segment.targetCount
      let original = piece.original ?? ContiguousArray(change.original[consumed..<consumed + count])
      consumed += count
      let replacement = result.isEmpty ? change.replacement : []
      if piece.segment.source.isEmpty, replacement.isEmpty { continue }
      // Source neighbours go back into one change, so that a replaced run stays one edit.
      if let last = result.last, let previous = last.change, last.source.upperBound == piece.segment.source.lowerBound {
        result[result.count - 1] = Segment(
          source: last.source.lowerBound..<piece.segment.source.upperBound,
          change: Change(
            original: previous.original + original, replacement: previous.replacement, reason: change.reason))
      } else {
        result.append(
          Segment(
            source: piece.segment.source,
            change: Change(original: original, replacement: replacement, reason: change.reason)))
      }
    }
    return result
  }

  private static func inserting(deletions: [Segment], into placed: [Segment]) -> [Segment] {
    if deletions.isEmpty { return placed }
    let sorted = deletions.sorted { $0.source.lowerBound < $1.source.lowerBound }
    let bySource = placed.indices.sorted {
      (placed[$0].source.lowerBound, placed[$0].source.upperBound, $0)
        < (placed[$1].source.lowerBound, placed[$1].source.upperBound, $1)
    }
    // For each deletion, the last placed segment that starts before it.
    var after = [[Segment]](repeating: [], count: placed.count + 1)
    var next = 0
    for deletion in sorted {
      while next < bySource.count, placed[bySource[next]].source.lowerBound < deletion.source.lowerBound { next += 1 }
      after[next == 0 ? 0 : bySource[next - 1] + 1].append(deletion)
    }
    var result = after[0]
    for index in placed.indices {
      result.append(placed[index])
      result += after[index + 1]
    }
    return result
  }
}
