import LCLexicon
import Testing

struct UnitAlphabetTests {
  private let alphabet = UnitAlphabet(characters: Array("的城，".utf16))

  @Test func runsAreOneUnit() {
    #expect(alphabet.units(of: "城2023年".utf16) == nil)
    #expect(alphabet.units(of: "城2023的GDP".utf16) == [5, UnitAlphabet.digits, 4, UnitAlphabet.latin])
  }

  @Test func fullWidthFormsAreThoseOfASCII() {
    let ascii = UnitAlphabet(characters: Array("的,".utf16))
    #expect(ascii.units(of: "，１２ａ的".utf16) == [5, UnitAlphabet.digits, UnitAlphabet.latin, 4])
  }

  @Test func numbersStayBelowTheLimit() {
    let many = UnitAlphabet(characters: (0x4E00...0x9FFF).map { UInt16($0) })
    #expect(many.count == UnitAlphabet.limit)
  }
}
