/// Makes XML of HTML whose tags do not match: elements that are never closed in HTML are, end tags without a start are left out,
/// and what an outer end tag closes is closed before it. The XML parser reads the result.
enum HTMLMender {
  private static let void: Set<String> = ["meta", "br", "img", "hr", "link", "input", "col", "area", "base"]

  /// The mended document, with the lines of the old one. Complexity: O(bytes).
  static func mended(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    var open: [String] = []
    var place = 0
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        result.append(bytes[place])
        place += 1
        continue
      }
      let end = tagEnd(bytes, place)
      let tag = bytes[place..<end]
      place = end
      guard let name = name(tag) else {
        // A comment, a declaration, or a sign.
        if tag.count > 1, tag[tag.startIndex + 1] == UInt8(ascii: "!") || tag[tag.startIndex + 1] == UInt8(ascii: "?") {
          result += tag
        } else {
          result += Array("&lt;".utf8) + tag.dropFirst()
        }
        continue
      }
      if tag[tag.startIndex + 1] == UInt8(ascii: "/") {
        guard let depth = open.lastIndex(of: name) else {
          // Its lines are kept, so that places stay right.
          result += tag.filter { $0 == 0x0A }
          continue
        }
        for inner in open[(depth + 1)...].reversed() { result += Array("</\(inner)>".utf8) }
        open.removeSubrange(depth...)
        result += Array("</\(name)>".utf8)
      } else if tag.suffix(2).elementsEqual("/>".utf8) {
        result += tag
      } else if void.contains(name.lowercased()) {
        result += tag.dropLast() + Array("/>".utf8)
      } else {
        open.append(name)
        result += tag
      }
    }
    for name in open.reversed() { result += Array("</\(name)>".utf8) }
    return result
  }

  /// Where the tag or comment that starts at a place ends.
  private static func tagEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    let isComment = bytes[start...].starts(with: "<!--".utf8)
    var quote: UInt8?
    var place = start + (isComment ? 4 : 1)
    while place < bytes.count {
      let byte = bytes[place]
      if isComment {
        if byte == UInt8(ascii: ">"), bytes[start..<place].suffix(2).elementsEqual("--".utf8) { return place + 1 }
      } else if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return place + 1
      } else if byte == UInt8(ascii: "<") {
        return place
      }
      place += 1
    }
    return bytes.count
  }

  /// The name of a start or end tag.
  private static func name(_ tag: ArraySlice<UInt8>) -> String? {
    let content = tag.dropFirst().drop { $0 == UInt8(ascii: "/") }
    let name = content.prefix {
      ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-")
    }
    guard let first = name.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A, tag.last == UInt8(ascii: ">") else { return nil }
    return String(decoding: name, as: UTF8.self)
  }
}
