import LCLexicon
import LCSummarizer
import LCTextModel
import Testing

struct HeadlineModelTests {
  @Test func theTableIsReadAsItIsWritten() throws {
    let model = try HeadlineModel.embedded()
    #expect(try HeadlineModel(text: model.text).text == model.text)
    #expect(model.text.contains("headline\tsentence_first\t"))
  }

  @Test func theSameTextsGiveTheSameWeights() throws {
    func trained() throws -> String {
      var training = try HeadlineTraining()
      training.passes = 2
      for number in 0..<5 {
        let text = Text("据了解，聊城市第\(number)座黄河大桥昨日通车，全长五公里。负责人说，工作非常重要，今后还要做好。")
        training.add(text, headline: "黄河大桥通车")
      }
      return training.run().text
    }
    let one = try trained()
    let other = try trained()
    #expect(one == other)
    #expect(one.contains("headline\tlength_"))
  }

  @Test func aHeadlineIsARunOfClauses() throws {
    let text: Text = "据了解，聊城市黄河大桥昨日正式通车，全长五公里，将方便两岸群众出行。负责人说：“工作非常重要，今后还要做好。”"
    let summarizer = try Summarizer()
    for limit in [8, 14, 20, 28, 60] {
      let summary = summarizer.summary(of: text, budget: .clauses(characters: limit))
      #expect(summary.units.count <= 1)
      for unit in summary.units {
        #expect(unit.range.count <= limit)
        #expect(summary.text == text.string(in: unit.range))
      }
    }
    #expect(summarizer.summary(of: text, budget: .headline(characters: 20)).text.contains("通车"))
  }
}
