import Foundation
import LCPages
import LCTestSupport
import LCTextModel
import Testing

/// The annotated pages, where they are at hand.
struct GoldPageTests {
  private struct Gold: Decodable {
    struct Entry: Decodable {
      let kind: String
      let headlineText: String?
      enum CodingKeys: String, CodingKey {
        case kind
        case headlineText = "headline_text"
      }
    }
    let source: String
    let articles: [Entry]
  }

  private static let folder = Seeds.root.deletingLastPathComponent().appending(path: "shared/gold")
  private static var isAtHand: Bool { FileManager.default.fileExists(atPath: folder.path) }

  @Test(.enabled(if: isAtHand, "needs the annotated pages beside the project"))
  func mostHeadlinesAndKindsAreRight() throws {
    let reader = try PageReader()
    var right = 0
    var all = 0
    for file in try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
    where file.lastPathComponent.hasSuffix(".gold.json") {
      let gold = try JSONDecoder().decode(Gold.self, from: Data(contentsOf: file))
      let scan = try Data(contentsOf: Seeds.root.appending(path: "seeds/\(gold.source)"))
      let page = reader.page(of: Text(String(decoding: scan, as: UTF8.self)))
      let found = (page.articles + page.captions).map { ($0.kind.rawValue, Self.bare($0.headline?.string)) }
      for article in gold.articles {
        all += 1
        if found.contains(where: { $0.0 == article.kind && $0.1 == Self.bare(article.headlineText) }) { right += 1 }
      }
    }
    // Fewer than on the day the rules were written would be a step back.
    #expect(right * 10 >= all * 8, "\(right) of \(all)")
  }

  private static func bare(_ text: String?) -> String {
    let normal = (text ?? "").precomposedStringWithCompatibilityMapping
    return String(normal.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
  }
}
