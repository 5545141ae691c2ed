import LCDuplicates
import LCTestSupport
import LCTextModel
import Testing

/// Copies with characters replaced, as OCR leaves them.
struct NoisyCopyTests {
  /// Characters of the seeds that are compared, at random: texts that share nothing.
  private static func text(_ count: Int, _ alphabet: [UInt16], _ random: inout SeededRandom) -> [UInt16] {
    (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0x4E2D }
  }

  private static func alphabet() throws -> [UInt16] {
    Set(try Seeds.texts().flatMap { $0.units.filter { $0 > 0x4E00 && $0 < 0x9FA0 } }).sorted()
  }

  private static func noisy(_ text: [UInt16], _ share: Double, _ alphabet: [UInt16], _ random: inout SeededRandom) -> [UInt16] {
    text.map { Double.random(in: 0..<1, using: &random) < share ? alphabet.randomElement(using: &random) ?? $0 : $0 }
  }

  private static func passages(_ texts: [[UInt16]]) -> [Passage] {
    texts.map { Passage(Text(units: ContiguousArray($0))) }
  }

  @Test(arguments: [(noise: 0.0, tolerance: 0), (noise: 0.1, tolerance: 3)])
  func quotedPassagesAreFoundInTheirPlaces(noise: Double, tolerance: Int) throws {
    let alphabet = try Self.alphabet()
    var random = SeededRandom(seed: 11)
    var found = 0
    for _ in 0..<100 {
      let quoted = Self.text(80, alphabet, &random)
      let heads = [Int.random(in: 0...40, using: &random), Int.random(in: 0...40, using: &random)]
      let texts = heads.map { head in
        Self.noisy(
          Self.text(head, alphabet, &random) + quoted + Self.text(40 - head + 30, alphabet, &random), noise, alphabet, &random)
      }
      guard let match = DuplicateFinder().matches(among: Self.passages(texts)).first else { continue }
      found += 1
      for (range, head) in [(match.aRange, heads[0]), (match.bRange, heads[1])] {
        // What noise takes from the ends of a quotation nobody can know.
        let slack = tolerance + (noise > 0 ? 3 : 0)
        #expect(abs(range.lowerBound - head) <= slack)
        #expect(abs(range.upperBound - head - 80) <= slack)
      }
    }
    #expect(found >= 90)
  }

  @Test func threadsAndRunsGiveTheSame() throws {
    let alphabet = try Self.alphabet()
    var random = SeededRandom(seed: 5)
    var texts: [[UInt16]] = []
    for _ in 0..<200 {
      let text = Self.text(80, alphabet, &random)
      texts.append(Self.noisy(text, 0.1, alphabet, &random))
      texts.append(Self.noisy(text, 0.1, alphabet, &random))
    }
    var options = DuplicateFinder.Options()
    let one = DuplicateFinder(options: options).matches(among: Self.passages(texts))
    options.threads = 4
    #expect(DuplicateFinder(options: options).matches(among: Self.passages(texts)) == one)
    #expect(one.count >= 198)
    #expect(one.allSatisfy { $0.b == $0.a + 1 && $0.a % 2 == 0 })
  }

  @Test func manyEqualPassagesStayLinear() throws {
    let alphabet = try Self.alphabet()
    var random = SeededRandom(seed: 3)
    let text = Self.text(60, alphabet, &random)
    let matches = DuplicateFinder().matches(among: Self.passages(Array(repeating: text, count: 20_000)))
    #expect(matches.count == 19_999)
    #expect(matches.allSatisfy { $0.kind == .exact && $0.a == 0 })
  }

  @Test func copiesOfACopyShareItsMatches() throws {
    let alphabet = try Self.alphabet()
    var random = SeededRandom(seed: 9)
    let text = Self.text(80, alphabet, &random)
    let matches = DuplicateFinder().matches(among: Self.passages([text, text, Self.noisy(text, 0.1, alphabet, &random)]))
    #expect(matches.map { [$0.a, $0.b] } == [[0, 1], [0, 2], [1, 2]])
    #expect(matches.map(\.kind) == [.exact, .near, .near])
  }

  @Test func aLongPassageIsNoTrouble() throws {
    let alphabet = try Self.alphabet()
    var random = SeededRandom(seed: 21)
    let long = Self.text(400_000, alphabet, &random)
    let part = Array(long[200_000..<200_100])
    let match = try #require(DuplicateFinder().matches(among: Self.passages([long, part])).first)
    #expect(match.kind == .contained)
    #expect(match.aRange == 200_000..<200_100)
  }
}
