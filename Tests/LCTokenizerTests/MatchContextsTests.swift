import LCTestSupport
import Testing

@testable import LCLexicon
@testable import LCTokenizer

/// What stands around words and boundaries, against what their definitions say place by place.
struct MatchContextsTests {
  private struct Word {
    var start: Int
    var count: Int
    var view: UInt8
    var end: Int { start + count }
    var isInDictionary: Bool { view & 3 != 0 }
    var isInText: Bool { view & 8 != 0 }
  }

  private static func words(_ count: Int, _ random: inout SeededRandom) -> [Word] {
    var words: [Word] = []
    for start in 0..<count {
      for length in 2...6 where start + length <= count && Int.random(in: 0..<4, using: &random) == 0 {
        words.append(Word(start: start, count: length, view: [1, 2, 3, 7, 8, 9, 11, 12].randomElement(using: &random) ?? 1))
      }
    }
    return words
  }

  private static func rank(_ words: [Word]) -> Int {
    (words.map(\.count).max() ?? 1) - 1
  }

  @Test(arguments: [2, 3, 7, 8, 9, 15, 16, 17, 40, 250])
  func surroundings(count: Int) {
    let contexts = MatchContexts(capacity: 250)
    defer { contexts.deallocate() }
    var random = SeededRandom(seed: UInt64(count))
    for _ in 0..<50 {
      let words = Self.words(count, &random)
      contexts.pairViews.update(repeating: 0, count: count)
      for word in words where word.count == 2 { contexts.pairViews[word.start] = word.view }
      contexts.begin(count: count)
      for word in words where word.count > 2 { contexts.add(word.start, word.count, view: word.view) }
      contexts.finish(count: count)
      for word in words {
        let row = contexts.row(word.start, word.count, view: word.view)
        #expect(row == Self.row(of: word, among: words))
        if word.count == 2 { #expect(row == Int(word.view) << 7 | Int(contexts.pairSurroundings[word.start])) }
      }
      for (list, own) in [(contexts.dictionary, words.filter(\.isInDictionary)), (contexts.text, words.filter(\.isInText))] {
        for gap in 0..<count - 1 {
          let ending = Self.rank(own.filter { $0.end == gap + 1 })
          let beginning = Self.rank(own.filter { $0.start == gap + 1 })
          let covering = Self.rank(own.filter { $0.start <= gap && gap + 1 < $0.end })
          let next = Self.rank(own.filter { $0.start <= gap + 1 && gap + 2 < $0.end })
          #expect(Int(list.u[gap]) == (ending * 6 + beginning) * 6 + covering)
          #expect(Int(list.t[gap]) == (covering * 6 + next) * 6 + beginning)
        }
      }
    }
  }

  private static func row(of word: Word, among words: [Word]) -> Int {
    let before = min(rank(words.filter { $0.end == word.start }), 3)
    let after = min(rank(words.filter { $0.start == word.end }), 3)
    var crossesStart = 0
    var crossesEnd = 0
    var covers = 0
    // Of the words that begin at one unit, the longest counts.
    for (start, group) in Dictionary(grouping: words, by: \.start) {
      let end = group.map(\.end).max() ?? 0
      if start < word.start, end > word.start { if end >= word.end { covers = 1 } else { crossesStart = 1 } }
      if start == word.start, end > word.end { covers = 1 }
      if start > word.start, start < word.end, end > word.end { crossesEnd = 1 }
    }
    let kind = (min(word.count, 5) - 2) * 16 + Int(word.view)
    return ((((kind * 4 + before) * 4 + after) * 2 + crossesStart) * 2 + crossesEnd) * 2 + covers
  }
}
