internal import CICUShim
public import LCTextModel

/// Unicode normalisation (Unicode Standard Annex 15), as a reversible edit script.
public struct Normalizer: Sendable {
  /// A normalisation form.
  public enum Form: Sendable, Hashable {
    /// Canonical composition.
    case nfc
    /// Compatibility composition: full-width letters become plain, ligatures are resolved.
    case nfkc
  }

  /// The form.
  public let form: Form

  /// Makes a normaliser.
  public init(_ form: Form) {
    self.form = form
  }

  private var number: Int32 { Int32(form == .nfc ? LC_NORMALIZE_NFC : LC_NORMALIZE_NFKC) }

  /// Whether a text is in the form already. Complexity: O(n).
  public func isNormalized(_ text: Text) -> Bool {
    var status: Int32 = 0
    return text.units.withUnsafeBufferPointer {
      lc_is_normalized(number, $0.baseAddress, Int32($0.count), &status) != 0
    }
  }

  /// The normalised text. Complexity: O(n).
  ///
  /// - Throws: ``SegmentationError/icu(operation:code:)`` when ICU's data is missing.
  public func normalized(_ text: Text) throws(SegmentationError) -> Text {
    let edits = try edits(for: text)
    return edits.isEmpty ? text : Excerpt(of: [text.range], in: text, edits: edits).text
  }

  /// The edits that normalise a text, sorted, each as small as the form's boundaries allow, with the reason
  /// `normalization`.
  ///
  /// - Throws: ``SegmentationError/icu(operation:code:)`` when ICU's data is missing.
  /// - Complexity: O(n).
  public func edits(for text: Text) throws(SegmentationError) -> [Edit] {
    var edits: [Edit] = []
    var capacity = 1 << 14
    var place = 0
    while place < text.count {
      let stop = try step(text, from: place, capacity: capacity, into: &edits)
      // No room for a single stretch: a base with very many marks.
      if stop == nil { capacity *= 4 }
      place = stop ?? place
    }
    return edits
  }

  private func step(
    _ text: Text, from place: Int, capacity: Int, into edits: inout [Edit]
  ) throws(SegmentationError) -> Int? {
    let changeCapacity = 1024
    var changes = [lc_change](repeating: lc_change(), count: changeCapacity)
    var output = [UInt16](repeating: 0, count: capacity)
    var changeCount: Int32 = 0
    var outputCount: Int32 = 0
    var status: Int32 = 0
    let stop = text.units.withUnsafeBufferPointer {
      lc_normalize(
        number, $0.baseAddress, Int32($0.count), Int32(place), &changes, Int32(changeCapacity), &changeCount, &output,
        Int32(capacity), &outputCount, &status)
    }
    if status > 0, output.count < 18 * text.count + 64 { return nil }
    guard status <= 0 else { throw .icu("normalise", status: status) }
    var start = 0
    for change in changes[..<Int(changeCount)] {
      let end = start + Int(change.length)
      edits.append(
        Edit(
          range: Int(change.start)..<Int(change.end), replacement: ContiguousArray(output[start..<end]),
          reason: .normalization))
      start = end
    }
    return Int(stop)
  }
}
