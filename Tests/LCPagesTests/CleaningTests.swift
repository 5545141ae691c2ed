import LCPages
import LCTextModel
import Testing

struct CleaningTests {
  private func clean(_ text: String) throws -> (text: String, reasons: [String]) {
    let page = try PageReader().page(ofArticle: Text(text))
    return (page.articles.first?.body.string ?? "", page.edits.edits.map(\.reason.rawValue))
  }

  @Test func justificationSpacesGo() throws {
    let result = try clean("2 月 3 日，完成投资 110 亿元，增长 5% 以上。")
    #expect(result.text == "2月3日，完成投资110亿元，增长5%以上。")
    #expect(Set(result.reasons) == ["justification-space"])
  }

  @Test func halfWidthMarksBecomeFull() throws {
    #expect(try clean("会议要求, 抓好落实; 各县(市、区)要行动: 好!").text == "会议要求，抓好落实；各县（市、区）要行动：好！")
  }

  @Test(arguments: [
    "面积5.2亩，营业到24:00。", "刊号CN 37-0048，见http://example.com/a,b。", "邮箱a.b@example.com，共3,000人。",
    "尼龙6项目，普通鵟2只，11县市区。",
  ])
  func numbersAndAddressesStay(text: String) throws {
    #expect(try clean(text).text == text)
  }

  @Test func straightQuotesArePaired() throws {
    let result = try clean("他说:\"要当好\"店小二\",不当\"太平官\"。\"")
    #expect(result.text.filter { $0 == "\"" }.isEmpty)
    #expect(try clean("实施\"九大攻坚\",做好\"后半篇文章\"。").text == "实施“九大攻坚”，做好“后半篇文章”。")
  }

  @Test func wrapsTurnedToSpacesGoAndNamesKeepTheirs() throws {
    let result = try clean("本报讯(记者 张三 通讯员 李四)近年来山东政 务服务水平持续提升,广度和深度 不断拓展。")
    #expect(result.text == "本报讯（记者 张三 通讯员 李四）近年来山东政务服务水平持续提升，广度和深度不断拓展。")
    #expect(result.reasons.contains("wrap-space"))
  }

  @Test func englishIsLeftAlone() throws {
    let text = "He said, \"no\" (twice); it was 5:30, and 3,000 people left."
    #expect(try clean(text).text == text)
  }
}
