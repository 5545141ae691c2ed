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
  private static let firstReach = 4
  private static let widest = 50.0
  private static let narrowest = 7.0
  private static let spread = 1.1

  /// Gives each row the width that at least three rows around it reach, the nearest first: columns of different widths may
  /// stand one after the other.
  ///
  /// - Complexity: O(rows).
  static func measure(_ rows: inout [Row]) {
    var window: [Double] = []
    for index in rows.indices {
      window.removeAll(keepingCapacity: true)
      rows[index].columnWidth = nil
      for distance in 0...reach {
        for near in distance == 0 ? [index] : [index - distance, index + distance] where rows.indices.contains(near) {
          let width = rows[near].width
          if width >= narrowest, width <= widest { window.append(width) }
        }
        guard distance >= firstReach else { continue }
        window.sort(by: >)
        let found = window.indices.first { place in
          place + 2 < window.count && window[place] - window[place + 2] <= spread
            && window[place + 1] >= rows[index].width - spread
        }
        if let found {
          rows[index].columnWidth = window[found + 1]
          break
        }
      }
    }
  }
}
