import LCPages
import LCTextModel
import Testing

struct BulletinTests {
  @Test func itemsUnderHeadingsAreArticles() throws {
    let text: Text = """
      黄河大桥正式通车
      昨天上午，黄河大桥正式通车，两岸群众从此不用再等渡船，过河只要三分钟。
      全市小麦丰收在望
      市农业农村局介绍，今年全市小麦长势良好，预计总产量比去年增加两个百分点。
      各地正抓紧准备收割机械，确保颗粒归仓，不误农时。
      """
    let articles = try PageReader().page(ofArticle: text, headline: "市内快讯").articles
    #expect(articles.map { $0.headline?.string } == ["黄河大桥正式通车", "全市小麦丰收在望"])
    #expect(articles.map(\.paragraphs.count) == [1, 2])
  }

  @Test(arguments: [
    "昨天上午，黄河大桥正式通车，两岸群众从此不用再等渡船。\n全市小麦丰收在望\n市农业农村局介绍，今年全市小麦长势良好。",
    "黄河大桥正式通车\n昨天上午，黄河大桥正式通车，两岸群众从此不用再等渡船，过河只要三分钟。",
    "床前明月光\n疑是地上霜\n举头望明月\n低头思故乡",
  ])
  func otherTextsAreOneArticle(text: String) throws {
    #expect(try PageReader().page(ofArticle: Text(text)).articles.count == 1)
  }
}
