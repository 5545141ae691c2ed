internal import FoundationEssentials
internal import LCTextModel

/// Reads lists of recognised lines with their boxes, as PaddleOCR and its kin write them in JSON: objects with `text`, `box` and
/// `score`, pairs of points and text, or arrays of `rec_texts`, `rec_boxes` and `rec_scores`.
enum BoxReader {
  private struct Line {
    var text: String
    var box: Box?
    var score: Double?
  }

  private static let texts = ["text", "transcription", "words", "rec_text", "label"]
  private static let boxes = ["box", "points", "bbox", "text_region", "position", "location"]
  private static let scores = ["score", "confidence", "prob", "rec_score"]
  private static let lists: [(texts: String, boxes: [String], scores: [String])] = [
    ("rec_texts", ["rec_boxes", "rec_polys", "dt_polys"], ["rec_scores"]), ("texts", ["boxes", "points"], ["scores", "probs"]),
  ]
  /// The deepest nesting that is looked into.
  private static let depthLimit = 12

  /// - Throws: ``ScanError/shape(_:)``.
  static func pages(_ bytes: [UInt8]) throws(ScanError) -> [ScannedPage] {
    let value: JSONValue
    do {
      value = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    } catch {
      throw .shape("not valid JSON")
    }
    var lines: [Line] = []
    collect(value, &lines, depth: 0)
    guard !lines.isEmpty else { throw .shape("the JSON has no recognised lines") }
    return page(of: lines).map { [$0] } ?? []
  }

  private static func page(of lines: [Line]) -> ScannedPage? {
    var builder = ScanBuilder()
    let boxes = lines.compactMap(\.box)
    if boxes.count < lines.count {
      if !boxes.isEmpty { builder.notes.append("\(lines.count - boxes.count) lines have no box; the file's order is kept") }
      for line in lines { builder.add(line.text, box: line.box, confidence: line.score) }
      return builder.page
    }
    let upright = isVertical(lines, boxes) ? boxes.map(turned) : boxes
    for block in ColumnCut.blocks(upright) {
      builder.startBlock()
      for group in ColumnCut.rows(block, upright) {
        let texts = group.map { lines[$0].text }
        let box = group.dropFirst().reduce(boxes[group[0]]) { $0.union(boxes[$1]) }
        builder.add(ScanBuilder.line(of: texts), box: box, confidence: group.compactMap { lines[$0].score }.mean)
      }
    }
    return builder.page
  }

  /// Whether the lines run from top to bottom: most of those of three characters and more are higher than wide.
  private static func isVertical(_ lines: [Line], _ boxes: [Box]) -> Bool {
    let long = zip(lines, boxes).filter { $0.0.text.count >= 3 }
    return 2 * long.count { $0.1.height > 1.5 * $0.1.width } > long.count
  }

  /// A box of a page turned by a quarter, so that lines from top to bottom, the first on the right, run from left to right.
  private static func turned(_ box: Box) -> Box {
    Box(x: box.y, y: -box.maxX, width: box.height, height: box.width)
  }

  private static func collect(_ value: JSONValue, _ lines: inout [Line], depth: Int) {
    guard depth < depthLimit else { return }
    switch value {
    case .object(let object):
      for list in lists {
        guard case .array(let texts)? = object[list.texts] else { continue }
        let boxes = list.boxes.lazy.compactMap { object[$0]?.elements }.first ?? []
        let scores = list.scores.lazy.compactMap { object[$0]?.elements }.first ?? []
        for (number, text) in texts.enumerated() {
          guard let text = text.string else { continue }
          lines.append(
            Line(
              text: text, box: boxes.indices.contains(number) ? box(boxes[number]) : nil,
              score: scores.indices.contains(number) ? scores[number].mean : nil))
        }
        return
      }
      if let text = texts.lazy.compactMap({ object[$0]?.string }).first {
        let place = boxes.lazy.compactMap { key in object[key].flatMap { Self.box($0) } }.first
        lines.append(Line(text: text, box: place, score: scores.lazy.compactMap { object[$0]?.mean }.first))
      } else {
        for key in object.keys.sorted() { object[key].map { collect($0, &lines, depth: depth + 1) } }
      }
    case .array(let elements):
      // [points, [text, score]], as the Python interface returns it.
      if elements.count == 2, let box = box(elements[0]), let pair = elements[1].elements, let text = pair.first?.string {
        lines.append(Line(text: text, box: box, score: pair.count > 1 ? pair[1].mean : nil))
      } else {
        for element in elements { collect(element, &lines, depth: depth + 1) }
      }
    default: break
    }
  }

  /// Four points, four numbers (left, top, right, bottom), or an object with left, top, width and height.
  private static func box(_ value: JSONValue) -> Box? {
    if case .object(let object) = value {
      let numbers = ["left", "top", "width", "height"].compactMap { object[$0]?.number }
      return numbers.count == 4 ? Box(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3]) : nil
    }
    guard let elements = value.elements, elements.count >= 4 else { return nil }
    let points = elements.compactMap { $0.elements?.compactMap(\.number) }.filter { $0.count >= 2 }
    let numbers = elements.compactMap(\.number)
    let (xs, ys) =
      points.count >= 4
      ? (points.map { $0[0] }, points.map { $0[1] })
      : numbers.count == 4 ? ([numbers[0], numbers[2]], [numbers[1], numbers[3]]) : ([], [])
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() else { return nil }
    return Box(x: left, y: top, width: right - left, height: bottom - top)
  }
}

/// Any JSON.
indirect enum JSONValue: Decodable {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case number(Double)
  case other

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let value = try? container.decode([String: JSONValue].self) {
      self = .object(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else {
      self = .other
    }
  }

  var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The number, or the mean of a list of numbers.
  var mean: Double? { number ?? elements.flatMap { $0.compactMap(\.number).mean } }
}
