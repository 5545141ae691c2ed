import LCPages
import LCTestSupport
import LCTextModel
import Testing

struct PageReaderTests {
  private func page(_ text: String) throws -> Page {
    try PageReader().page(of: Text(text))
  }

  @Test func headlinesAboveTheirBodies() throws {
    let page = try page(
      """
      全市春季造林现场会召开

      □张三 李四 报道

      本报聊城讯 3月5日, 全市春季造林现场会召开。会议要求, 抢抓春季造林的有利时机。

      小麦返青管理进入关键期

      □王五 报道

      本报聊城讯 眼下正是小麦返青的时节, 农技人员走进田间地头指导小麦管理。
      """)
    #expect(page.articles.map { $0.headline?.string } == ["全市春季造林现场会召开", "小麦返青管理进入关键期"])
    #expect(page.articles.map { $0.byline?.string } == ["□张三 李四 报道", "□王五 报道"])
    #expect(page.articles.map(\.kind) == [.news, .news])
    #expect(page.articles.first?.body.string == "本报聊城讯 3月5日，全市春季造林现场会召开。会议要求，抢抓春季造林的有利时机。")
  }

  @Test func headlinesBelowTheirBodies() throws {
    let page = try page(
      """
      本报讯（记者 张三）3月5日，全市
      春季造林现场会召开。会议要求，抢抓
      春季造林的有利时机。

      全市春季造林现场会召开

      本报讯（记者 王五）眼下正是小麦
      返青的时节，农技人员走进田间地头，
      指导小麦管理。

      小麦返青管理进入关键期
      """)
    #expect(page.articles.map { $0.headline?.string } == ["全市春季造林现场会召开", "小麦返青管理进入关键期"])
    #expect(page.articles.map { $0.dateline?.string } == ["本报讯", "本报讯"])
    #expect(page.articles.first?.story.string == "3月5日，全市春季造林现场会召开。会议要求，抢抓春季造林的有利时机。")
  }

  @Test func aStrayCopyIsSetAsideAndTheFittingOneKept() throws {
    let tail = "术人才的引进培养力度，落实各项优惠政策，为企业发展提供智力支撑，让更多的年轻人愿意留在这里创业就业，安心工作。"
    let page = try page(
      """
      人才工作会议召开

      □张三 报道

      本报聊城讯 3月5日，人才工作会议召开，对今年的重点任务作出安排。

      \(tail)

      会议要求，各部门要加大技

      \(tail)
      """)
    #expect(page.duplicates.map { [$0.a, $0.b] } == [[3, 5]])
    #expect(page.furniture.map(\.kind) == [.duplicate])
    #expect(page.articles.first?.paragraphs.last?.excerpt.string == "会议要求，各部门要加大技" + tail)
  }

  @Test func captionsHaveTheirCredit() throws {
    let page = try page(
      """
      本报讯（记者 王五）眼下正是小麦返青的时节。

      小麦返青管理进入关键期

      3月4日，农民在麦田里浇水。

      ■ 本报记者 张三
      """)
    #expect(page.captions.map { $0.byline?.string } == ["■ 本报记者 张三"])
    #expect(page.articles.count == 1)
  }

  @Test func theHeadOfThePageIsFurniture() throws {
    let page = try page(
      """
      某某日报社出版 中共某某市委机关报

      2023年3月6日 星期一 国内统一连续出版物号 CN 37-0000 第100期 今日8版

      小麦返青管理进入关键期

      本报讯(记者 王五)眼下正是小麦返青的时节。

      值班主任:张三 责编:李四 校对:王五
      """)
    #expect(page.furniture.map(\.kind) == [.masthead, .masthead, .staff])
    #expect(page.articles.map { $0.headline?.string } == ["小麦返青管理进入关键期"])
  }

  @Test func aNoticeKeepsItsLines() throws {
    let page = try page(
      """
      小麦返青管理进入关键期

      本报讯(记者 王五)眼下正是小麦返青的时节。

      春季征文启事

      截稿时间: 2023年8月31日
      投稿邮箱: editor@example.com
      联系电话: 0635-0000000
      """)
    let notice = try #require(page.articles.last)
    #expect(notice.kind == .notice)
    #expect(notice.headline?.string == "春季征文启事")
    #expect(
      notice.paragraphs.map { $0.excerpt.string } == [
        "截稿时间：2023年8月31日", "投稿邮箱：editor@example.com", "联系电话：0635-0000000",
      ])
  }

  @Test(arguments: ["静夜思\n\n床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。", "int main(void) {\n  return 0;\n}\n", "a\tb\n1\t2\n"])
  func whatIsNoNewspaperIsLeftAsItIs(text: String) throws {
    let page = try page(text)
    #expect(page.articles.map(\.kind) == [.other])
    #expect(page.edits.edits.isEmpty)
  }

  @Test func nothingGivesNothing() throws {
    for text in ["", " \n\n "] {
      let page = try page(text)
      #expect(page.articles.isEmpty && page.captions.isEmpty && page.furniture.isEmpty)
    }
  }
}
