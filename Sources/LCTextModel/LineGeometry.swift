/// A rectangle on a page's image, in the unit of its scan.
public struct Box: Sendable, Hashable {
  /// The left and the upper edge.
  public var x: Double, y: Double
  /// The size.
  public var width: Double, height: Double

  /// Makes a rectangle.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The right edge.
  public var maxX: Double { x + width }
  /// The lower edge.
  public var maxY: Double { y + height }

  /// The smallest rectangle that holds both.
  public func union(_ other: Box) -> Box {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return Box(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }
}

/// Where a line of a page's text stands on the image, as OCR tells it.
public struct LineGeometry: Sendable, Hashable {
  /// Its rectangle, where the scan has one on the page.
  public var box: Box?
  /// How sure OCR is of it, from 0 to 1.
  public var confidence: Double?

  /// Makes what is known of a line.
  public init(box: Box? = nil, confidence: Double? = nil) {
    self.box = box
    self.confidence = confidence
  }
}

/// A page as OCR delivers it: its text, blocks with a blank line between them, and where its lines stand.
public struct ScannedPage: Sendable, Hashable {
  /// The text.
  public var text: Text
  /// What is known of each line, from 0; blank lines have nothing.
  public var lines: [LineGeometry]
  /// What was wrong and passed over, such as a box outside the page.
  public var notes: [String]

  /// Makes a page.
  public init(text: Text, lines: [LineGeometry] = [], notes: [String] = []) {
    self.text = text
    self.lines = lines
    self.notes = notes
  }
}
