internal import LCLexicon
internal import LCTextModel

/// Makes copies to learn from: a part of one passage put inside another, and characters of both replaced as OCR does.
struct QuotationGenerator {
  private static let noises = [0.0, 0.02, 0.05, 0.1]
  private static let lengths = 48...110
  /// Of so many passages one is quoted.
  private static let step = 300

  private var random = TrainingRandom(seed: 1)
  private let alphabet: [UInt16]

  /// - Parameter passages: what is quoted, and whose characters are taken for others.
  init(_ passages: [Passage]) {
    alphabet = passages.prefix(2_000).flatMap { $0.text.units[$0.range].filter { $0 >= 0x2E80 && Fold.table[Int($0)] != 0 } }
  }

  /// Passages two by two: the second quotes the first.
  mutating func pairs(of passages: [Passage]) -> [Passage] {
    var result: [Passage] = []
    for number in stride(from: 1, to: passages.count, by: Self.step) where !alphabet.isEmpty {
      let (quoted, host) = (passages[number], passages[number - 1])
      let length = Int.random(in: Self.lengths, using: &random)
      guard quoted.range.count > length, host.range.count > 20 else { continue }
      let start = Int.random(in: 0...(quoted.range.count - length), using: &random)
      let place = Int.random(in: 0...host.range.count, using: &random)
      let noise = Self.noises.randomElement(using: &random) ?? 0
      var units = Array(host.text.units[host.range])
      units.insert(contentsOf: quoted.text.units[quoted.range].dropFirst(start).prefix(length), at: place)
      result.append(noisy(Array(quoted.text.units[quoted.range]), noise))
      result.append(noisy(units, noise))
    }
    return result
  }

  private mutating func noisy(_ units: [UInt16], _ noise: Double) -> Passage {
    var result = ContiguousArray<UInt16>()
    for unit in units {
      let draw = Double.random(in: 0..<1, using: &random)
      switch draw {
      case ..<(noise * 0.8): result.append(alphabet.randomElement(using: &random) ?? unit)
      case ..<(noise * 0.9): break
      case ..<noise: result += [unit, alphabet.randomElement(using: &random) ?? unit]
      default: result.append(unit)
      }
    }
    return Passage(Text(units: result))
  }
}
