/// Numerals in digits and in Han characters, in folded passages.
enum Numeral {
  @inline(__always)
  static func isDigit(_ unit: UInt16) -> Bool { unit &- 0x30 < 10 }

  /// Whether a character is part of numerals.
  static func contains(_ unit: UInt16) -> Bool {
    if isDigit(unit) { return true }
    switch unit {
    // 〇一二三四五六七八九十百千万亿两零
    case 0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x5343, 0x4E07, 0x4EBF,
      0x4E24, 0x96F6:
      return true
    default: return false
    }
  }

  /// The numeral that a block is, or is part of: grown to both sides; `nil` when less than two thirds of it are numerals.
  static func range(around block: Range<Int>, in units: UnsafeBufferPointer<UInt16>) -> Range<Int>? {
    var (start, end) = (block.lowerBound, block.upperBound)
    while start > 0, contains(units[start - 1]) { start -= 1 }
    while end < units.count, contains(units[end]) { end += 1 }
    let count = units[start..<end].count(where: contains)
    return 3 * count >= 2 * (end - start) ? start..<end : nil
  }

  /// Whether OCR takes one character for the other: the pairs met most often in scans.
  static func looksAlike(_ one: UInt16, _ other: UInt16) -> Bool {
    if one == other { return true }
    switch (min(one, other), max(one, other)) {
    // 0 o, 1 l, 1 i, 5 s, 6 b, 8 b, 3 8
    case (0x30, 0x6F), (0x31, 0x6C), (0x31, 0x69), (0x35, 0x73), (0x36, 0x62), (0x38, 0x62), (0x33, 0x38): return true
    // 一 二, 二 三, 十 千, 万 两
    case (0x4E00, 0x4E8C), (0x4E09, 0x4E8C), (0x5341, 0x5343), (0x4E07, 0x4E24): return true
    default: return false
    }
  }
}

/// The surnames that most Chinese people have.
enum Surname {
  private static let characters = Set(
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊\
    秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤
    """.utf16)

  /// Whether a surname stands at a place or just before it.
  static func stands(at place: Int, in units: UnsafeBufferPointer<UInt16>) -> Bool {
    characters.contains(units[place]) || (place > 0 && characters.contains(units[place - 1]))
  }
}
