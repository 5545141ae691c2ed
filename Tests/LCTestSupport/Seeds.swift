public import Foundation
public import LCTextModel

/// The pages of `seeds/`, and the project's root.
public enum Seeds {
  /// The folder that holds Package.swift.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The pages' files in name order.
  public static func files() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: root.appending(path: "seeds"), includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// The pages' texts in name order.
  public static func texts() throws -> [Text] {
    try files().map { Text(String(decoding: try Data(contentsOf: $0), as: UTF8.self)) }
  }
}
