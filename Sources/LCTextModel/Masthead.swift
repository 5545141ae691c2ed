/// What the head of a newspaper's page says of the paper and the day.
public struct Masthead: Sendable, Hashable {
  /// A day of the Gregorian calendar.
  public struct Day: Sendable, Hashable {
    /// The year, the month from 1, the day of the month from 1.
    public var year: Int, month: Int, day: Int

    /// Makes a day; `nil` when the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
      let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      guard year > 0, (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
      self.year = year
      self.month = month
      self.day = day
    }

    /// The day of the week, from 1 for Monday to 7 for Sunday (Sakamoto's method).
    public var weekday: Int {
      let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
      let year = month < 3 ? year - 1 : year
      let fromSunday = (year + year / 4 - year / 100 + year / 400 + offsets[month - 1] + day) % 7
      return fromSunday == 0 ? 7 : fromSunday
    }

    /// `2023-02-06` (ISO 8601).
    public var iso: String {
      let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
      return "\(String(repeating: "0", count: max(0, 4 - "\(year)".count)))\(year)-\(two(month))-\(two(day))"
    }
  }

  /// The paper's name.
  public var paper: String?
  /// The day it appeared.
  public var day: Day?
  /// The printed day of the week, from 1 for Monday to 7 for Sunday.
  public var weekday: Int?
  /// The number of the issue.
  public var issueNumber: Int?
  /// How many pages the issue has.
  public var pageCount: Int?
  /// The number of this page.
  public var pageNumber: Int?

  /// Makes a masthead that says nothing.
  public init() {}

  /// Whether it says nothing.
  public var isEmpty: Bool { self == Masthead() }

  /// Whether the printed day of the week is that of the day; `nil` where one is missing.
  public var weekdayAgrees: Bool? {
    guard let day, let weekday else { return nil }
    return day.weekday == weekday
  }

  /// Takes what another says and this does not.
  public mutating func fill(from other: Masthead) {
    paper = paper ?? other.paper
    day = day ?? other.day
    weekday = weekday ?? other.weekday
    issueNumber = issueNumber ?? other.issueNumber
    pageCount = pageCount ?? other.pageCount
  }
}
