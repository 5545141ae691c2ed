/// GB 18030 or Big5, by where their two-byte characters lie.
///
/// Nearly all characters of simplified text stand in the first level of GB 2312 (lead bytes B0 to D7, ordered by sound), and
/// nearly all of traditional text in the first level of Big5 (A4 to C6, half of them with a trail byte below 80). ICU's
/// detector weighs the same bytes by the frequency of a few hundred characters and, in samples of 30 characters with many
/// marks and digits, takes seven of a hundred for Korean or Japanese; this rule comes before it.
struct ChineseEvidence {
  /// Bytes that begin a character of two, by either encoding.
  private var pairs = 0
  private var gbCommon = 0
  private var gbLate = 0
  private var gbLowTrails = 0
  private var big5Common = 0
  private var big5LowTrails = 0

  /// Looks at a sample.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var place = 0
    while place < bytes.count {
      let lead = bytes[place]
      guard lead >= 0x80 else {
        place += 1
        continue
      }
      pairs += 1
      guard place + 1 < bytes.count else { break }
      countGB(lead, bytes[place + 1])
      countBig5(lead, bytes[place + 1])
      place += 2
    }
  }

  /// The encoding, where one of the two is beyond doubt.
  var encoding: TextEncoding? {
    // Korean (EUC-KR) fills B0 to C8 alone; Russian (KOI8-R) has no trail byte below C0.
    if pairs > 0, 10 * gbCommon >= 9 * pairs, 8 * gbLate >= pairs, 10 * gbLowTrails >= pairs { return .gb18030 }
    if pairs > 0, 10 * big5Common >= 9 * pairs, 5 * big5LowTrails >= pairs { return .big5 }
    return nil
  }

  private mutating func countGB(_ lead: UInt8, _ trail: UInt8) {
    guard trail >= 0xA1, trail <= 0xFE else { return }
    let isHan = lead >= 0xB0 && lead <= 0xD7
    if isHan || lead >= 0xA1 && lead <= 0xA3 { gbCommon += 1 }
    if isHan, lead >= 0xC9 { gbLate += 1 }
    if isHan, trail < 0xC0 { gbLowTrails += 1 }
  }

  private mutating func countBig5(_ lead: UInt8, _ trail: UInt8) {
    let isLow = trail >= 0x40 && trail <= 0x7E
    guard isLow || trail >= 0xA1 && trail <= 0xFE else { return }
    if lead >= 0xA1, lead <= 0xC6 { big5Common += 1 }
    if isLow { big5LowTrails += 1 }
  }
}
