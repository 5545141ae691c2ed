public import LCTextModel

/// Random texts for properties: mixed scripts, punctuation, white space, line ends of all kinds, combining marks, emoji,
/// and now and then an unpaired surrogate.
public enum RandomText {
  private static let alphabet: [String] = [
    "聊", "城", "的", "一", "二", "年", "。", "，", "；", "！", "？", "“", "”", "（", "）", "《", "》", "…", "—", "·", "□", "■",
    "a", "Z", "é", "e\u{301}", "ß", "5", "２", ".", ",", ";", "\"", "'", "(", ")", "-", "%", "@", "/", " ", "\u{3000}", "\t",
    "\n", "\n", "\r\n", "\r", "\u{2028}", "か", "カ", "ก", "ข", "ع", "ب", "한", "я", "😀", "👨‍👩‍👧", "𠮷", "\u{200D}", "\u{FFFD}", "\u{1}",
  ]

  /// A text of `count` items of the alphabet.
  public static func mixed(count: Int, using random: inout SeededRandom) -> Text {
    var units = ContiguousArray<UInt16>()
    for _ in 0..<count {
      if Int.random(in: 0..<200, using: &random) == 0 {
        units.append(UInt16.random(in: 0xD800...0xDFFF, using: &random))
      } else if let item = alphabet.randomElement(using: &random) {
        units += item.utf16
      }
    }
    return Text(units: units)
  }
}
