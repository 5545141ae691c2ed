import Foundation
import LCTestSupport
import Testing

/// What the README shows is what the commands print.
struct DocumentationTests {
  @Test func readmeShowsRealOutput() throws {
    let readme = try String(contentsOf: Seeds.root.appending(path: "README.md"), encoding: .utf8)
    let blocks = readme.components(separatedBy: "```console\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
    #expect(!blocks.isEmpty)
    try withCommand { command in
      for block in blocks {
        let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.first?.dropFirst(2))
        let outcome = try command.shell("cd '\(Seeds.root.path)'; PATH=\"$(dirname \"$lctext\"):$PATH\"; \(line)")
        let expected = lines.dropFirst().joined(separator: "\n")
        #expect(outcome.text.trimmingCharacters(in: .newlines) == expected.trimmingCharacters(in: .newlines), "\(line)")
      }
    }
  }

  @Test func everyCapabilityHasItsGuide() throws {
    let readme = try String(contentsOf: Seeds.root.appending(path: "README.md"), encoding: .utf8)
    let guides = try FileManager.default.contentsOfDirectory(atPath: Seeds.root.appending(path: "Guides").path)
    for guide in guides where guide.hasSuffix(".md") { #expect(readme.contains("Guides/\(guide)"), "\(guide)") }
    #expect(guides.count >= 8)
  }
}
