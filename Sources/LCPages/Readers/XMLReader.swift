internal import CExpat
internal import LCSegmentation
internal import LCTextModel

/// What is told while XML is read: elements by their local names.
protocol XMLHandler: AnyObject {
  func start(_ name: String, _ attributes: [String: String])
  func end(_ name: String)
  func text(_ text: String)
}

/// Reads XML with expat: nothing is fetched, entities of one's own are bounded by expat, depth by this.
final class XMLReader {
  /// The deepest nesting of elements.
  static let depthLimit = 200

  private let handler: any XMLHandler
  private var depth = 0
  private var isTooDeep = false
  private var parser: OpaquePointer?

  private init(_ handler: any XMLHandler) {
    self.handler = handler
  }

  /// Reads a whole document.
  ///
  /// - Throws: ``ScanError/malformed(line:column:reason:)``, ``ScanError/tooDeep(line:)``.
  /// - Complexity: O(bytes).
  static func read(_ bytes: [UInt8], _ handler: any XMLHandler) throws(ScanError) {
    try XMLReader(handler).read(bytes)
  }

  private func read(_ bytes: [UInt8]) throws(ScanError) {
    parser = XML_ParserCreate(nil)
    defer { XML_ParserFree(parser) }
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    // Named characters of HTML are then told as skipped, and are no error.
    XML_UseForeignDTD(parser, 1)
    XML_SetElementHandler(
      parser, { reader, name, attributes in XMLReader.of(reader)?.start(name, attributes) },
      { reader, name in XMLReader.of(reader)?.end(name) })
    XML_SetCharacterDataHandler(parser) { reader, start, count in
      guard let start else { return }
      let bytes = UnsafeRawBufferPointer(start: start, count: Int(count))
      XMLReader.of(reader)?.handler.text(String(decoding: bytes, as: UTF8.self))
    }
    XML_SetSkippedEntityHandler(parser) { reader, name, isParameter in
      guard isParameter == 0, let name else { return }
      XMLReader.of(reader)?.handler.text(XMLReader.namedCharacters[String(cString: name)] ?? "\u{FFFD}")
    }
    XML_SetUnknownEncodingHandler(parser, { _, name, info in XMLReader.singleByteEncoding(name, info) }, nil)
    let status = bytes.withUnsafeBytes { buffer in
      XML_Parse(parser, buffer.bindMemory(to: CChar.self).baseAddress, Int32(clamping: buffer.count), 1)
    }
    let line = Int(XML_GetCurrentLineNumber(parser))
    if isTooDeep { throw .tooDeep(line: line) }
    guard status != XML_STATUS_ERROR else {
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "not well-formed"
      throw .malformed(line: line, column: Int(XML_GetCurrentColumnNumber(parser)) + 1, reason: reason)
    }
  }

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLReader? {
    pointer.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(_ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    depth += 1
    guard depth <= Self.depthLimit else {
      isTooDeep = true
      XML_StopParser(parser, 0)
      return
    }
    var values: [String: String] = [:]
    var place = 0
    while let key = attributes?[place], let value = attributes?[place + 1] {
      values[Self.localName(key)] = String(cString: value)
      place += 2
    }
    if let name { handler.start(Self.localName(name), values) }
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    depth -= 1
    if let name, !isTooDeep { handler.end(Self.localName(name)) }
  }

  /// A name without its prefix.
  private static func localName(_ name: UnsafePointer<CChar>) -> String {
    let name = String(cString: name)
    return name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }

  /// Encodings of one byte that expat does not know, such as windows-1252; others have no table and end in an error.
  private static func singleByteEncoding(
    _ name: UnsafePointer<CChar>?, _ info: UnsafeMutablePointer<XML_Encoding>?
  ) -> Int32 {
    guard let name, let info, let encoding = try? TextEncoding(named: String(cString: name)) else { return 0 }
    let decoder = TextDecoder(encoding: encoding, isLossy: true)
    return withUnsafeMutableBytes(of: &info.pointee.map) { map in
      let map = map.bindMemory(to: Int32.self)
      for byte in 0..<256 {
        guard let text = try? decoder.decode([UInt8(byte)]).text, text.count == 1 else {
          if byte < 0x80 { return 0 }
          map[byte] = -1
          continue
        }
        map[byte] = text.units[0] == 0xFFFD ? -1 : Int32(text.units[0])
      }
      info.pointee.data = nil
      info.pointee.convert = nil
      info.pointee.release = nil
      return 1
    }
  }

  private static let namedCharacters = [
    "nbsp": " ", "mdash": "—", "ndash": "–", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "hellip": "…", "middot": "·",
    "times": "×", "copy": "©", "reg": "®", "deg": "°", "shy": "\u{AD}",
  ]
}
