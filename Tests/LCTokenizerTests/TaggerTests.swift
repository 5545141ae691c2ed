import LCTestSupport
import LCTextModel
import LCTokenizer
import Testing

struct TaggerTests {
  private func tags(_ text: String) throws -> [String] {
    let text = Text(text)
    return try Tokenizer(isTagging: true).tokens(in: text).filter { $0.kind != .space }
      .map { "\(text.string(in: $0.range))/\($0.tag.rawValue)" }
  }

  @Test func commonWordsHaveTheirTags() throws {
    #expect(
      try tags("市委书记李长萍2月3日在聊城市调研。") == [
        "市委/n", "书记/n", "李长萍/nr", "2月/t", "3日/t", "在/p", "聊城市/ns", "调研/v", "。/w",
      ])
  }

  @Test func theSurroundingsDecide() throws {
    #expect(try tags("做好各项工作。").contains("工作/vn"))
    #expect(try tags("他在这里工作了十年。").contains("工作/v"))
  }

  @Test func numbersAndLatinWordsHaveTheTagsOfTheirKind() throws {
    let found = try tags("共 3721 个 Xyzzy 。")
    #expect(found.contains("3721/m") && found.contains("Xyzzy/nx") && found.contains("。/w"))
  }

  @Test func taggingLeavesTheWordsAlone() throws {
    let plain = try Tokenizer()
    let tagging = try Tokenizer(isTagging: true)
    for text in try Seeds.texts() {
      let tokens = tagging.tokens(in: text)
      #expect(tokens.map(\.range) == plain.tokens(in: text).map(\.range))
      #expect(tokens.allSatisfy { $0.kind == .space || $0.tag != .x || $0.kind != .word })
    }
  }
}
