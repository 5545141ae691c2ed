import LCLexicon
import Testing

struct EmbeddedLexiconTests {
  @Test func commonWordsAreMoreFrequentThanRareOnes() throws {
    let background = try DocumentFrequency.embedded()
    func count(_ word: String) -> Int { Array(word.utf16).withUnsafeBufferPointer { background.count(of: $0) } }
    #expect(count("工作") > count("鼋鼍"))
    #expect(count("工作") < background.documentCount)
    #expect(count("这不是一个词") == 0)
  }

  @Test func functionWordsAreStopWords() throws {
    let stopWords = try StopWords.embedded()
    func contains(_ word: String) -> Bool { Array(word.utf16).withUnsafeBufferPointer { stopWords.contains($0) } }
    for word in ["的", "因为", "the", "we"] { #expect(contains(word), "\(word)") }
    for word in ["聊城", "经济", "newspaper"] { #expect(!contains(word), "\(word)") }
  }
}
