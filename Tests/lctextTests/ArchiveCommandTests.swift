import Foundation
import LCTestSupport
import Testing

struct ArchiveCommandTests {
  private func newArchive(_ command: Command) throws {
    let outcome = try command.run("archive", "create", "a.db")
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func pagesAreFoundAgain() throws {
    try withCommand { command in
      try newArchive(command)
      let added = try command.run("archive", "add", "a.db", Command.seeds)
      #expect(added.status == 0)
      #expect(added.text.isEmpty && added.errors.isEmpty)
      let again = try command.run("archive", "add", "a.db", Command.seeds)
      #expect(again.status == 0)
      #expect(again.errors.contains("is in the archive already"))
      let found = try command.run("archive", "find", "a.db", "--fail-on-found", "--format", "jsonl", try Command.seed("002"))
      #expect(found.status == 1)
      #expect(found.lines.count { $0.contains(#""kind":"exact""#) } > 20)
      #expect(found.lines.first?.contains(#""b_source":"#) == true)
      let text = try command.run("archive", "find", "a.db", try Command.seed("002"))
      #expect(text.lines.contains { $0.contains("002_") && $0.contains(":25 = ") && $0.contains("exact, 100 %") })
      let check = try command.run("archive", "check", "a.db")
      #expect(check.text == "ok\n")
      let stats = try command.run("archive", "stats", "--format", "json", "a.db")
      #expect(stats.text.hasPrefix(#"{"sources":5,"passages":"#))
    }
  }

  @Test func wordsAreABackground() throws {
    try withCommand { command in
      try newArchive(command)
      _ = try command.run("archive", "add", "a.db", Command.seeds)
      let words = try command.run("archive", "words", "a.db", "-o", "words.tsv")
      #expect(words.status == 0)
      let keywords = try command.run("keywords", "--background", "words.tsv", try Command.seed("000"))
      #expect(keywords.status == 0)
      #expect(!keywords.text.isEmpty)
    }
  }

  @Test func badArchivesAreTold() throws {
    try withCommand { command in
      let missing = try command.run("archive", "stats", "a.db")
      #expect(missing.status == 66)
      #expect(missing.errors.contains("a.db"))
      try newArchive(command)
      let exists = try command.run("archive", "create", "a.db")
      #expect(exists.status == 74)
      try command.write("text.db", Data(repeating: 0x41, count: 8_192))
      let foreign = try command.run("archive", "check", "text.db")
      #expect(foreign.status == 65)
      #expect(foreign.errors.contains("not an archive of lctext"))
      let folder = try command.run("archive", "create", "none/a.db")
      #expect(folder.status == 66)
    }
  }

  @Test func aDamagedArchiveIsTold() throws {
    try withCommand { command in
      try newArchive(command)
      _ = try command.run("archive", "add", "a.db", Command.seeds)
      let file = command.folder.appending(path: "a.db")
      let whole = try Data(contentsOf: file)
      var damaged = whole
      for place in stride(from: 8_192, to: damaged.count - 64, by: 4_096) {
        damaged.replaceSubrange(place..<place + 64, with: Data(repeating: 0x5A, count: 64))
      }
      try damaged.write(to: file)
      for arguments in [["check"], ["stats"], ["find"]] {
        let outcome =
          arguments == ["find"]
          ? try command.run("archive", "find", "a.db", try Command.seed("002"))
          : try command.run("archive", arguments[0], "a.db")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("a.db: damaged"))
      }
      // A format number that no version has had yet.
      var newer = whole
      newer.replaceSubrange(60..<64, with: [0, 0, 0, 99])
      try newer.write(to: file)
      let outcome = try command.run("archive", "stats", "a.db")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("newer lctext (format 99)"))
    }
  }

  @Test func whatMayNotBeWrittenStaysAsItWas() throws {
    try withCommand { command in
      try newArchive(command)
      let file = command.folder.appending(path: "a.db")
      let before = try Data(contentsOf: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file.path)
      let outcome = try command.run("archive", "add", "a.db", Command.seeds)
      // The superuser may write everything.
      if getuid() != 0 {
        #expect(outcome.status == 74)
        #expect(try Data(contentsOf: file) == before)
      }
    }
  }

  @Test func aFullDiskChangesNothing() throws {
    try withCommand { command in
      let mounted = try command.shell("mkdir disk && mount -t tmpfs -o size=300k none disk")
      guard mounted.status == 0 else { return }
      defer { _ = try? command.shell("umount disk") }
      let created = try command.run("archive", "create", "disk/a.db")
      #expect(created.status == 0)
      let full = try command.run("archive", "add", "disk/a.db", Command.seeds)
      #expect(full.status == 65 || full.status == 74)
      #expect(full.errors.contains("the disk is full"))
      let stats = try command.run("archive", "check", "disk/a.db")
      #expect(stats.text == "ok\n")
    }
  }

  /// 50 times the program is killed while it adds; then all is added: nothing is lost, and nothing is there twice.
  @Test func aKilledAdditionLeavesTheArchiveSound() throws {
    try withCommand { command in
      try newArchive(command)
      var random = SeededRandom(seed: 8)
      let alphabet = Array("的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经")
      for run in 0..<50 {
        var rows = ""
        for row in 0..<40 {
          rows += "r\(run)-\(row)\t" + String((0..<60).map { _ in alphabet.randomElement(using: &random) ?? "的" }) + "\n"
        }
        try command.write("in\(run).tsv", Data(rows.utf8))
        let delay = Double.random(in: 0.005...0.12, using: &random)
        _ = try command.shell(
          "$lctext archive add a.db --input tsv in\(run).tsv & sleep \(delay); kill -9 $! 2>/dev/null; wait; true")
        if run % 10 == 9 {
          let check = try command.run("archive", "check", "a.db")
          #expect(check.text == "ok\n")
        }
      }
      let all = try command.shell("$lctext archive add a.db --input tsv in*.tsv")
      #expect(all.status == 0)
      let check = try command.run("archive", "check", "a.db")
      #expect(check.text == "ok\n")
      let stats = try command.run("archive", "stats", "a.db")
      #expect(stats.lines.contains("passages\t2000"))
      #expect(stats.lines.contains("sources\t50"))
    }
  }
}
