import LCPages
import LCTextModel
import Testing

struct BylineTests {
  private func article(_ text: String) throws -> Article {
    try #require(try PageReader().page(of: Text(text)).articles.first)
  }

  @Test func reportersAndCorrespondentsAreNamed() throws {
    let article = try article("小麦返青\n\n本报讯（记者 王五 通讯\n员 李小明）眼下正是小麦返青的时节，农技人员走进田间地头。")
    #expect(article.authors == [Author(name: "王五", role: "记者"), Author(name: "李小明", role: "通讯员")])
    #expect(article.datelineFields == DatelineFields(agency: "本报"))
  }

  @Test func datelinesSayWhereAndWhen() throws {
    let article = try article("小麦返青\n\n新华社济南2月3日电（记者 王五）眼下正是小麦返青的时节，农技人员走进田间地头。")
    #expect(article.datelineFields == DatelineFields(agency: "新华社", place: "济南", month: 2, day: 3))
  }

  @Test func aSignOffHasOneName() throws {
    let text = "以新为径\n\n本报讯（记者 王五）春天来了。\n\n好风凭借力\n\n企业要发展，就要不断创新，才能行稳致远。\n\n(赵六七 聊城市东元资产经营有限公司董事长)"
    let page = try PageReader().page(of: Text(text))
    #expect(page.articles.last?.authors == [Author(name: "赵六七")])
  }
}
