extension BoundaryModelData {
  /// What a place of the list adds to a boundary before its first character and inside its first two, in 24ths: as much as
  /// the strongest pairs of the training text have.
  private static let before: Int8 = 48
  private static let inside: Int8 = -96

  /// Favours places that the training text does not know: their first two characters begin a word and are not parted. What
  /// follows them is left to the model, so that 市 may belong to the place or to 市场.
  ///
  /// - Parameter text: the rows of `places.tsv`, a name each.
  /// - Throws: ``LexiconError/badRow(line:reason:)``.
  public mutating func favour(places text: String) throws(LexiconError) {
    let alphabet = UnitAlphabet(characters: characters)
    var keys: [UInt32] = []
    try ByteTable(text).forEachRow(fieldCount: 1) { (line, fields) throws(LexiconError) in
      guard let units = alphabet.units(of: fields.string(0).utf16), units.count >= 2 else {
        throw .badRow(line: line, reason: "a place has two characters of the alphabet or more")
      }
      keys.append(UInt32(units[0]) << 13 | UInt32(units[1]))
    }
    for key in keys {
      let base = weights.first?.pairs[key]
      for index in weights.indices {
        var row = weights[index].pairs[key] ?? base ?? [0, 0, 0, 0, 0, 0, 0, 0]
        row[1] = max(row[1], Self.before)
        row[2] = min(row[2], Self.inside)
        weights[index].pairs[key] = row
      }
    }
  }
}
