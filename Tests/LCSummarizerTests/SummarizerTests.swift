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
