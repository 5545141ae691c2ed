import Benchmark
import Foundation
import LCText
import SentenceTwin

/// The seed pages: 90 kB of UTF-8.
private let pages: [(bytes: [UInt8], text: Text)] = {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "seeds")
  let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
  return files.sorted { $0.path < $1.path }.compactMap { try? Data(contentsOf: $0) }.map {
    ([UInt8]($0), Text(String(decoding: $0, as: UTF8.self)))
  }
}()
private let byteCount = pages.reduce(0) { $0 + $1.bytes.count }

private let speed = BenchmarkMetric.custom("speed (kB/s)", polarity: .prefersLarger, useScalingFactor: false)

private var configuration: Benchmark.Configuration {
  Benchmark.Configuration(metrics: [speed, .instructions], timeUnits: .microseconds, maxDuration: .seconds(2))
}

/// Measures one stage over the seed pages, in kilobytes of UTF-8 a second.
private func stage(_ name: String, _ body: @escaping (Text) -> Void) {
  measured(name) { for page in pages { body(page.text) } }
}

private func measured(_ name: String, _ body: @escaping () -> Void) {
  Benchmark(name, configuration: configuration) { benchmark in
    let clock = ContinuousClock()
    benchmark.startMeasurement()
    let time = clock.measure(body)
    benchmark.stopMeasurement()
    benchmark.measurement(speed, Int(Double(byteCount) / 1000 / (time / .seconds(1))))
  }
}

let benchmarks: @Sendable () -> Void = {
  guard let sentences = try? SentenceSegmenter(), let tokenizer = try? Tokenizer(), let extractor = try? KeywordExtractor(),
    let summarizer = try? Summarizer(), let reader = try? PageReader(), let digester = try? Digester()
  else { return }

  let decoder = TextDecoder()
  measured("decode (auto)") { for page in pages { blackHole(try? page.bytes.withUnsafeBufferPointer(decoder.decode)) } }
  stage("sentences") { blackHole(sentences.sentences(in: $0)) }
  stage("sentences, ICU alone in plain C") { text in
    text.units.withUnsafeBufferPointer { blackHole(sentence_twin_count($0.baseAddress, Int32($0.count))) }
  }
  stage("tokenize") { blackHole(tokenizer.tokens(in: $0)) }
  stage("keywords") { blackHole(extractor.keywords(in: $0)) }
  stage("summarize") { blackHole(summarizer.summary(of: $0, budget: .sentences(3))) }
  stage("duplicates") { text in
    blackHole(DuplicateFinder().matches(among: Blocks.ranges(of: text).map { Passage(text, range: $0) }))
  }
  stage("articles") { blackHole(reader.page(of: $0)) }
  stage("digest") { blackHole(digester.digest(of: $0)) }
}
