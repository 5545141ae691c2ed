import LCDuplicates
import LCSegmentation
import LCTestSupport
import LCTextModel
import Testing

struct DuplicateFinderTests {
  private static let passage = "要建好用好高能级创新平台，统筹用好多元化功能园区，培育壮大创新型领军企业，持续做强做优各类人才平台载体，打造干事创业的大舞台。"

  private func match(_ a: String, _ b: String) -> DuplicateMatch? {
    DuplicateFinder().matches(among: [Passage(Text(a)), Passage(Text(b))]).first
  }

  @Test func copiesAreFoundWithTheirPlaces() throws {
    let match = try #require(self.match(Self.passage, Self.passage))
    #expect(match.kind == .exact)
    #expect(match.similarity == 1)
    #expect(match.aRange.lowerBound == 0)
  }

  @Test func spacesAndWidthsDoNotMatter() throws {
    let other = Self.passage.replacingOccurrences("，", by: ", ").replacingOccurrences("平台", by: "平 台")
    #expect(match(Self.passage, other)?.kind == .exact)
  }

  @Test func misreadCharactersDoNotHideACopy() throws {
    let other = Self.passage.replacingOccurrences("建好", by: "建妤").replacingOccurrences("壮大", by: "壮人")
    let match = try #require(self.match(Self.passage, other))
    #expect(match.kind == .near)
    #expect(match.similarity > 0.9)
    #expect(match.similarity < 1)
  }

  @Test func aPassageInsideAnotherIsContained() throws {
    let context = "会议上，各单位先后作了发言，介绍了一年来的做法和体会，并就下一步的打算交换了意见。"
    let match = try #require(self.match(Self.passage, context + Self.passage + context + context))
    #expect(match.kind == .contained)
    #expect(match.bRange.lowerBound >= context.utf16.count - 1)
  }

  @Test func otherFactsMakeATemplate() throws {
    let a = "据市气象台预报，今天白天到夜间晴转多云，最高气温26摄氏度，最低气温14摄氏度，南风3级，请市民注意及时增减衣物，预防感冒。"
    let b = "据市气象台预报，今天白天到夜间晴转多云，最高气温31摄氏度，最低气温20摄氏度，南风3级，请市民注意及时增减衣物，预防感冒。"
    let match = try #require(self.match(a, b))
    #expect(match.kind == .sameTemplate)
    #expect(match.facts.count == 2)
  }

  @Test func otherNamesMakeATemplate() throws {
    let a = "遗失声明：本人李建国不慎将位于东昌府区柳园街道的房屋所有权证遗失，现声明作废，由此产生的一切法律责任由本人张秀英承担，特此登报说明，望有关单位知悉。"
    let b = "遗失声明：本人王丽娟不慎将位于东昌府区柳园街道的房屋所有权证遗失，现声明作废，由此产生的一切法律责任由本人赵志强承担，特此登报说明，望有关单位知悉。"
    let match = try #require(self.match(a, b))
    #expect(match.kind == .sameTemplate)
    #expect(match.facts.map { Text(a).string(in: $0.aRange) } == ["李建国", "张秀英"])
    #expect(match.facts.map { Text(b).string(in: $0.bRange) } == ["王丽娟", "赵志强"])
  }

  @Test func linesAmongOtherLinesAreInterleaved() throws {
    let lines = [
      "要建好用好高能级创新平台，统筹", "用好多元化功能园区，培育壮大创", "新型领军企业，持续做强做优各类", "人才平台载体，打造干事创业舞台",
    ]
    let others = ["黄河大桥昨天上午正式通车，两岸", "群众敲锣打鼓赶来庆祝，从此过河", "不用再等渡船，运送蔬菜水果的货", "车可以直接开到对岸的批发市场去"]
    let mixed = zip(lines, others).map { $0 + "\n" + $1 }.joined(separator: "\n")
    let match = try #require(self.match(lines.joined(), mixed))
    #expect(match.kind == .interleaved)
  }

  @Test func theOnlyRepeatedBlockOfTheSeedsIsFound() throws {
    var found: [(seed: Int, lines: [Int])] = []
    for (number, text) in try Seeds.texts().enumerated() {
      let index = PositionIndex(text)
      let blocks = Blocks.ranges(of: text)
      for match in DuplicateFinder().matches(among: blocks.map { Passage(text, range: $0) }) {
        found.append((number, [match.a, match.b].map { index.line(utf16: blocks[$0].lowerBound) }))
      }
    }
    #expect(found.map(\.seed) == [2, 2, 2])
    #expect(found.map(\.lines) == [[25, 27], [25, 95], [27, 95]])
  }

  @Test func clustersJoinWhatMatches() {
    let texts = [Self.passage, "别的内容，与此无关，也没有在任何地方重复出现过的一段普通文字。", Self.passage, Self.passage]
    let matches = DuplicateFinder().matches(among: texts.map { Passage(Text($0)) })
    #expect(DuplicateClusters(matches).groups == [[0, 2, 3]])
    #expect(DuplicateClusters(matches).clusters.first?.kept == 0)
  }

  @Test func shortAndEmptyPassagesAreSilent() {
    for text in ["", "聊城", "。，；", "本报讯（记者 张三）"] { #expect(match(text, text) == nil) }
    #expect(DuplicateFinder().matches(among: []).isEmpty)
  }
}

extension String {
  fileprivate func replacingOccurrences(_ old: Character, by new: String) -> String {
    map { $0 == old ? new : String($0) }.joined()
  }

  fileprivate func replacingOccurrences(_ old: String, by new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
