import LCSegmentation
import LCSummarizer
import LCTestSupport
import LCTextModel
import Testing

struct SummarizerTests {
  private static let article: Text = """
    2月3日，聊城市召开经济工作会议，部署全年重点任务。会议听取了各县市区的汇报。
    会议要求，各级各部门要抓好经济工作，完成全年任务。天气很好。
    """

  @Test func everyUnitStandsInTheTextAndInOrder() throws {
    let summarizer = try Summarizer()
    let budgets: [Summarizer.Budget] = [.sentences(3), .characters(100), .ratio(0.3), .headline(characters: 20)]
    for text in try Seeds.texts() {
      for budget in budgets {
        let summary = summarizer.summary(of: text, budget: budget)
        #expect(!summary.units.isEmpty)
        var end = 0
        for unit in summary.units {
          #expect(unit.range.lowerBound >= end)
          #expect(summary.text.contains(text.singleLine(unit.range).string))
          end = unit.range.upperBound
        }
      }
    }
  }

  @Test(arguments: [1, 5, 20, 60, 120, 400])
  func charactersAreNeverExceeded(limit: Int) throws {
    let summarizer = try Summarizer()
    for text in try Seeds.texts() + [Self.article] {
      #expect(summarizer.summary(of: text, budget: .characters(limit)).text.utf16.count <= limit)
    }
  }

  @Test func sentencesAndRatioAreCounts() throws {
    let summarizer = try Summarizer()
    #expect(summarizer.summary(of: Self.article, budget: .sentences(2)).units.count == 2)
    #expect(summarizer.summary(of: Self.article, budget: .sentences(9)).units.count == 4)
    #expect(summarizer.summary(of: Self.article, budget: .ratio(0.5)).units.count == 2)
    #expect(summarizer.summary(of: Self.article, budget: .sentences(0)).units.isEmpty)
  }

  @Test func aBudgetOfCharactersIsFilledWell() throws {
    let summarizer = try Summarizer()
    for text in try Seeds.texts() {
      #expect(summarizer.summary(of: text, budget: .characters(300)).text.utf16.count >= 240)
    }
  }

  @Test(arguments: Summarizer.Method.allCases)
  func everyMethodGivesSentencesInOrder(method: Summarizer.Method) throws {
    let summary = try Summarizer(method: method).summary(of: Self.article, budget: .sentences(2))
    #expect(summary.units.count == 2)
    if method == .lead { #expect(summary.text.contains("会议听取了各县市区的汇报。")) }
  }

  @Test func aQueryDrawsWhatItAsksFor() throws {
    var focus = Summarizer.Focus()
    focus.query = "天气"
    let summarizer = try Summarizer()
    #expect(summarizer.summary(of: Self.article, budget: .sentences(1), focus: focus).text == "天气很好。")
    focus.query = "足球比赛"
    let plain = summarizer.summary(of: Self.article, budget: .sentences(1))
    let unfocused = summarizer.summary(of: Self.article, budget: .sentences(1), focus: focus)
    #expect(unfocused.units == plain.units)
    #expect(unfocused.notes == [.queryNotFound])
  }

  @Test func requiredWordsAreThere() throws {
    var focus = Summarizer.Focus()
    focus.required = ["天气", "没有的词"]
    let summarizer = try Summarizer()
    for budget in [Summarizer.Budget.sentences(2), .characters(50)] {
      #expect(summarizer.summary(of: Self.article, budget: budget, focus: focus).text.contains("天气"))
      #expect(summarizer.summary(of: Self.article, budget: budget, focus: focus).notes == [.requiredNotFound])
    }
  }

  @Test func nothingIsGivenWithAReason() throws {
    let summarizer = try Summarizer()
    #expect(summarizer.summary(of: Self.article, budget: .characters(2)).notes == [.nothingFits])
    #expect(summarizer.summary(of: " ", budget: .characters(20)).notes == [.noSentence])
  }

  /// Each sentence and what a run of its clauses must not be.
  @Test(arguments: [
    ("虽然下了大雨，但是村民们仍然按时完成了修路任务。", ["虽然下了大雨", "但是村民们仍然按时完成了修路任务"]),
    ("“十四五”期间，聊城市新建高速公路三百公里。", ["“十四五”期间"]),
    ("市长表示，聊城今年要建成三座大桥。", ["市长表示"]),
    ("这不是一个人的事情，而是全市人民共同的责任。", ["这不是一个人的事情", "而是全市人民共同的责任"]),
    ("灾区的党员、干部、群众共同重建了家园。", ["灾区的党员", "群众共同重建了家园"]),
    ("全市产值1，200亿元，增长百分之五。", ["全市产值1", "200亿元"]),
  ])
  func aRunOfClausesIsWhole(sentence: String, parts: [String]) throws {
    let summarizer = try Summarizer()
    for limit in 8...30 {
      let text = summarizer.summary(of: Text(sentence), budget: .clauses(characters: limit)).text
      let whole = summarizer.summary(of: Text(sentence), budget: .clauses(characters: sentence.utf16.count)).text
      #expect(!parts.contains(whole))
      #expect(text.utf16.count <= limit)
    }
  }

  @Test func whatWasSaidIsNotSaidAgain() throws {
    let text: Text = "会议要求抓好经济工作，完成全年任务。会议要求抓好经济工作，完成全年任务。各县市区要加快项目建设，扩大有效投资。记者 张三。"
    let summary = try Summarizer().summary(of: text, budget: .sentences(2))
    #expect(Set(summary.units.map { text.string(in: $0.range) }).count == 2)
  }

  @Test func longTextsTakeLinearTime() throws {
    let sentence = "全市上下要以更大力度推进第#项工作，确保各项目标任务顺利完成，让群众得到更多实惠。"
    let text = Text((0..<5_000).map { sentence.replacing("#", with: "\($0)") }.joined())
    let summarizer = try Summarizer()
    #expect(summarizer.summary(of: text, budget: .sentences(3)).units.count == 3)
    #expect(summarizer.summary(of: text, budget: .characters(200)).text.utf16.count <= 200)
    let repeated = Text(String(repeating: sentence, count: 9_000))
    #expect(summarizer.summary(of: repeated, budget: .headline(characters: 20)).units.count == 1)
    let long = Text(String(repeating: "没有标点的长句", count: 800))
    #expect(summarizer.summary(of: long, budget: .characters(100)).text.isEmpty)
  }

  @Test func theLeadOfNewsIsChosen() throws {
    let summary = try Summarizer().summary(of: Self.article, budget: .sentences(1))
    #expect(summary.text.hasPrefix("2月3日"))
  }

  @Test(arguments: ["", " \n ", "。"])
  func textsWithoutSentencesGiveNothing(text: String) throws {
    let summary = try Summarizer().summary(of: Text(text), budget: .sentences(3))
    #expect(summary.text.filter { !$0.isWhitespace && $0 != "。" }.isEmpty)
  }
}
