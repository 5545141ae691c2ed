// swift-tools-version: 6.2
import PackageDescription

// One list of settings for every Swift target: the language mode comes from the tools version, and the upcoming features
// make each import say whether it is part of the module's interface.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

/// A library module and the tests that mirror it.
func module(_ name: String, imports: [Target.Dependency], testsImport: [Target.Dependency] = []) -> [Target] {
  [
    .target(name: name, dependencies: imports, swiftSettings: settings),
    .testTarget(
      name: name + "Tests", dependencies: [.byName(name: name), "LCTestSupport"] + imports + testsImport,
      swiftSettings: settings),
  ]
}

// The floors, from the ground up. A module imports only modules of floors below its own (see CONTRIBUTING.md).
let ground: [Target] = [
  .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
  .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite3"])]),
  .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
  .target(name: "CICUShim", dependencies: ["CICU"]),
  .target(name: "CLexicon"),
]

let modules: [[Target]] = [
  module("LCTextModel", imports: []),
  module("LCSegmentation", imports: ["CICUShim", "LCTextModel"]),
  module("LCLexicon", imports: ["CLexicon", "LCTextModel"]),
  module("LCTokenizer", imports: ["LCSegmentation", "LCLexicon", "LCTextModel"]),
  module("LCDuplicates", imports: ["LCLexicon", "LCTextModel"], testsImport: ["LCSegmentation"]),
  module(
    "LCPages", imports: ["CExpat", "LCTokenizer", "LCDuplicates", "LCSegmentation", "LCLexicon", "LCTextModel"]),
  module("LCKeywords", imports: ["LCTokenizer", "LCSegmentation", "LCLexicon", "LCTextModel"]),
  module("LCSummarizer", imports: ["LCSegmentation", "LCLexicon", "LCTextModel"]),
  module("LCArchive", imports: ["CSQLite", "LCDuplicates", "LCTokenizer", "LCSegmentation", "LCLexicon", "LCTextModel"]),
  module(
    "LCDigest",
    imports: [
      "LCPages", "LCKeywords", "LCSummarizer", "LCDuplicates", "LCTokenizer", "LCSegmentation", "LCLexicon", "LCTextModel",
    ]),
]

let package = Package(
  name: "lctext",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "LCSegmentation", targets: ["LCSegmentation"]),
    .library(name: "LCTokenizer", targets: ["LCTokenizer"]),
    .library(name: "LCKeywords", targets: ["LCKeywords"]),
    .library(name: "LCSummarizer", targets: ["LCSummarizer"]),
    .library(name: "LCDuplicates", targets: ["LCDuplicates"]),
    .library(name: "LCPages", targets: ["LCPages"]),
    .library(name: "LCDigest", targets: ["LCDigest"]),
    .library(name: "LCArchive", targets: ["LCArchive"]),
    .library(name: "LCText", targets: ["LCText"]),
    .executable(name: "lctext", targets: ["lctext"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: ground + modules.flatMap { $0 } + [
    .target(
      name: "LCText",
      dependencies: [
        "LCDigest", "LCPages", "LCKeywords", "LCSummarizer", "LCDuplicates", "LCTokenizer", "LCLexicon", "LCSegmentation",
        "LCTextModel",
      ],
      swiftSettings: settings),
    .executableTarget(name: "lctext", dependencies: ["LCText", "LCArchive", argumentParser], swiftSettings: settings),
    .target(name: "LCTestSupport", dependencies: ["LCTextModel"], path: "Tests/LCTestSupport", swiftSettings: settings),
    .testTarget(name: "lctextTests", dependencies: ["lctext", "LCTestSupport"], swiftSettings: settings),
  ],
  // `#embed` puts the lexicons in the program.
  cLanguageStandard: .c2x
)
