internal import LCTextModel

/// Words that sentences of reports begin with.
enum SentenceOpening {
  private static let openings: [Pattern] = [
    "会上", "会议", "据了解", "据介绍", "据悉", "近年来", "今年以来", "去年以来", "截至目前", "下一步", "接下来", "与此同时", "为此", "对此", "近日",
    "日前", "当天", "活动中", "现场", "记者", "调研中", "随后",
  ]
  private static let speech: [Pattern] = ["强调", "指出", "要求", "表示", "介绍", "说"]
  /// The longest name before a verb of saying, in UTF-16 units.
  private static let longestName = 6
  private static let openingEvidence = 1.5
  private static let speechEvidence = 2.5

  /// The log-odds that a row begins a sentence by its first words. Complexity: O(1).
  static func evidence(_ range: Range<Int>, in text: Text) -> Double {
    if openings.contains(where: { text.has($0, at: range.lowerBound, limit: range.upperBound) }) { return openingEvidence }
    let head = text.units[range].prefix(longestName + 3)
    guard let mark = head.firstIndex(where: { $0 == 0xFF0C || $0 == 0x2C || $0 == 0xFF1A || $0 == 0x3A }) else { return 0 }
    let isSpeech = speech.contains { word in
      mark - word.units.count >= range.lowerBound + 2 && text.has(word, at: mark - word.units.count, limit: mark)
    }
    return isSpeech ? speechEvidence : 0
  }
}
