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

  /// The text of a photograph stands behind an article, its credit in the same line.
  @Test func aPhotographIsPartedFromTheArticleBefore() throws {
    let text = """
      冠县激发消费活力

      本报讯（记者 王五）记者从冠县了解到，该县抢抓政策机遇，开展优惠活动。

      今年以来，冠县持续做好市场主体培育，批零住餐业实现高质量发展。

      6月30日，在山东维克多利纸业有限责任公司，工人进行作业本的生产加工。 ■ 本报记者 赵六
      """
    let page = try PageReader().page(of: Text(text))
    #expect(page.articles.map(\.paragraphs.count) == [2])
    #expect(page.captions.map { $0.authors } == [[Author(name: "赵六", role: "记者")]])
  }
}
