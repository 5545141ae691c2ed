import LCLexicon
import LCTestSupport
import LCTextModel
import LCTokenizer
import Testing

struct EntityFinderTests {
  private func entities(_ text: String) throws -> [String] {
    let text = Text(text)
    let tokens = try Tokenizer(isTagging: true).tokens(in: text)
    return EntityFinder().entities(in: text, tokens).map { "\($0.kind.rawValue) \(text.string(in: $0.range))" }
  }

  @Test func whatANewsItemNames() throws {
    #expect(
      try entities("2月3日，市委书记李长萍在聊城市考察市交通运输局，完成投资110亿元，增长5%，出台《支持服务业发展的十二条措施》。") == [
        "date 2月3日", "person 李长萍", "place 聊城市", "organization 市交通运输局", "quantity 110亿元", "quantity 5%",
        "title 《支持服务业发展的十二条措施》",
      ])
  }

  @Test func aNameIsOneEntityByAnyStandard() throws {
    let text: Text = "国家主席江泽民讲话"
    for standard in [WordStandard.news, .pku] {
      let tokens = try Tokenizer(standard: standard, isTagging: true).tokens(in: text)
      let found = EntityFinder().entities(in: text, tokens)
      #expect(found.filter { $0.kind == .person }.map { text.string(in: $0.range) } == ["江泽民"])
    }
  }

  @Test func entitiesAreWholeWordsInOrder() throws {
    let tokenizer = try Tokenizer(isTagging: true)
    for text in try Seeds.texts() {
      let tokens = tokenizer.tokens(in: text)
      let starts = Set(tokens.map(\.start))
      let ends = Set(tokens.map(\.end))
      var last = 0
      for entity in EntityFinder().entities(in: text, tokens) {
        #expect(entity.range.lowerBound >= last)
        #expect(starts.contains(entity.range.lowerBound) && ends.contains(entity.range.upperBound))
        last = entity.range.upperBound
      }
    }
  }

  @Test func textWithoutNamesHasNone() throws {
    #expect(try entities("").isEmpty)
    #expect(try entities("，。").isEmpty)
  }
}
