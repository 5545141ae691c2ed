import LCLexicon
import LCTextModel
import LCTokenizer
import Testing

struct BoundaryTrainingTests {
  private static let corpus = SegmentedCorpus(
    text: String(
      repeating: """
        江/nr 泽民/nr 讲话/v 。/w
        全市/n 召开/v 会议/n ，/w 部署/v 工作/vn 。/w
        会议/n １２月/t 召开/v 。/w

        """, count: 8),
    isTagged: true)

  @Test func namesAreJoined() {
    let line = Self.corpus.withWholeNames.lines[0].map { String(decoding: $0.units, as: UTF16.self) }
    #expect(line == ["江泽民", "讲话", "。"])
    #expect(Self.corpus.lines[0].count == 4)
  }

  @Test func theSameTextGivesTheSameWeights() {
    func trained() -> BoundaryModelData {
      var training = BoundaryTraining(
        corpora: [.news: Self.corpus.withWholeNames, .pku: Self.corpus],
        dictionary: [.init(word: Array("会议".utf16), count: 500, tag: .n)])
      training.passes = 3
      return training.run()
    }
    let data = trained()
    #expect(BoundaryTables.compile(data) == BoundaryTables.compile(trained()))
    #expect(data.words.contains { String(decoding: $0.units, as: UTF16.self) == "江泽民" && $0.wordClass.isKnown(to: .news) })
    #expect(data.weights.count == WordStandard.allCases.count)
    #expect(data.weights[0].pairs.isEmpty == false)
  }

  @Test func anEmptyCorpusTrainsNothing() {
    let data = BoundaryTraining(corpora: [:], dictionary: []).run()
    #expect(data.words.isEmpty)
    #expect(data.weights.allSatisfy { $0.pairs.isEmpty })
  }

  @Test func theSameTextGivesTheSameTags() throws {
    let boundaries = BoundaryModelData(
      characters: Array("江泽民讲话全市召开会议部署工作，。".utf16), words: [], weights: [])
    func trained() -> TagModelData { TagTraining([Self.corpus], boundaries: boundaries).run() }
    let data = trained()
    #expect(TagTables.compile(data) == TagTables.compile(trained()))
    #expect(data.words.first { String(decoding: $0.word, as: UTF16.self) == "召开" }.map { data.tags[$0.tags[0].tag] } == "v")
  }

  @Test func whatWasLearnedIsScored() throws {
    var training = BoundaryTraining(corpora: [.news: Self.corpus.withWholeNames, .pku: Self.corpus], dictionary: [])
    training.passes = 4
    let data = training.run()
    let tags = TagTraining([Self.corpus], boundaries: data).run()
    let tables = try BoundaryTables(compiled: BoundaryTables.compile(data), .pku)
    let score = try HeldOutScore(Self.corpus, tables, tags: try TagTables(compiled: TagTables.compile(tags)))
    #expect(score.goldCount == 8 * (4 + 7 + 4))
    #expect(score.f1 > 0.9)
    #expect(score.tagAccuracy > 0.9)
  }
}
