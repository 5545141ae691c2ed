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
    tagger = isTagging ? Tagger(tables: try .embedded(), boundaries: decoders.tables) : nil
  }

  /// A tokenizer with tables of one's own, to see what they are worth.
  init(tables: BoundaryTables, tags: TagTables? = nil) throws(SegmentationError) {
    standard = tables.standard
    decoders = DecoderPool(tables: tables)
    words = try WordSegmenter(locale: "zh")
    dictionary = nil
    tagger = tags.map { Tagger(tables: $0, boundaries: tables) }
  }

  /// The tokens of a range of a text, which joined give it back.
  ///
  /// - Parameters:
  ///   - text: the document.
  ///   - range: UTF-16 offsets; `nil` means the whole document.
  /// - Complexity: O(length of the range).
  public func tokens(in text: Text, range: Range<Int>? = nil) -> [Token] {
    let range = range ?? text.range
    var owned: [(token: Int, tag: PartOfSpeech)] = []
    // No more tokens than units; memory that is not written costs nothing.
    var tokens = [Token](unsafeUninitializedCapacity: range.count) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      var writer = TokenWriter(next: base)
      text.units.withUnsafeBufferPointer { all in
        var start = range.lowerBound
        for match in dictionary?.matches(in: UnsafeBufferPointer(rebasing: all[range])) ?? [] {
          let word = match.range.lowerBound + range.lowerBound..<match.range.upperBound + range.lowerBound
          write(text, start..<word.lowerBound, all, &writer)
          if let tag = match.tag.flatMap(PartOfSpeech.init(rawValue:)) { owned.append((writer.next - base, tag)) }
          writer.put(word, .word)
          start = word.upperBound
        }
        write(text, start..<range.upperBound, all, &writer)
      }
      count = writer.next - base
    }
    if let tagger { text.units.withUnsafeBufferPointer { tagger.tag(&tokens, in: $0) } }
    for (token, tag) in owned { tokens[token].tag = tag }
    return tokens
  }

  /// Where the next token goes, in memory that is large enough for all.
  private struct TokenWriter {
    var next: UnsafeMutablePointer<Token>

    @inline(__always)
    mutating func put(_ range: Range<Int>, _ kind: Token.Kind) {
      next.initialize(to: Token(range, kind: kind))
      next += 1
    }
  }

  /// Writes the tokens of a range without words of the user's dictionary.
  private func write(
    _ text: Text, _ range: Range<Int>, _ all: UnsafeBufferPointer<UInt16>, _ writer: inout TokenWriter
  ) {
    if range.isEmpty { return }
    let units = UnsafeBufferPointer(rebasing: all[range])
    CharacterClass.table.withUnsafeBufferPointer { classes in
      guard let classes = classes.baseAddress else { return }
      let offset = range.lowerBound
      decoders.withDecoder { decoder in
        RunScanner(units, classes: classes).forEachRun { run in
          switch run {
          case .space(let run): writer.put(run.lowerBound + offset..<run.upperBound + offset, .space)
          case .other(let run):
            for token in words.tokens(in: text, range: run.lowerBound + offset..<run.upperBound + offset) {
              writer.put(token.range, token.kind)
            }
          case .chinese(let run):
            decoder.forEachWord(in: UnsafeBufferPointer(rebasing: units[run]), alphabet: decoders.alphabet) { word, kind in
              let start = offset + run.lowerBound
              writer.put(Range(uncheckedBounds: (start &+ word.lowerBound, start &+ word.upperBound)), kind)
            }
          }
        }
      }
    }
  }
}
