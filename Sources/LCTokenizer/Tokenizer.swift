public import LCLexicon
internal import LCSegmentation
public import LCTextModel

/// Cuts a text into words, numbers, punctuation and white space.
///
///     let text: Text = "聊城日报2023年"
///     try Tokenizer().tokens(in: text).map { text.string(in: $0.range) }  // ["聊城", "日报", "2023", "年"]
///
/// Chinese is cut by a lexicon and a trained model (``WordStandard`` says whose words), other languages by ICU. It is safe to
/// use from several threads at once.
public struct Tokenizer: Sendable {
  /// Whose words.
  public let standard: WordStandard
  private let decoders: DecoderPool
  private let words: WordSegmenter
  private let tagger: Tagger?
  private let dictionary: UserDictionary?

  /// Makes a tokenizer.
  ///
  /// - Parameters:
  ///   - standard: whose words.
  ///   - dictionary: words that stay whole, whatever the model says.
  ///   - isTagging: whether words get their parts of speech; without, a word's tag is `x`.
  /// - Throws: ``LexiconError`` when the program's own tables are damaged, ``SegmentationError/icu(operation:code:)`` when
  ///   ICU's data is missing.
  public init(standard: WordStandard = .news, dictionary: UserDictionary? = nil, isTagging: Bool = false) throws {
    self.standard = standard
    decoders = DecoderPool(tables: try .embedded(standard))
    words = try WordSegmenter(locale: "zh")
    self.dictionary = dictionary
    tagger = isTagging ? Tagger(tables: try .embedded(), alphabet: decoders.alphabet) : nil
  }

  /// The tokens of a range of a text, which joined give it back.
  ///
  /// - Parameters:
  ///   - text: the document.
  ///   - range: UTF-16 offsets; `nil` means the whole document.
  /// - Complexity: O(length of the range).
  public func tokens(in text: Text, range: Range<Int>? = nil) -> [Token] {
    let range = range ?? text.range
    var tokens: [Token] = []
    tokens.reserveCapacity(range.count * 2 / 3 + 1)
    text.units.withUnsafeBufferPointer { all in
      var owned: [(token: Int, tag: PartOfSpeech)] = []
      var start = range.lowerBound
      for match in dictionary?.matches(in: UnsafeBufferPointer(rebasing: all[range])) ?? [] {
        let word = match.range.lowerBound + range.lowerBound..<match.range.upperBound + range.lowerBound
        append(text, start..<word.lowerBound, all, &tokens)
        if let tag = match.tag.flatMap(PartOfSpeech.init(rawValue:)) { owned.append((tokens.count, tag)) }
        tokens.append(Token(word, kind: .word))
        start = word.upperBound
      }
      append(text, start..<range.upperBound, all, &tokens)
      tagger?.tag(&tokens, in: all)
      for (token, tag) in owned { tokens[token].tag = tag }
    }
    return tokens
  }

  /// Appends the tokens of a range without words of the user's dictionary.
  private func append(
    _ text: Text, _ range: Range<Int>, _ all: UnsafeBufferPointer<UInt16>, _ tokens: inout [Token]
  ) {
    if range.isEmpty { return }
    let units = UnsafeBufferPointer(rebasing: all[range])
    CharacterClass.table.withUnsafeBufferPointer { classes in
      guard let classes = classes.baseAddress else { return }
      let offset = range.lowerBound
      decoders.withDecoder { decoder in
        RunScanner(units, classes: classes).forEachRun { run in
          switch run {
          case .space(let run): tokens.append(Token(run.lowerBound + offset..<run.upperBound + offset, kind: .space))
          case .other(let run):
            tokens += words.tokens(in: text, range: run.lowerBound + offset..<run.upperBound + offset)
          case .chinese(let run):
            decoder.forEachWord(in: UnsafeBufferPointer(rebasing: units[run]), alphabet: decoders.alphabet) { word, kind in
              let start = offset + run.lowerBound
              tokens.append(Token(start + word.lowerBound..<start + word.upperBound, kind: kind))
            }
          }
        }
      }
    }
  }
}
