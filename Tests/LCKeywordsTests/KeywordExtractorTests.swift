import LCKeywords
import LCLexicon
import LCTestSupport
import LCTextModel
import Testing

struct KeywordExtractorTests {
  private static let article: Text = """
    聊城市举行黄河大桥通车仪式。黄河大桥全长五公里，黄河大桥的通车将方便两岸群众出行。
    负责人说，大家的工作非常重要，今后的工作还要继续做好。
    """

  private static func extracted(_ text: Text, title: Text? = nil, _ change: (inout KeywordExtractor.Options) -> Void) throws
    -> [Keyword]
  {
    var options = KeywordExtractor.Options()
    change(&options)
    return try KeywordExtractor(options: options).keywords(in: text, title: title)
  }

  @Test(arguments: KeywordExtractor.Method.allCases)
  func aRepeatedRareWordComesFirst(method: KeywordExtractor.Method) throws {
    let keywords = try Self.extracted(Self.article) { $0.method = method }
    #expect(keywords.prefix(3).contains { $0.text.contains("大桥") || $0.text.contains("黄河") })
    #expect(!keywords.contains { ["的", "还要", "大家"].contains($0.text) })
  }

  @Test(arguments: KeywordPreset.allCases)
  func everyKeywordStandsWhereItSays(preset: KeywordPreset) throws {
    var options = KeywordExtractor.Options()
    options.preset = preset
    let extractor = try KeywordExtractor(options: options)
    for text in try Seeds.texts() {
      for keyword in extractor.keywords(in: text) {
        #expect(keyword.count > 0)
        for range in keyword.ranges {
          #expect(text.string(in: range).lowercased().split(separator: " ") == keyword.text.lowercased().split(separator: " "))
        }
      }
    }
  }

  @Test(arguments: KeywordExtractor.Method.allCases)
  func scoresFallAndContributionsAddUp(method: KeywordExtractor.Method) throws {
    let keywords = try Self.extracted(Self.article) {
      $0.method = method
      $0.isExplaining = true
      $0.top = 20
    }
    for (better, worse) in zip(keywords, keywords.dropFirst()) { #expect(better.score >= worse.score) }
    for keyword in keywords {
      let sum = keyword.contributions.reduce(0) { $0 + $1.value }
      // Sums of some hundred products of doubles.
      #expect(abs(sum - keyword.score) < 1e-9)
    }
  }

  @Test func theNumberAndLengthAreKept() throws {
    let keywords = try Self.extracted(Self.article) {
      $0.top = 2
      $0.minimumLength = 3
    }
    #expect(keywords.count <= 2)
    #expect(keywords.allSatisfy { $0.text.utf16.count >= 3 })
    let none = try Self.extracted(Self.article) { $0.top = 0 }
    #expect(none.isEmpty)
  }

  @Test(arguments: ["", "。。。", "的的的", "  \n", "2023 12.5 七十"])
  func textsWithoutWordsHaveNoKeywords(text: String) throws {
    #expect(try KeywordExtractor().keywords(in: Text(text)).isEmpty)
  }

  @Test func topicsAreFoundInTheHeadlineToo() throws {
    let text: Text = "提出了一种新的设计方法，仿真结果表明方法有效。"
    let keywords = try Self.extracted(text, title: "基于支持向量机的故障诊断") { $0.preset = .topic }
    let found = keywords.filter { $0.text.contains("诊断") || $0.text.contains("向量") }
    #expect(!found.isEmpty)
    // They have no place in the text.
    #expect(found.allSatisfy { $0.ranges.isEmpty })
    for keyword in keywords where !keyword.ranges.isEmpty {
      for range in keyword.ranges { #expect(text.string(in: range) == keyword.text) }
    }
  }

  @Test func headlinesHaveNoPartOfAWordTwice() throws {
    for text in try Seeds.texts() {
      let words = try Self.extracted(text) { $0.top = 15 }.map(\.text)
      for (number, word) in words.enumerated() {
        #expect(!words[(number + 1)...].contains { $0.contains(word) || word.contains($0) })
      }
    }
  }

  @Test func theUserDecides() throws {
    let plain = try Self.extracted(Self.article) { _ in }.map(\.text)
    #expect(plain.contains { $0.contains("通车") })
    let excluding = try Self.extracted(Self.article) { $0.excluded = ["通车"] }
    #expect(!excluding.contains { $0.text.contains("通车") })
    let stopping = try Self.extracted(Self.article) { $0.stopWords = ["通车"] }
    #expect(!stopping.contains { $0.text.contains("通车") })
    let required = try Self.extracted(Self.article) { $0.required = ["负责人", "没有的词"] }
    #expect(required.first?.text == "负责人")
    #expect(required.first?.count == 1)
    #expect(!required.contains { $0.text == "没有的词" })
  }

  @Test func aBackgroundOfOnesOwnDecidesWhatIsRare() throws {
    let table = "\t1000\n" + ["黄河", "大桥", "通车", "聊城市", "仪式", "举行", "全长"].map { "\($0)\t999\n" }.sorted().joined()
    let background = try DocumentFrequency(file: try DocumentFrequency.compile(table: table))
    let keywords = try Self.extracted(Self.article) {
      $0.method = .tfidf
      $0.background = background
    }
    #expect(keywords.first.map { ["黄河", "大桥", "通车"].contains($0.text) } == false)
  }

  @Test func entitiesAlone() throws {
    let text: Text = "聊城市交通运输局局长王建国说，聊城市将修建公路。王建国介绍，《聊城公路规划》已经公布。"
    let keywords = try Self.extracted(text) { $0.isOnlyEntities = true }.map(\.text)
    #expect(keywords.contains("王建国"))
    #expect(keywords.contains { $0.contains("聊城") })
    #expect(!keywords.contains("公布"))
  }

  @Test func englishHasPhrases() throws {
    let text: Text = """
      Genetic algorithms are used for variable selection. The genetic algorithm selects variables of the model.
      A genetic algorithm needs many evaluations.
      """
    let keywords = try Self.extracted(text) { $0.preset = .topic }.map { $0.text.lowercased() }
    #expect(keywords.prefix(5).contains { $0.contains("genetic algorithm") })
    #expect(!keywords.contains { $0.split(separator: " ").contains("the") })
  }

  @Test func headlinesAreChecked() throws {
    let headline: Text = "黄河大桥通车 聊城迎来新机遇"
    let check = try KeywordExtractor().check(headline: headline, of: Self.article)
    let supported = check.supported.map { headline.string(in: $0) }
    #expect(supported.contains("通车"))
    #expect(check.unsupported.map { headline.string(in: $0) }.contains("机遇"))
    #expect(check.lacking.allSatisfy { !headline.string.contains($0.text) })
  }

  @Test func aSecondRunSaysTheSame() throws {
    let text = try #require(try Seeds.texts().first)
    #expect(try KeywordExtractor().keywords(in: text) == KeywordExtractor().keywords(in: text))
  }

  @Test func aLanguageWithoutAStopListHasKeywords() throws {
    let sentence = "Мост через реку открыт и работает, и город ждал открытия моста и дороги. "
    let words = try Self.extracted(Text(String(repeating: sentence, count: 12))) { $0.preset = .topic }.map(\.text)
    #expect(!words.isEmpty)
    #expect(!words.contains("и"))
    #expect(words.contains { $0.lowercased().hasPrefix("мост") || $0.lowercased().hasPrefix("город") })
  }
}
