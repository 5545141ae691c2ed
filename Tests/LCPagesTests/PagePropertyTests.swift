import Foundation
import LCPages
import LCTestSupport
import LCTextModel
import Testing

/// What must hold for any page, newspaper or not.
struct PagePropertyTests {
  private static func pages() throws -> [Text] {
    var random = SeededRandom(seed: 404)
    var texts = try Seeds.texts() + samples()
    // Pages of shuffled lines of the seeds, and random ones.
    for seed in texts {
      var lines = seed.string.split(separator: "\n", omittingEmptySubsequences: false)
      for _ in 0..<5 {
        lines.shuffle(using: &random)
        texts.append(Text(lines.prefix(60).joined(separator: "\n")))
      }
    }
    for _ in 0..<200 { texts.append(RandomText.mixed(count: Int.random(in: 0...120, using: &random), using: &random)) }
    return texts
  }

  /// The pages of the samples of OCR's forms, where they are.
  private static func samples() throws -> [Text] {
    let folder = Seeds.root.deletingLastPathComponent().appending(path: "shared/data/ocr")
    guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [] }
    var texts: [Text] = []
    for case let file as URL in files {
      guard let data = try? Data(contentsOf: file), let format = ScanFormat(head: [UInt8](data)) else { continue }
      texts += try format.pages([UInt8](data)).map(\.text)
    }
    if texts.isEmpty { print("left out: there are no samples of OCR") }
    return texts
  }

  @Test func everyCharacterIsInExactlyOnePart() throws {
    let reader = try PageReader()
    for (number, text) in try Self.pages().enumerated() {
      let page = reader.page(of: text)
      var owners = [Int](repeating: 0, count: text.count)
      for article in page.articles + page.captions {
        let inline = article.paragraphs.flatMap(\.excerpt.spans)
        let credits = (article.byline?.spans ?? []).filter { span in !inline.contains { $0.overlaps(span) } }
        let lines = [article.headline, article.kicker, article.subheadline].flatMap { $0?.spans ?? [] }
        for span in inline + credits + lines { for place in span { owners[place] += 1 } }
      }
      for item in page.furniture { for span in item.excerpt.spans { for place in span { owners[place] += 1 } } }
      for (place, unit) in text.units.enumerated() where !unit.isWhiteSpace {
        #expect(owners[place] == 1, "page \(number), offset \(place), in \(owners[place]) parts")
        if owners[place] != 1 { break }
      }
    }
  }

  @Test func editsAreUndone() throws {
    let reader = try PageReader()
    for text in try Self.pages() {
      let script = reader.page(of: text).edits
      #expect(try script.undo(from: script.apply(to: text)) == text)
    }
  }

  @Test func cleanTextHoldsNoBreakOfItsColumn() throws {
    let reader = try PageReader()
    for text in try Seeds.texts() {
      for article in reader.page(of: text).articles {
        for paragraph in article.paragraphs { #expect(!paragraph.excerpt.string.contains("\n")) }
      }
    }
  }

  @Test func cleaningTwiceChangesNothingMore() throws {
    let reader = try PageReader()
    for text in try Seeds.texts() {
      for article in reader.page(of: text).articles {
        let clean = article.body.text
        #expect(reader.page(ofArticle: clean).edits.edits.filter { $0.reason != .justificationSpace }.isEmpty)
      }
    }
  }
}
