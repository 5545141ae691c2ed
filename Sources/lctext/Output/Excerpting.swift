internal import LCText

/// Short views of long texts.
enum Excerpting {
  /// The first `count` characters of a range on one line, with … where there are more.
  static func start(of text: Text, _ range: Range<Int>, count: Int) -> String {
    let line = text.singleLine(range).string
    return line.count > count ? line.prefix(count) + "…" : line
  }

  /// The same in quotes, of about a line of a list.
  static func quoted(_ text: Text, _ range: Range<Int>) -> String {
    "“" + start(of: text, range, count: 24) + "”"
  }
}
