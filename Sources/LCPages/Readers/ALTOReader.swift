internal import LCTextModel

/// Reads ALTO 2 to 4 (Library of Congress): text blocks in their order, composed ones too; HYP as the hyphen it stands for.
final class ALTOReader: XMLHandler {
  private var builder = ScanBuilder()
  private(set) var pages: [ScannedPage] = []
  private var words: [String] = []
  /// Whether the next word is part of the one before: no space stands between them.
  private var isJoined = true
  private var line: (box: Box?, confidences: [Double])?

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "Page":
      builder = ScanBuilder()
      if let width = attributes.number("WIDTH"), let height = attributes.number("HEIGHT") { builder.size = (width, height) }
    case "TextBlock": builder.startBlock()
    case "TextLine":
      line = (Self.box(attributes), [])
      words = []
      isJoined = true
    case "String":
      add(attributes["CONTENT"] ?? "")
      if let confidence = attributes.number("WC") { line?.confidences.append(confidence) }
    case "SP": isJoined = false
    case "HYP":
      isJoined = true
      add(attributes["CONTENT"] ?? "-")
    default: break
    }
  }

  private func add(_ content: String) {
    if isJoined, let last = words.popLast() { words.append(last + content) } else { words.append(content) }
    // Where a scan has no SP at all, words stand apart.
    isJoined = false
  }

  func end(_ name: String) {
    switch name {
    case "TextLine":
      guard let line else { return }
      builder.add(ScanBuilder.line(of: words), box: line.box, confidence: line.confidences.mean)
      self.line = nil
    case "Page":
      if let page = builder.page { pages.append(page) }
    default: break
    }
  }

  func text(_ text: String) {}

  private static func box(_ attributes: [String: String]) -> Box? {
    guard let x = attributes.number("HPOS"), let y = attributes.number("VPOS"), let width = attributes.number("WIDTH"),
      let height = attributes.number("HEIGHT")
    else { return nil }
    return Box(x: x, y: y, width: width, height: height)
  }
}

extension [String: String] {
  /// An attribute as a number.
  func number(_ name: String) -> Double? { self[name].flatMap { Double($0) } }
}

extension [Double] {
  /// The mean; `nil` of none.
  var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }
}
