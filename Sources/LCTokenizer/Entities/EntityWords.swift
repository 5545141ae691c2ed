/// The words that names of places and organisations begin and end with.
enum EntityWords {
  /// What may follow a place's name as a word of its own.
  static let placeEndings = WordList([
    "省", "市", "县", "区", "镇", "乡", "村", "州", "盟", "旗", "街道", "开发区", "高新区", "度假区", "自治区", "自治州", "自治县", "新区", "路", "街",
  ])

  /// The words, beside places and proper names, that an organisation's name may begin with.
  static let organizationStarts = WordList([
    "市", "省", "县", "区", "镇", "乡", "全国", "国家", "中央", "中共", "中国", "国务院", "最高",
  ])

  private static let organizationEndings = WordList([
    "委员会", "办公室", "公司", "集团", "大学", "学院", "学校", "中学", "小学", "医院", "银行", "法院", "检察院", "研究院", "研究所", "协会", "学会", "联合会",
    "基金会", "商会", "中心", "政府", "党委", "支部", "合作社", "管理局", "分局", "报社", "电视台", "局", "厅", "委", "署", "社",
  ])

  /// The endings of one character stand for a word of their own or end a word of three characters and more: 运输局, 省委.
  static func endsOrganization(_ word: ContiguousArray<UInt16>.SubSequence) -> Bool {
    guard let ending = organizationEndings.ending(of: word) else { return false }
    return ending.count > 1 || word.count != 2 || ending == [0x59D4] || ending == [0x5C40]
  }
}

/// Words that are looked up by their last character.
struct WordList: Sendable {
  private let words: [UInt16: [[UInt16]]]

  init(_ words: [String]) {
    self.words = Dictionary(grouping: words.map { Array($0.utf16) }) { $0.last ?? 0 }
  }

  func contains(_ word: ContiguousArray<UInt16>.SubSequence) -> Bool {
    guard let last = word.last, let list = words[last] else { return false }
    return list.contains { $0.elementsEqual(word) }
  }

  /// The first word of the list that a word ends in.
  func ending(of word: ContiguousArray<UInt16>.SubSequence) -> [UInt16]? {
    guard let last = word.last, let list = words[last] else { return nil }
    return list.first { word.count >= $0.count && word.suffix($0.count).elementsEqual($0) }
  }
}
