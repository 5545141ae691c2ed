internal import LCTextModel

/// How a clause hangs together with the clauses beside it: whether a text may begin or end with it.
struct ClauseBond {
  /// It begins with a word that takes up what stands before: 但, 并, 因此, 以及.
  var leansBack: Bool
  /// It ends what the clause before it denies: 而是 behind 不是.
  var corrects: Bool
  /// What it begins is ended by the next clause: 虽然, 如果, 不是, 在……时; or it dangles.
  var leansOn: Bool
  /// It ends in a word that something must follow: a conjunction, a preposition, a negation, a verb of saying before a colon.
  var dangles: Bool
  /// One of its words is a verb, or it is of a script whose words are not told here.
  var hasVerb: Bool
  /// Brackets and quotes that it opens, less those that it closes.
  var depth: Int

  /// Complexity: O(length).
  init(_ clause: Range<Int>, in text: Text, _ verbs: ClauseVerbs) {
    let units = text.units[clause]
    leansBack = Self.backward.has(prefixOf: units)
    corrects = Self.correcting.has(prefixOf: units)
    dangles = Self.dangling.has(suffixOf: units)
    let isFrame =
      Self.frames.has(suffixOf: units) || (Self.prepositions.has(prefixOf: units) && Self.frameEnds.has(suffixOf: units))
    leansOn = dangles || isFrame || Self.forward.has(prefixOf: units) || Self.announcing.has(suffixOf: units)
    hasVerb = verbs.stands(in: clause, in: text)
    depth = units.reduce(0) { $0 + ($1.opens ? 1 : $1.closes ? -1 : 0) }
  }

  private static let backward = WordList(
    "但 而 却 并 因此 因而 所以 于是 从而 以及 以便 以免 则 甚至 然而 不过 可是 否则 反之 进而 尤其 特别是 使得 其中 此外 同时 也 还 又 再 更 才能",
    but: "并购 并轨 并网 并入 还款 还原 还清 更新 更换 更改 更名 又一 再生 再次 再度 再添 再获 也门 但丁")
  private static let correcting = WordList("而是 而在于 才是 而应 而要")
  private static let forward = WordList(
    """
    虽 尽管 如果 若 假如 倘若 因为 由于 为了 随着 不仅 不但 不光 除了 既 无论 不论 不管 只要 只有 即使 即便 哪怕 一旦 不是 并非 与其 \
    自从 鉴于 正当 每当
    """)
  private static let prepositions = WordList("在 从 自 当 对 到 截至 除 就 按照 根据 经过 继")
  private static let frameEnds = WordList("时 中 上 下 里 内 外 前 后 间 之际 以来 起 方面 而言 来说 来看 同时 基础上")
  private static let frames = WordList("以来 期间 之际 之后 以后 之前 以前 的同时 过程中 之时 之余 基础上")
  /// Behind these stands what was said or found.
  private static let announcing = WordList(
    "说 问 称 道 表示 指出 认为 强调 显示 表明 要求 透露 介绍 提出 发现 如下 包括 例如 比如",
    but: """
      名称 职称 堪称 简称 小说 传说 学说 演说 解说 访问 慰问 顾问 学问 疑问 新发现 报道 街道 渠道 频道 隧道 轨道 通道 航道 河道 管道 \
      人道 味道 赛道 铁道 跑道
      """)
  private static let dangling = WordList(
    "和 与 及 以及 或 或者 对 对于 把 被 在 从 向 为 因 由 于 但 而 并 且 是 将 给 让 使 不 没 没有 未 并非 的",
    but: """
      共和 总和 缓和 温和 柔和 饱和 祥和 参与 应对 相对 面对 反对 绝对 存在 所在 现在 内在 潜在 实在 服从 方向 导向 动向 走向 取向 意向 \
      志向 行为 成为 作为 认为 称为 因为 原因 基因 自由 理由 由于 等于 位于 普及 涉及 触及 提及 兼并 合并 吞并 还是 于是 大使 行使 驱使 \
      转让 谦让 礼让 供给 补给 名将 部将 淹没 目的
      """)
}

/// Words that a clause may begin or end with.
private struct WordList {
  private let words: [[UInt16]]
  /// Longer words in which they are something else.
  private let others: [[UInt16]]

  /// - Parameters:
  ///   - words: the words, with a space between two.
  ///   - others: the longer words.
  init(_ words: String, but others: String = "") {
    self.words = words.split(separator: " ").map { Array($0.utf16) }
    self.others = others.split(separator: " ").map { Array($0.utf16) }
  }

  func has(prefixOf units: ArraySlice<UInt16>) -> Bool {
    words.contains { units.starts(with: $0) } && !others.contains { units.starts(with: $0) }
  }

  func has(suffixOf units: ArraySlice<UInt16>) -> Bool {
    let ends = { (word: [UInt16]) in units.count >= word.count && units.suffix(word.count).elementsEqual(word) }
    return words.contains(where: ends) && !others.contains(where: ends)
  }
}
