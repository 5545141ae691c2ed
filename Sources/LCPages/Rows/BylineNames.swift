internal import LCTextModel

/// Reads the names out of bylines: （记者 苑莘 通讯员耿月锋）, □本报记者 胡磊 薛良诚, ■ 许金松 摄.
enum BylineNames {
  private static let roles = [
    "本报特约记者", "本报评论员", "本报通讯员", "本报记者", "特约记者", "见习记者", "实习记者", "特约评论员", "通讯员", "评论员", "记者", "摄影", "作者",
  ]
  private static let endings = ["报道", "摄影报道", "摄影", "文/图", "图/文", "文", "图", "摄"]
  private static let longestName = 4

  /// The authors that a byline names, in order. Complexity: O(length).
  static func authors(in byline: String) -> [Author] {
    var authors: [Author] = []
    var role: String?
    let words = byline.split { $0.isWhitespace || "、，,（）()■□▲●◆：:/".contains($0) }
    // A sign-off, (name office of a company), has one name.
    let isSignOff = words.contains { $0.count > 2 * longestName } && !roles.contains(where: byline.contains)
    for word in isSignOff ? words.prefix(1) : words[...] {
      var rest = word[...]
      while let found = roles.first(where: { rest.hasPrefix($0) }) {
        role = found.hasPrefix("本报") ? String(found.dropFirst(2)) : found
        rest = rest.dropFirst(found.count)
      }
      // An office or a paper's word is no name.
      guard !rest.isEmpty, !endings.contains(String(rest)) else { continue }
      let isName =
        rest.count >= 2 && (rest.count <= longestName || rest.contains("·")) && rest.allSatisfy { $0 == "·" || $0.isHan }
      if isName, rest != "本报" { authors.append(Author(name: String(rest), role: role)) }
    }
    return authors
  }
}

extension Character {
  /// Whether it is a Han character of the basic plane.
  var isHan: Bool { utf16.allSatisfy(\.isHan) }
}
