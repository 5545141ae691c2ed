import Foundation
import LCTestSupport

/// Runs the built `lctext` in a folder of its own.
struct Command {
  /// What a run gave.
  struct Outcome {
    var status: Int32
    var output: Data
    var errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var lines: [String] { text.split(separator: "\n").map(String.init) }
  }

  /// The folder the command runs in; it is removed with ``remove()``.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "lctext-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }

  /// The program beside the tests.
  static func program() throws -> URL {
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<6 {
      let program = folder.appending(path: "lctext")
      if FileManager.default.isExecutableFile(atPath: program.path), !program.hasDirectoryPath { return program }
      folder.deleteLastPathComponent()
    }
    // The test runner may live elsewhere; the build folder does not.
    let built = Seeds.root.appending(path: ".build/debug/lctext")
    guard FileManager.default.isExecutableFile(atPath: built.path) else { throw CocoaError(.fileNoSuchFile) }
    return built
  }

  /// Writes a file in the folder.
  @discardableResult
  func write(_ name: String, _ content: some DataProtocol) throws -> URL {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content).write(to: file)
    return file
  }

  /// Runs `lctext` with arguments and, if given, standard input.
  func run(_ arguments: String..., input: String = "") throws -> Outcome {
    try start(try Self.program(), arguments, input: Data(input.utf8))
  }

  /// Runs a line of shell in which `$lctext` is the program.
  func shell(_ line: String) throws -> Outcome {
    try start(URL(filePath: "/bin/bash"), ["-c", line], input: Data())
  }

  private func start(_ program: URL, _ arguments: [String], input: Data) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(["lctext": try Self.program().path]) { $1 }
    // Files instead of pipes: nothing to drain, nothing that fills up.
    let names = ["in", "out", "err"].map { folder.appending(path: ".\($0)-\(UUID().uuidString)") }
    try input.write(to: names[0])
    for name in names.dropFirst() { try Data().write(to: name) }
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    defer { for name in names { try? FileManager.default.removeItem(at: name) } }
    return Outcome(
      status: process.terminationStatus, output: try Data(contentsOf: names[1]),
      errors: String(decoding: try Data(contentsOf: names[2]), as: UTF8.self))
  }
}

/// Runs `body` with a command whose folder is removed afterwards.
func withCommand(_ body: (Command) throws -> Void) throws {
  let command = try Command()
  defer { command.remove() }
  try body(command)
}

extension Command {
  /// The path of the seeds.
  static var seeds: String { Seeds.root.appending(path: "seeds").path }

  /// The path of one seed by the start of its name.
  static func seed(_ prefix: String) throws -> String {
    try Seeds.files().first { $0.lastPathComponent.hasPrefix(prefix) }?.path ?? ""
  }
}
