internal import LCTextModel

/// Reads PAGE XML (PRImA): regions in the reading order it gives, else in the file's; lines with their outlines' boxes.
final class PAGEReader: XMLHandler {
  private struct Line {
    var text: String?
    /// The words' texts, where the line has none of its own.
    var words: [String] = []
    var box: Box?
    var confidence: Double?
  }

  private struct Region {
    var id: String
    var text: String?
    var lines: [Line] = []
  }

  private var size: (width: Double, height: Double)?
  private var regions: [Region] = []
  private var openRegions: [Int] = []
  private var order: [String] = []
  private var stack: [String] = []
  private var line: Line?
  private var unicode: String?
  private var confidence: Double?
  private(set) var pages: [ScannedPage] = []

  func start(_ name: String, _ attributes: [String: String]) {
    let parent = stack.last
    stack.append(name)
    switch name {
    case "Page":
      if let width = attributes.number("imageWidth"), let height = attributes.number("imageHeight") { size = (width, height) }
    case "RegionRef", "RegionRefIndexed", "OrderedGroupIndexed", "UnorderedGroupIndexed":
      if let id = attributes["regionRef"] { order.append(id) }
    case "TextRegion":
      openRegions.append(regions.count)
      regions.append(Region(id: attributes["id"] ?? ""))
    case "TextLine": line = Line()
    case "Coords" where parent == "TextLine": line?.box = Self.box(attributes["points"] ?? "")
    case "TextEquiv": confidence = attributes.number("conf")
    case "Unicode": unicode = ""
    default: break
    }
  }

  func end(_ name: String) {
    stack.removeLast()
    switch name {
    case "Unicode":
      if stack.last == "TextEquiv", let unicode { take(unicode, of: stack.dropLast().last) }
      unicode = nil
    case "TextLine":
      if let line, let region = openRegions.last { regions[region].lines.append(line) }
      line = nil
    case "TextRegion": openRegions.removeLast()
    case "Page": finishPage()
    default: break
    }
  }

  func text(_ text: String) { unicode?.append(text) }

  /// Takes the text of an element; of several readings the first counts.
  private func take(_ text: String, of element: String?) {
    switch element {
    case "TextLine" where line?.text == nil:
      line?.text = text
      line?.confidence = confidence
    case "Word": line?.words.append(text)
    case "TextRegion":
      if let region = openRegions.last, regions[region].text == nil { regions[region].text = text }
    default: break
    }
  }

  private func finishPage() {
    var builder = ScanBuilder()
    builder.size = size
    let (sorted, notes) = sortedRegions
    builder.notes = notes
    for region in sorted {
      builder.startBlock()
      for line in region.lines {
        builder.add(line.text ?? ScanBuilder.line(of: line.words), box: line.box, confidence: line.confidence)
      }
      if region.lines.isEmpty {
        for text in (region.text ?? "").split(separator: "\n") { builder.add(String(text), box: nil, confidence: nil) }
      }
    }
    if let page = builder.page { pages.append(page) }
    (size, regions, order) = (nil, [], [])
  }

  /// The regions in the given order; those it does not name follow. One that names a region twice goes round in a circle and
  /// is not followed.
  private var sortedRegions: ([Region], [String]) {
    guard !order.isEmpty else { return (regions, []) }
    guard Set(order).count == order.count else {
      return (regions, ["the reading order names a region twice; the file's order is kept"])
    }
    let byID = Dictionary(regions.map { ($0.id, $0) }) { first, _ in first }
    let named = Set(order)
    return (order.compactMap { byID[$0] } + regions.filter { !named.contains($0.id) }, [])
  }

  /// The box around `x,y x,y …`.
  private static func box(_ points: String) -> Box? {
    let pairs = points.split(whereSeparator: \.isWhitespace).compactMap { point -> (Double, Double)? in
      let numbers = point.split(separator: ",").compactMap { Double($0) }
      return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }
    guard let left = pairs.map(\.0).min(), let right = pairs.map(\.0).max(), let top = pairs.map(\.1).min(),
      let bottom = pairs.map(\.1).max()
    else { return nil }
    return Box(x: left, y: top, width: right - left, height: bottom - top)
  }
}
