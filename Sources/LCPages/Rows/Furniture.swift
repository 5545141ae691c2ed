internal import LCTextModel

/// Tells what belongs to the page and not to an article, by its words.
enum Furniture {
  private static let masthead: [Pattern] = [
    "日报社", "晚报社", "出版", "机关报", "国内统一", "连续出版物", "CN ", "刊号", "星期", "今日", "邮发代号", "农历", "年正月",
    "责任公司主管",
  ]
  private static let staff: [Pattern] = [
    "值班", "责编", "责任编辑", "编辑", "版式", "校对", "美编", "审读", "主任", "总编", "电话", "版面", "组版", "检校",
  ]
  private static let labels: [Pattern] = [
    "大家谈", "系列评论", "系列报道", "编后", "编者按", "短评", "时评", "目击", "图片新闻", "专栏", "视点", "简讯",
  ]
  private static let notices: [Pattern] = [
    "启事", "公告", "通告", "公示", "声明", "讣告", "招聘", "招标", "拍卖", "广告",
  ]
  private static let longestTitle = 30

  static func traits(_ range: Range<Int>, in text: Text) -> RowTraits {
    var traits: RowTraits = []
    let hasStop = text.units[range].contains { $0 == 0x3002 || $0.isClauseMark }
    if isField(range, in: text) { traits.insert(.isField) }
    guard !hasStop else { return traits }
    if text.count(of: masthead, in: range) >= 2 { traits.insert(.isMasthead) }
    if range.count <= 120, fieldCount(range, in: text) >= 2, text.count(of: staff, in: range) >= 2 { traits.insert(.isStaff) }
    guard range.count <= longestTitle else { return traits }
    if text.hasAny(notices, in: range.suffix(6)) {
      traits.insert(.isNoticeTitle)
    } else if range.count <= 16, text.hasAny(labels, in: range) {
      traits.insert(.isLabel)
    }
    return traits
  }

  /// Whether a range starts with two to eight characters and a colon, 新华社-like datelines aside.
  private static func isField(_ range: Range<Int>, in text: Text) -> Bool {
    guard let colon = text.units[range].prefix(9).firstIndex(where: { $0 == 0x3A || $0 == 0xFF1A }) else { return false }
    return colon - range.lowerBound >= 2 && text.units[range.lowerBound..<colon].allSatisfy(\.isHan)
  }

  private static func fieldCount(_ range: Range<Int>, in text: Text) -> Int {
    text.units[range].count { $0 == 0x3A || $0 == 0xFF1A }
  }
}
