import Foundation
import LCArchive
import LCDuplicates
import LCTestSupport
import LCTextModel
import Testing

struct ArchiveTests {
  /// Runs `body` with the path of an archive that is removed afterwards.
  private func withPath(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lctext-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appending(path: "a.db").path)
  }

  /// Blocks of the seeds that are long enough to be looked for.
  private static func entries() throws -> [Archive.Entry] {
    var entries: [Archive.Entry] = []
    for text in try Seeds.texts() {
      for line in text.string.split(separator: "\n") where line.count >= 20 {
        entries.append(.init(name: "p\(entries.count)", line: entries.count + 1, text: Text(String(line))))
      }
    }
    return entries
  }

  private static func found(_ archive: Archive, _ texts: [Text]) throws -> [Archive.Found] {
    var options = DuplicateFinder.Options()
    options.minimumLength = 14
    var found: [Archive.Found] = []
    try archive.find(PassageStore(texts.map { Passage($0) }), finder: DuplicateFinder(options: options)) { found.append($0) }
    return found
  }

  @Test func whatIsAddedIsFound() throws {
    try withPath { path in
      let archive = try Archive(creating: path)
      let entries = try Self.entries()
      #expect(try archive.add(entries, source: "seeds") == entries.count)
      let long = entries.filter { $0.text.count >= 40 }
      let found = try Self.found(archive, long.map(\.text))
      let own = found.filter { $0.entry.name == long[$0.match.a].name }
      #expect(own.count * 100 >= long.count * 97)
      #expect(own.allSatisfy { $0.match.kind == .exact && $0.source == "seeds" })
      #expect(try Self.found(archive, [Text("一段从来没有在任何报纸上出现过的、与聊城毫无关系的文字，写于测试之中。")]).isEmpty)
      try archive.check()
    }
  }

  @Test func aSourceIsAddedOnce() throws {
    try withPath { path in
      let archive = try Archive(creating: path)
      let entries = try Array(Self.entries().prefix(40))
      #expect(try archive.add(entries, source: "one") == 40)
      #expect(try archive.add(entries, source: "one again") == nil)
      #expect(try archive.statistics().passages == 40)
      #expect(try archive.add([], source: "empty") == 0)
    }
  }

  @Test func manySmallAdditionsAreMerged() throws {
    try withPath { path in
      let archive = try Archive(creating: path)
      let entries = try Self.entries()
      for start in stride(from: 0, to: entries.count, by: 3) {
        _ = try archive.add(Array(entries[start..<min(start + 3, entries.count)]), source: "\(start)")
      }
      let statistics = try archive.statistics()
      #expect(statistics.passages == entries.count)
      #expect(statistics.segments < 24)
      try archive.check()
      let reopened = try Archive(path: path, isReadOnly: true)
      #expect(try reopened.statistics() == statistics)
      let text = entries.map(\.text).max { $0.count < $1.count } ?? ""
      #expect(try Self.found(reopened, [text]).first?.match.kind == .exact)
    }
  }

  @Test func wordsAreCountedByPassage() throws {
    try withPath { path in
      let archive = try Archive(creating: path)
      _ = try archive.add(
        [.init(name: "a", line: 1, text: "黄河大桥通车，黄河大桥很长"), .init(name: "b", line: 2, text: "黄河水位上涨")], source: "x")
      var words: [String: Int] = [:]
      try archive.forEachWord { words[$0] = $1 }
      #expect(words["黄河"] == 2)
      #expect(words["通车"] == 1)
    }
  }

  @Test func filesOfAnotherKindAreRefused() throws {
    try withPath { path in
      #expect(throws: ArchiveError.missing(path: path)) { try Archive(path: path) }
      _ = try Archive(creating: path)
      #expect(throws: ArchiveError.exists(path: path)) { try Archive(creating: path) }
      let other = path + ".txt"
      try Data(repeating: 0x41, count: 10_000).write(to: URL(filePath: other))
      #expect(throws: ArchiveError.foreign(path: other)) { try Archive(path: other) }
    }
  }

  @Test func twoConnectionsSeeTheSame() throws {
    try withPath { path in
      let writer = try Archive(creating: path)
      let reader = try Archive(path: path, isReadOnly: true)
      let entries = try Array(Self.entries().prefix(60))
      _ = try writer.add(entries, source: "one")
      #expect(try reader.statistics().passages == 60)
      #expect(throws: ArchiveError.self) { try reader.add(entries, source: "two") }
    }
  }
}
