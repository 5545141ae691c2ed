internal import LCTextModel

/// The rows of a page in sections: bodies, and what stands between them.
struct PageSections {
  /// What stands between two bodies, in the scan's order.
  struct Between {
    var headings: [Row] = []
    /// The credits before the first heading, and those behind it.
    var creditsBefore: [Row] = []
    var creditsBehind: [Row] = []

    var isEmpty: Bool { headings.isEmpty && creditsBefore.isEmpty && creditsBehind.isEmpty }
  }

  /// A body: its paragraphs, each of rows that follow each other.
  struct Body {
    var paragraphs: [[Row]]

    var rows: some Sequence<Row> { paragraphs.joined() }
  }

  private(set) var bodies: [Body] = []
  /// One more than there are bodies: the first stands before the first body.
  private(set) var between: [Between] = [Between()]
  private(set) var furniture: [Row] = []

  init(_ rows: [Row], _ roles: [Role]) {
    for (row, role) in zip(rows, roles) {
      let last = between.count - 1
      switch role {
      case .heading: between[last].headings.append(row)
      case .credit:
        if between[last].headings.isEmpty {
          between[last].creditsBefore.append(row)
        } else {
          between[last].creditsBehind.append(row)
        }
      case .furniture: furniture.append(row)
      case .start: addBody(row)
      case .paragraph, .continuation:
        // After a credit or the masthead a body may go on; without one before it there is nothing to go on with.
        guard between[last].isEmpty, let body = bodies.indices.last else {
          addBody(row)
          continue
        }
        if role == .paragraph {
          bodies[body].paragraphs.append([row])
        } else {
          bodies[body].paragraphs[bodies[body].paragraphs.count - 1].append(row)
        }
      }
    }
  }

  /// Parts the text of a photograph from the article it stands behind: a last paragraph that tells what is seen on a day, with a
  /// credit of its own, where the article has its dateline and names already.
  mutating func partCaptions(in text: Text) {
    for number in bodies.indices.reversed() {
      guard let credit = between[number + 1].creditsBefore.first, text.units[credit.range].first?.isCreditMark == true,
        bodies[number].paragraphs.count >= 2, let first = bodies[number].paragraphs.first?.first,
        first.traits.contains(.hasDateline), let last = bodies[number].paragraphs.last, let start = last.first,
        last.reduce(0, { $0 + $1.range.count }) <= Self.longestCaption,
        PictureText.begins(start.range.lowerBound..<(last.last?.range.upperBound ?? start.range.upperBound), in: text)
      else { continue }
      bodies[number].paragraphs.removeLast()
      bodies.insert(Body(paragraphs: [last]), at: number + 1)
      between.insert(Between(), at: number + 1)
    }
  }

  private static let longestCaption = 280

  private mutating func addBody(_ row: Row) {
    bodies.append(Body(paragraphs: [[row]]))
    between.append(Between())
  }
}
