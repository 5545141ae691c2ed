// swift-tools-version: 6.2
import PackageDescription

// The benchmarks are a package of their own, so that building lctext does not build them.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(name: "lctext", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .systemLibrary(name: "CICUTwin", pkgConfig: "icu-i18n"),
    // The same work in plain C, to measure what Swift and the bridge cost.
    .target(name: "SentenceTwin", dependencies: ["CICUTwin"]),
    .target(name: "DecoderTwin"),
    .executableTarget(
      name: "StageBenchmarks",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "LCText", package: "lctext"),
        "SentenceTwin",
        "DecoderTwin",
      ],
      path: "Benchmarks/StageBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
)
