/// Clean text taken out of a source, which knows for each of its characters where it stood there.
///
/// A paragraph, a headline or a whole article body is an excerpt: some ranges of the page, in reading order, with the
/// page's edits applied inside them.
///
///     let excerpt = Excerpt(of: [10..<14, 20..<24], in: page, edits: script)
///     excerpt.text                        // the clean text
///     excerpt.sourceRanges(of: 2..<6)     // where its third to sixth unit stand in the page
public struct Excerpt: Sendable, Hashable {
  /// A run of the clean text and the run of the source it came from; of equal length unless the run was edited.
  struct Piece: Sendable, Hashable {
    var clean: Range<Int>
    var source: Range<Int>
    var isEdited: Bool
  }

  /// The clean text.
  public let text: Text
  /// The ranges of the source the excerpt covers, edits included, in reading order.
  public let spans: [Range<Int>]
  let pieces: ContiguousArray<Piece>

  /// Makes an excerpt of ranges of a source, with edits applied inside them.
  ///
  /// - Parameters:
  ///   - spans: ranges of `source` in reading order. Ranges that touch are merged.
  ///   - source: the text they are ranges of.
  ///   - edits: edits of `source` sorted by range and not overlapping, such as ``EditScript/edits``; an edit that is not
  ///     wholly inside one span is left out.
  /// - Complexity: O(spans · log(edits) + length).
  public init(of spans: [Range<Int>], in source: Text, edits: [Edit] = []) {
    var builder = Builder(source: source)
    var merged = RangeCollector()
    for span in spans { merged.add(span) }
    for span in merged.ranges {
      var place = span.lowerBound
      var next = edits.partitioningIndex { $0.range.lowerBound >= span.lowerBound }
      while next < edits.count, edits[next].range.upperBound <= span.upperBound {
        let edit = edits[next]
        builder.keep(place..<edit.range.lowerBound)
        builder.replace(edit.range, by: edit.replacement)
        place = edit.range.upperBound
        next += 1
      }
      builder.keep(place..<span.upperBound)
    }
    text = Text(units: builder.units)
    self.spans = merged.ranges
    pieces = builder.pieces
  }

  /// Joins excerpts of one source, with units between them that stand nowhere in it.
  public init(joining excerpts: [Excerpt], separator: Text) {
    var units = ContiguousArray<UInt16>()
    var pieces = ContiguousArray<Piece>()
    var spans: [Range<Int>] = []
    for (number, excerpt) in excerpts.enumerated() {
      if number > 0 { units += separator.units }
      let offset = units.count
      pieces += excerpt.pieces.lazy.map {
        Piece(
          clean: $0.clean.lowerBound + offset..<$0.clean.upperBound + offset, source: $0.source, isEdited: $0.isEdited)
      }
      units += excerpt.text.units
      spans += excerpt.spans
    }
    text = Text(units: units)
    self.pieces = pieces
    self.spans = spans
  }

  /// Where a range of the clean text stands in the source, in reading order; a part that was edited takes the whole of
  /// what the edit replaced.
  ///
  /// - Complexity: O(log(pieces) + pieces touched).
  public func sourceRanges(of range: Range<Int>) -> [Range<Int>] {
    var result = RangeCollector()
    for piece in pieces[pieces.partitioningIndex { $0.clean.upperBound > range.lowerBound }...] {
      if piece.clean.lowerBound >= range.upperBound { break }
      if piece.isEdited {
        result.add(piece.source)
      } else {
        let touched = range.clamped(to: piece.clean)
        let offset = piece.source.lowerBound - piece.clean.lowerBound
        result.add(touched.lowerBound + offset..<touched.upperBound + offset)
      }
    }
    return result.ranges
  }

  /// What follows a place of the source, without white space at its start.
  ///
  /// - Parameter offset: an offset of the source inside the first piece that goes on, such as the end of a dateline.
  /// - Complexity: O(length).
  public func suffix(afterSource offset: Int) -> Excerpt {
    guard let first = pieces.firstIndex(where: { $0.source.upperBound > offset }) else {
      return Excerpt(text: Text(units: []), spans: [], pieces: [])
    }
    let piece = pieces[first]
    var start = piece.isEdited ? piece.clean.lowerBound : piece.clean.lowerBound + max(0, offset - piece.source.lowerBound)
    while start < text.count, text.units[start].isWhiteSpace { start += 1 }
    return suffix(from: start)
  }

  private func suffix(from start: Int) -> Excerpt {
    var kept = ContiguousArray<Piece>()
    var spans = RangeCollector()
    for piece in pieces where piece.clean.upperBound > start {
      let cut = piece.isEdited ? 0 : max(0, start - piece.clean.lowerBound)
      let source = piece.source.lowerBound + cut..<piece.source.upperBound
      kept.append(
        Piece(
          clean: max(0, piece.clean.lowerBound + cut - start)..<piece.clean.upperBound - start, source: source,
          isEdited: piece.isEdited))
      spans.add(source)
    }
    return Excerpt(text: Text(units: ContiguousArray(text.units[start...])), spans: spans.ranges, pieces: kept)
  }

  private init(text: Text, spans: [Range<Int>], pieces: ContiguousArray<Piece>) {
    self.text = text
    self.spans = spans
    self.pieces = pieces
  }

  /// The clean text as a string.
  public var string: String { text.string }

  private struct Builder {
    let source: Text
    var units = ContiguousArray<UInt16>()
    var pieces = ContiguousArray<Piece>()

    mutating func keep(_ range: Range<Int>) {
      if range.isEmpty { return }
      pieces.append(Piece(clean: units.count..<units.count + range.count, source: range, isEdited: false))
      units += source.units[range]
    }

    mutating func replace(_ range: Range<Int>, by replacement: ContiguousArray<UInt16>) {
      if replacement.isEmpty { return }
      pieces.append(Piece(clean: units.count..<units.count + replacement.count, source: range, isEdited: true))
      units += replacement
    }
  }
}
