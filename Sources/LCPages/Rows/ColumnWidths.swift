internal import LCTextModel

/// Measures printed lines in ems, and finds the width of the column they stand in.
enum ColumnWidths {
  /// The width of a range of one line.
  static func width(of range: Range<Int>, in text: Text) -> Double {
    var width = 0.0
    for unit in text.units[range] {
      switch unit {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D...0x2F, 0x25, 0x40: width += 0.5
      case 0x20, 0xA0: width += 0.25
      // OCR writes half-width marks for full-width ones.
      default: width += unit.isTrailSurrogate ? 0 : 1
      }
    }
    return width
  }

  /// How many rows on each side are looked at, how wide a column may be, and how far full rows may differ.
  private static let reach = 7
  private static let widest = 50.0
  private static let narrowest = 7.0
  private static let spread = 1.1

  /// Gives each row the width that at least three rows around it reach.
  static func measure(_ rows: inout [Row]) {
    var window: [Double] = []
    for index in rows.indices {
      window.removeAll(keepingCapacity: true)
      for near in max(0, index - reach)..<min(rows.count, index + reach + 1) {
        let width = rows[near].width
        if width >= narrowest, width <= widest { window.append(width) }
      }
      window.sort(by: >)
      rows[index].columnWidth = window.indices.first { place in
        place + 2 < window.count && window[place] - window[place + 2] <= spread
      }.map { window[$0 + 1] }
    }
  }
}
