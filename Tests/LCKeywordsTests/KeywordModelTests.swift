import LCKeywords
import LCLexicon
import LCTextModel
import Testing

struct KeywordModelTests {
  @Test func theTableIsReadAsItIsWritten() throws {
    let model = try KeywordModel.embedded()
    #expect(try KeywordModel(text: model.text).text == model.text)
    #expect(model.text.contains("headline\tfirst_sentence\t"))
    #expect(model.text.contains("topic\t"))
    #expect(model.text.contains("topic-latin\t"))
  }

  @Test(arguments: [
    ("headline\tlog_count\n", "line 1"), ("# x\nheadline\tlog_count\tmuch\n", "line 2"), ("elsewhere\tlog_count\t1\n", "line 1"),
    ("headline\tno_such_feature\t1\n", "line 1"),
  ])
  func badRowsAreTold(text: String, place: String) {
    do throws(LexiconError) {
      _ = try KeywordModel(text: text)
      Issue.record("no error")
    } catch {
      #expect(error.description.contains(place))
    }
  }

  @Test func theSameDocumentsGiveTheSameWeights() throws {
    func trained() throws -> String {
      var training = try KeywordTraining()
      training.passes = 2
      for number in 0..<6 {
        let text = Text("聊城市举行黄河大桥通车仪式。负责人说，工作\(number)非常重要，今后的工作还要继续做好。")
        training.add(.init(text: text, title: "黄河大桥通车", keys: ["黄河大桥"]), for: number < 3 ? .headline : .topic)
      }
      return training.run().text
    }
    let text = try trained()
    let again = try trained()
    #expect(text == again)
    #expect(text.contains("headline\t"))
    #expect(!text.contains("headline-latin\t"))
  }

  @Test func withoutDocumentsThereAreNoWeights() throws {
    let text = try KeywordTraining().run().text
    #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
  }
}
