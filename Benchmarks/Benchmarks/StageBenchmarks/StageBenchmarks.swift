import Benchmark
import DecoderTwin
import Foundation
import LCText
import SentenceTwin

private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// The seed pages: 90 kB of UTF-8.
private let pages: [(bytes: [UInt8], text: Text)] = {
  let folder = root.appending(path: "seeds")
  let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
  return files.sorted { $0.path < $1.path }.compactMap { try? Data(contentsOf: $0) }.map {
    ([UInt8]($0), Text(String(decoding: $0, as: UTF8.self)))
  }
}()
private let byteCount = pages.reduce(0) { $0 + $1.bytes.count }

/// The lines of the pages that are Chinese, without what other scripts and white space they hold: words are the boundary
/// decoder's alone.
private let chinese: Text = {
  var units = ContiguousArray<UInt16>()
  for page in pages {
    for line in page.text.units.split(separator: 0x0A) {
      let kept = line.filter { $0.isHan || (0x3001...0x3011).contains($0) || $0 == 0xFF0C }
      if kept.contains(where: \.isHan) { units += kept + [0x0A] }
    }
  }
  return Text(units: units)
}()

private let speed = BenchmarkMetric.custom("speed (kB/s)", polarity: .prefersLarger, useScalingFactor: false)

private var configuration: Benchmark.Configuration {
  Benchmark.Configuration(metrics: [speed, .instructions], timeUnits: .microseconds, maxDuration: .seconds(2))
}

/// Measures one stage over the seed pages, in kilobytes of UTF-8 a second.
private func stage(_ name: String, _ body: @escaping (Text) -> Void) {
  measured(name) { for page in pages { body(page.text) } }
}

private func measured(_ name: String, byteCount: Int = byteCount, _ body: @escaping () -> Void) {
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
  measured("tokenize, Chinese alone", byteCount: chinese.count * 3) { blackHole(tokenizer.tokens(in: chinese)) }
  if let twin = decoder_twin_open(root.appending(path: "lexicons/boundaries.bin").path) {
    nonisolated(unsafe) let twin = twin
    nonisolated(unsafe) let ends = UnsafeMutablePointer<Int32>.allocate(capacity: chinese.count)
    let words = {
      chinese.units.withUnsafeBufferPointer { decoder_twin_words(twin, $0.baseAddress, Int32($0.count), ends) }
    }
    precondition(
      Array(UnsafeBufferPointer(start: ends, count: Int(words())))
        == tokenizer.tokens(in: chinese).filter { $0.kind != .space }.map { Int32($0.end) },
      "the twin has other words")
    measured("tokenize, Chinese alone, in plain C", byteCount: chinese.count * 3) { blackHole(words()) }
  }
  stage("keywords") { blackHole(extractor.keywords(in: $0)) }
  stage("summarize") { blackHole(summarizer.summary(of: $0, budget: .sentences(3))) }
  stage("duplicates") { text in
    blackHole(DuplicateFinder().matches(among: Blocks.ranges(of: text).map { Passage(text, range: $0) }))
  }
  stage("articles") { blackHole(reader.page(of: $0)) }
  stage("digest") { blackHole(digester.digest(of: $0)) }
}
