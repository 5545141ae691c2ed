internal import LCLexicon

/// The features that runs of clauses are scored by as headlines: their numbers and names.
///
/// Each is a number from 0 to about 1; lengths and places are steps, so that a linear model can bend.
enum HeadlineFeature {
  static let lengths = ["6", "9", "12", "15", "18", "21", "25", "30", "35", "40", "more"]
  static let sentences = ["first", "second", "third", "4_to_6", "later", "last"]
  static let firstClauses = ["1", "2", "3", "later"]
  static let clauseCounts = ["1", "2", "3", "more"]
  /// Words that clauses begin with; what begins with one leans on what stands before it, or says something of its own.
  static let starts = [
    "但", "而", "并", "因此", "所以", "因为", "由于", "为了", "为", "据", "在", "对", "从", "其中", "这", "该", "他", "她", "它", "也", "还", "则", "使",
    "通过", "根据", "结果", "针对", "提出", "介绍", "研究", "分析", "探讨", "利用", "采用", "本文", "记者", "目前", "同时", "如果", "当", "随着", "近日",
    "日前", "今天", "昨日", "and", "but",
  ]
  /// Words that clauses end in.
  static let ends = [
    "的", "了", "时", "后", "中", "说", "表示", "指出", "认为", "强调", "上", "下", "等", "为", "是", "方法", "研究", "进行", "结果表明", "表明", "来",
    "会议", "活动", "举行", "召开",
  ]

  static let length = 0
  static let sentence = length + lengths.count
  static let firstClause = sentence + sentences.count
  static let clauseCount = firstClause + firstClauses.count
  static let endsSentence = clauseCount + clauseCounts.count
  static let wholeSentence = endsSentence + 1
  static let leadOverlap = wholeSentence + 1
  static let centrality = leadOverlap + 1
  static let repetition = centrality + 1
  static let rarity = repetition + 1
  static let position = rarity + 1
  static let digits = position + 1
  static let quotes = digits + 1
  static let bookTitle = quotes + 1
  static let unbalanced = bookTitle + 1
  static let behindColon = unbalanced + 1
  static let beforeColon = behindColon + 1
  static let start = beforeColon + 1
  static let end = start + starts.count
  /// The number of plain features. Each counts once more by the size of the text.
  static let plainCount = end + ends.count

  /// The names, by number.
  static let names = RankingFeatures.names(bySize: plainNames)

  private static let plainNames: [String] =
    lengths.map { "length_\($0)" } + sentences.map { "sentence_\($0)" } + firstClauses.map { "from_clause_\($0)" }
    + clauseCounts.map { "clauses_\($0)" } + [
      "ends_sentence", "whole_sentence", "overlap_with_lead", "centrality", "repetition", "rare_in_text", "position", "digits",
      "quotes", "book_title", "unbalanced", "behind_colon", "before_colon",
    ] + starts.map { "starts_\($0)" } + ends.map { "ends_\($0)" }
}
