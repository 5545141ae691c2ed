import LCDigest
import LCTestSupport
import LCTextModel
import Testing

struct DigesterTests {
  @Test func everyArticleHasKeywordsASummaryAndALead() throws {
    let digester = try Digester()
    for text in try Seeds.texts() {
      let digest = digester.digest(of: text)
      #expect(digest.articles.count == digest.page.articles.count)
      for article in digest.articles {
        #expect(article.keywords.count <= 5)
        #expect(!article.keywords.isEmpty)
        #expect(article.summary.text.utf16.count <= 120)
        #expect(!article.summary.text.isEmpty)
        #expect(!article.lead.text.isEmpty)
      }
    }
  }

  @Test func everyAnswerStandsInTheScan() throws {
    let digester = try Digester()
    for text in try Seeds.texts() {
      for article in digester.digest(of: text).articles {
        for keyword in article.keywords {
          for range in keyword.ranges {
            let source = article.story.sourceRanges(of: range).map { text.string(in: $0) }.joined()
            #expect(source.filter { !$0.isWhitespace } == keyword.text.filter { !$0.isWhitespace })
          }
        }
        for unit in article.summary.units { #expect(!article.story.sourceRanges(of: unit.range).isEmpty) }
      }
    }
  }

  @Test func datelinesAndBylinesAreNoPartOfASummary() throws {
    let digest = try Digester().digest(
      of: "小麦返青管理进入关键期\n\n本报讯(记者 王五)眼下正是小麦返青的时节,农技人员走进田间地头。")
    #expect(digest.articles.first?.summary.text == "眼下正是小麦返青的时节，农技人员走进田间地头。")
  }

  @Test func whatStandsOnTwoPagesIsTold() throws {
    let digester = try Digester()
    let story = "要建好用好高能级创新平台，统筹用好多元化功能园区，培育壮大创新型领军企业，持续做强做优各类人才平台载体。"
    let pages = ["本报讯（记者 张三）" + story, "别的消息。\n\n本报讯（记者 张三）" + story].map { digester.digest(of: Text($0)).page }
    let duplicates = digester.duplicates(across: pages)
    #expect(duplicates.count == 1)
    #expect(duplicates.first.map { [$0.a, $0.b, $0.aBlock, $0.bBlock] } == [0, 1, 0, 1])
    #expect(duplicates.first.map { pages[1].source.string(in: $0.match.bRange).contains("创新平台") } == true)
  }

  @Test func anArticleByItselfKeepsItsHeadline() throws {
    let digest = try Digester().digest(ofArticle: "第一段。\n第二段。", headline: "标题")
    #expect(digest.articles.map { $0.article.headline?.string } == ["标题"])
    #expect(digest.articles.first?.article.paragraphs.map { $0.excerpt.string } == ["第一段。", "第二段。"])
  }

  @Test func anEmptyPageHasNothing() throws {
    let digester = try Digester()
    #expect(digester.digest(of: "").articles.isEmpty)
    #expect(digester.digest(ofArticle: "").articles.isEmpty)
    #expect(digester.duplicates(across: []).isEmpty)
  }
}
