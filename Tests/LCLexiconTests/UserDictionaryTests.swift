import LCLexicon
import Testing

struct UserDictionaryTests {
  private func found(_ dictionary: String, in text: String) -> [String] {
    let units = Array(text.utf16)
    return units.withUnsafeBufferPointer { UserDictionary(text: dictionary).matches(in: $0) }
      .map { String(decoding: units[$0.range], as: UTF16.self) + ($0.tag.map { "/" + $0 } ?? "") }
  }

  @Test func aLineIsAWordAFrequencyAndATag() {
    #expect(
      found("云计算 5 n\n摘星夺旗\nUEFA Champions League\t3\tnz\n", in: "云计算和摘星夺旗、UEFA Champions League。") == [
        "云计算/n", "摘星夺旗", "UEFA Champions League/nz",
      ])
  }

  @Test func theLongestWordWins() {
    #expect(found("交通\n交通运输\n运输局", in: "市交通运输局") == ["交通运输"])
  }

  @Test func latinWordsAndNumbersAreNeverCut() {
    #expect(found("lic\nense\n202", in: "license 2023").isEmpty)
    #expect(found("C++\nlicense", in: "a C++ license") == ["C++", "license"])
  }

  @Test func linesThatCannotBeUsedAreNamed() {
    let dictionary = UserDictionary(
      text: "好\n\t5\n# comment\n坏\tmany things\n\n\(String(repeating: "长", count: 65))\n")
    #expect(dictionary.count == 1)
    #expect(dictionary.problems.map(\.line) == [2, 4, 6])
  }

  @Test func spacesAtTheEndsDoNotMatter() {
    #expect(found("  东阿阿胶  \r\n", in: "东阿阿胶") == ["东阿阿胶"])
  }
}
