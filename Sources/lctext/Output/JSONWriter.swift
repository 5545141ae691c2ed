internal import LCText

/// Writes JSON as bytes, keys in the order given, straight from UTF-16.
///
/// The standard encoders build a tree and sort or shuffle keys; results here are large and flat, and their order is part of
/// what a person reads.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Writes `{…}`.
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(0x7B)
    body(&self)
    close(0x7D)
  }

  /// Writes `[…]` with one value for each element.
  mutating func array<Element>(_ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) -> Void) {
    open(0x5B)
    for element in elements { body(&self, element) }
    close(0x5D)
  }

  /// Writes a key; its value must follow.
  mutating func key(_ name: String) {
    comma()
    quoted(name.utf8)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Writes a string.
  mutating func string(_ value: String) {
    comma()
    quoted(value.utf8)
    needsComma = true
  }

  /// Writes a range of a text as a string.
  mutating func string(_ text: Text, _ range: Range<Int>) {
    comma()
    bytes.append(0x22)
    _ = transcode(text.units[range].makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false) {
      escaped($0)
    }
    bytes.append(0x22)
    needsComma = true
  }

  /// Writes an integer.
  mutating func number(_ value: Int) {
    comma()
    bytes.append(contentsOf: String(value).utf8)
    needsComma = true
  }

  /// Writes a number with at most six digits after the point, the same on every machine.
  mutating func number(_ value: Double) {
    comma()
    bytes.append(contentsOf: Self.shortest(value).utf8)
    needsComma = true
  }

  /// Writes `true` or `false`.
  mutating func boolean(_ value: Bool) {
    comma()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
    needsComma = true
  }

  /// Writes `null`.
  mutating func null() {
    comma()
    bytes.append(contentsOf: "null".utf8)
    needsComma = true
  }

  /// Ends a line of JSON Lines.
  mutating func newLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func open(_ bracket: UInt8) {
    comma()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func comma() {
    if needsComma { bytes.append(0x2C) }
  }

  private mutating func quoted(_ value: some Sequence<UInt8>) {
    bytes.append(0x22)
    for byte in value { escaped(byte) }
    bytes.append(0x22)
  }

  private mutating func escaped(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C: bytes += [0x5C, byte]
    case 0x0A: bytes += [0x5C, 0x6E]
    case 0x0D: bytes += [0x5C, 0x72]
    case 0x09: bytes += [0x5C, 0x74]
    case 0..<0x20, 0x7F:
      let digits = Array("0123456789abcdef".utf8)
      bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: bytes.append(byte)
    }
  }

  /// Rounded to six places; no exponent, no trailing zeros; a number that JSON cannot hold becomes 0.
  static func shortest(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "0" }
    let scaled = Int((abs(value) * 1_000_000).rounded())
    let whole = String(scaled / 1_000_000)
    let fraction = String(scaled % 1_000_000 + 1_000_000).dropFirst()
    guard let last = fraction.lastIndex(where: { $0 != "0" }) else { return value < 0 && scaled > 0 ? "-" + whole : whole }
    return (value < 0 ? "-" : "") + whole + "." + fraction[...last]
  }
}
