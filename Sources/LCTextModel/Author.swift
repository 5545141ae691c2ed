/// Somebody a byline names.
public struct Author: Sendable, Hashable {
  /// The name.
  public var name: String
  /// What the byline calls him or her: 记者, 通讯员, 评论员; `nil` when it says nothing.
  public var role: String?

  /// Makes an author.
  public init(name: String, role: String? = nil) {
    self.name = name
    self.role = role
  }
}

/// What a dateline says: 新华社济南2月3日电.
public struct DatelineFields: Sendable, Hashable {
  /// Who reports: 新华社, 本报.
  public var agency: String
  /// From where; `nil` when it does not say.
  public var place: String?
  /// The month and the day of the month, from 1.
  public var month: Int?, day: Int?

  /// Makes the fields of a dateline.
  public init(agency: String, place: String? = nil, month: Int? = nil, day: Int? = nil) {
    self.agency = agency
    self.place = place
    self.month = month
    self.day = day
  }
}
