internal import LCTextModel

/// Reads paper, day, day of the week, and numbers out of the lines of a masthead.
enum MastheadReader {
  /// Complexity: O(length of the ranges).
  static func masthead(_ ranges: [Range<Int>], in text: Text) -> Masthead {
    var masthead = Masthead()
    for range in ranges { masthead.fill(from: Line(text.string(in: range)).masthead) }
    for range in ranges where masthead.pageNumber == nil { masthead.pageNumber = Line(text.string(in: range)).pageNumber }
    return masthead
  }

  /// One line, character by character; digits are those of ASCII, full width or Chinese.
  private struct Line {
    let characters: [Character]

    init(_ string: String) {
      characters = Array(string)
    }

    var masthead: Masthead {
      var masthead = Masthead()
      masthead.paper = paper
      masthead.day = day
      masthead.weekday = weekday
      masthead.issueNumber = number(before: "期")
      masthead.pageCount = pageCount
      masthead.pageNumber = pageNumber
      return masthead
    }

    private static let papers: [[Character]] = ["日报", "晚报", "晨报", "早报", "时报", "周报", "商报", "都市报", "青年报", "快报"].map(Array.init)

    /// A name of two Han characters or more that ends in 日报 or the like, and ends there or goes on with 社.
    private var paper: String? {
      for end in characters.indices {
        guard let name = Self.papers.first(where: { characters[...end].suffix($0.count).elementsEqual($0) }) else { continue }
        var start = end + 1 - name.count
        while start > 0, characters[start - 1].isHan { start -= 1 }
        if end - start >= name.count { return String(characters[start...end]) }
      }
      return nil
    }

    /// 2023年2月6日, 2023-02-06, 2023.2.6, 二〇二三年二月六日.
    private var day: Masthead.Day? {
      for start in characters.indices {
        guard start == 0 || characters[start - 1].digit == nil, let (year, afterYear) = number(at: start),
          (1800...2999).contains(year)
        else { continue }
        guard let (month, afterMonth) = number(at: afterYear + 1), let (day, afterDay) = number(at: afterMonth + 1) else {
          continue
        }
        let marks = (character(afterYear), character(afterMonth), character(afterDay))
        let isWritten = marks.0 == "年" && marks.1 == "月" && (marks.2 == "日" || marks.2 == "号")
        guard isWritten || (marks.0 == marks.1 && marks.0.map { "-./·".contains($0) } == true) else { continue }
        if let day = Masthead.Day(year: year, month: month, day: day) { return day }
      }
      return nil
    }

    private var weekday: Int? {
      for start in characters.indices.dropLast(2) where characters[start] == "星" && characters[start + 1] == "期" {
        if let number = Array("一二三四五六日天").firstIndex(of: characters[start + 2]) { return min(number, 6) + 1 }
      }
      return nil
    }

    /// 今日8版, 共8版, 今日四版.
    private var pageCount: Int? {
      for (start, character) in characters.enumerated() where character == "日" || character == "共" {
        if let (count, end) = number(at: start + 1), self.character(end) == "版" || self.character(end) == "页" { return count }
      }
      return nil
    }

    /// 第2版, 02版, A2版.
    var pageNumber: Int? {
      for (end, character) in characters.enumerated() where character == "版" && end > 0 {
        var start = end
        while start > 0, characters[start - 1].digit != nil { start -= 1 }
        guard start < end, start == 0 || !["日", "共"].contains(characters[start - 1]) else { continue }
        return number(at: start)?.value
      }
      return nil
    }

    /// The number that stands before a character, 第 before it or not.
    private func number(before character: Character) -> Int? {
      for (end, found) in characters.enumerated() where found == character {
        var start = end
        while start > 0, characters[start - 1].digit != nil { start -= 1 }
        if start < end { return number(at: start)?.value }
      }
      return nil
    }

    private func character(_ place: Int) -> Character? { characters.indices.contains(place) ? characters[place] : nil }

    /// A number of at most eight digits at a place, and where it ends.
    private func number(at start: Int) -> (value: Int, end: Int)? {
      var digits: [Int] = []
      var end = start
      while let digit = character(end)?.digit, digits.count < 8 {
        digits.append(digit)
        end += 1
      }
      guard !digits.isEmpty else { return nil }
      // 十 is a ten with or without a digit on either side; elsewhere Chinese digits stand as in 二〇二三.
      if let ten = digits.firstIndex(of: 10) {
        guard ten <= 1, digits.count - ten <= 2 else { return nil }
        return ((ten == 1 ? digits[0] : 1) * 10 + (digits.count > ten + 1 ? digits[ten + 1] : 0), end)
      }
      return (digits.reduce(0) { $0 * 10 + $1 }, end)
    }
  }
}

extension Character {
  /// The digit it stands for, 10 for 十.
  fileprivate var digit: Int? {
    if isASCII || ("０"..."９").contains(self) { return wholeNumberValue }
    if self == "〇" || self == "○" || self == "零" { return 0 }
    return Array("一二三四五六七八九十").firstIndex(of: self).map { $0 + 1 }
  }
}
