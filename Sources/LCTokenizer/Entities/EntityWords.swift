/// The words that names of places and organisations begin and end with.
enum EntityWords {
  /// What may follow a place's name as a word of its own.
  static let placeEndings: Set<String> = [
    "省", "市", "县", "区", "镇", "乡", "村", "州", "盟", "旗", "街道", "开发区", "高新区", "度假区", "自治区", "自治州", "自治县", "新区", "路", "街",
  ]

  /// The words, beside places and proper names, that an organisation's name may begin with.
  static let organizationStarts: Set<String> = [
    "市", "省", "县", "区", "镇", "乡", "全国", "国家", "中央", "中共", "中国", "国务院", "最高",
  ]

  private static let organizationEndings: [String] = [
    "委员会", "办公室", "公司", "集团", "大学", "学院", "学校", "中学", "小学", "医院", "银行", "法院", "检察院", "研究院", "研究所", "协会", "学会", "联合会",
    "基金会", "商会", "中心", "政府", "党委", "支部", "合作社", "管理局", "分局", "报社", "电视台", "局", "厅", "委", "署", "社",
  ]

  /// The endings of one character stand for a word of their own or end a word of three characters and more: 运输局, 省委.
  static func endsOrganization(_ word: String) -> Bool {
    guard let ending = organizationEndings.first(where: word.hasSuffix) else { return false }
    return ending.utf16.count > 1 || word.utf16.count != 2 || word.hasSuffix("委") || word.hasSuffix("局")
  }
}
