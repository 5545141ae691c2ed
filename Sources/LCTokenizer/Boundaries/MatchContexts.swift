internal import LCLexicon

/// The words of the lexicon that begin at each unit of a stretch, and from them what stands around each boundary and each
/// word.
///
/// A word of n units has *rank* n - 1; 0 stands for none, so that ranks fit the tables of ``BoundaryLayout``. The words that
/// begin at a unit are a byte with bit r - 1 for a word of rank r: what ends or stands at a boundary is then a matter of
/// shifting, masking and joining bytes, of eight units at once in one machine word and without a branch.
///
/// Whoever finds the words writes ``pairViews`` and calls ``begin(count:)``, ``add(_:_:view:)`` for longer words, and
/// ``finish(count:)``. It is a structure of pointers, so that the inner loops count no references; whoever makes it gives the
/// memory back with ``deallocate()``.
struct MatchContexts {
  /// The words of one list: of the general dictionary, or of the standard's text.
  struct List {
    /// The words that begin at each unit.
    fileprivate var words: UnsafeMutablePointer<UInt8>
    /// The rank of the longest of them; the rank of the longest word that stands over the boundary behind the unit.
    fileprivate var beginning: UnsafeMutablePointer<UInt8>
    fileprivate var covering: UnsafeMutablePointer<UInt8>
    /// The places of each boundary's `u` and `t` in the list's tables of contexts.
    var u: UnsafeMutablePointer<UInt8>
    var t: UnsafeMutablePointer<UInt8>
  }

  let dictionary: List
  let text: List
  /// The view of the two-unit word that begins at each unit; 0 for none.
  let pairViews: UnsafeMutablePointer<UInt8>
  /// What stands around that word: the last seven bits of its row.
  let pairSurroundings: UnsafeMutablePointer<UInt8>
  /// The words of both lists that begin at each unit, and those that end behind it.
  private let words: UnsafeMutablePointer<UInt8>
  private let ending: UnsafeMutablePointer<UInt8>
  /// The longest of the words that begin at each unit.
  private let longest: UnsafeMutablePointer<UInt8>
  private let bytes: UnsafeMutablePointer<UInt8>
  /// Before the first unit and behind the last there is room for a machine word.
  private static let margin = 16
  private static let width = 8
  private static let ranks = BoundaryLayout.longestWord - 1

  /// - Parameter capacity: the most units of a stretch.
  init(capacity: Int) {
    let stride = capacity + 3 * Self.margin
    bytes = .allocate(capacity: 15 * stride)
    bytes.initialize(repeating: 0, count: 15 * stride)
    let first = bytes + Self.margin
    let table = { (number: Int) in first + number * stride }
    let list = { (number: Int) in
      List(
        words: table(number), beginning: table(number + 1), covering: table(number + 2), u: table(number + 3),
        t: table(number + 4))
    }
    dictionary = list(0)
    text = list(5)
    pairViews = table(10)
    pairSurroundings = table(11)
    words = table(12)
    ending = table(13)
    longest = table(14)
  }

  func deallocate() {
    bytes.deallocate()
  }

  /// Begins a stretch of `count` units with the two-unit words of ``pairViews``.
  func begin(count: Int) {
    Self.store(0, pairViews, max(count &- 1, 0))
    var place = 0
    while place < count {
      let views = Self.load(pairViews, place)
      Self.store((views | views &>> 1) & Self.each(1), dictionary.words, place)
      Self.store(views &>> 3 & Self.each(1), text.words, place)
      place &+= Self.width
    }
    for list in [dictionary.words, text.words] {
      Self.store(0, list, count)
      Self.store(0, list, count &+ Self.width)
    }
  }

  /// Adds a word of three units and more.
  @inline(__always)
  func add(_ start: Int, _ count: Int, view: UInt8) {
    let bit: UInt8 = 1 &<< UInt8(truncatingIfNeeded: count &- 2)
    dictionary.words[start] |= view & 3 != 0 ? bit : 0
    text.words[start] |= view & 8 != 0 ? bit : 0
  }

  /// Works out what stands around boundaries and words.
  ///
  /// - Complexity: O(count).
  func finish(count: Int) {
    var place = 0
    // One machine word more, which boundaries and words at the end look into.
    while place < count &+ Self.width {
      let ending = surround(dictionary, place) | surround(text, place)
      let words = Self.load(dictionary.words, place) | Self.load(text.words, place)
      let upTo = Self.upToLongest(words)
      Self.store(ending, self.ending, place)
      Self.store(words, self.words, place)
      Self.store(upTo ^ upTo &>> 1 & Self.each(0x7F), longest, place)
      place &+= Self.width
    }
    place = 0
    while place < count {
      index(dictionary, place)
      index(text, place)
      surroundPairs(place)
      place &+= Self.width
    }
  }

  /// Finds the ranks around eight boundaries of a list.
  ///
  /// - Returns: the words that end behind each unit.
  @inline(__always)
  private func surround(_ list: List, _ place: Int) -> UInt64 {
    var ending: UInt64 = 0
    var covering: UInt64 = 0
    for distance in 0..<Self.ranks {
      // A word that begins here, or further back by less than its rank, stands over the boundary behind this unit.
      covering |= Self.load(list.words, place &- distance) & Self.each(0x1F &<< UInt8(truncatingIfNeeded: distance))
      ending |= Self.load(list.words, place &- distance &- 1) & Self.each(1 &<< UInt8(truncatingIfNeeded: distance))
    }
    Self.store(Self.rank(covering), list.covering, place)
    Self.store(Self.rank(Self.load(list.words, place)), list.beginning, place)
    // The rank of the ending words waits where the boundary's place will be.
    Self.store(Self.rank(ending), list.u, place)
    return ending
  }

  /// The places of eight boundaries in the tables of contexts.
  @inline(__always)
  private func index(_ list: List, _ place: Int) {
    let beginning = Self.load(list.beginning, place &+ 1)
    let covering = Self.load(list.covering, place)
    let coveringNext = Self.load(list.covering, place &+ 1)
    // Each digit of three is below six, and the whole below 216: no carry leaves its byte.
    Self.store(Self.load(list.u, place) &* 36 &+ beginning &* 6 &+ covering, list.u, place)
    Self.store(covering &* 36 &+ coveringNext &* 6 &+ beginning, list.t, place)
  }

  /// What stands around the words of two units that begin at eight units.
  @inline(__always)
  private func surroundPairs(_ place: Int) {
    let before = Self.rankUpToThree(Self.load(ending, place &- 1))
    let after = Self.rankUpToThree(Self.load(words, place &+ 2))
    var crossesStart: UInt64 = 0
    var covers = Self.load(words, place) & Self.each(0x1E)
    for distance in 0..<Self.ranks {
      let shift = UInt8(truncatingIfNeeded: distance)
      crossesStart |= Self.load(longest, place &- distance &- 1) & Self.each(1 &<< shift)
      covers |= Self.load(words, place &- distance &- 1) & Self.each((0x1E &<< shift) & 0x1F)
    }
    let crossesEnd = Self.isAny(Self.load(words, place &+ 1))
    let around =
      before &<< 5 | after &<< 3 | Self.isAny(crossesStart) &<< 2 | crossesEnd &<< 1 | Self.isAny(covers)
    Self.store(around, pairSurroundings, place)
  }

  /// The row of a word: its length and class, the longest words that end before it and begin behind it, and whether others
  /// stand over its start, over its end, or over all of it.
  func row(_ start: Int, _ count: Int, view: UInt8) -> Int {
    let own: UInt8 = 1 &<< UInt8(truncatingIfNeeded: count &- 2)
    var crossesStart: UInt8 = 0
    var covers: UInt8 = longest[start] > own ? 1 : 0
    var crossesEnd: UInt8 = 0
    for distance in 0..<Self.ranks {
      // How far the longest word from there goes beyond the start, as a bit like that of the word's rank, one above it.
      let beyond = longest[start &- distance &- 1] &>> UInt8(truncatingIfNeeded: distance)
      if beyond > own { covers = 1 }
      if beyond != 0, beyond <= own { crossesStart = 4 }
      if distance < count &- 1, words[start &+ count &- 1 &- distance] &>> UInt8(truncatingIfNeeded: distance) != 0 {
        crossesEnd = 2
      }
    }
    let before = Self.rank(ending[start &- 1])
    let after = Self.rank(words[start &+ count])
    let around = before &<< 5 | after &<< 3 | crossesStart | crossesEnd | covers
    let length = min(count, BoundaryLayout.lengthCount &+ 1) &- 2
    return (length &* WordClass.viewCount &+ Int(view)) &* 128 &+ Int(around)
  }

  // MARK: - Bytes in a machine word

  @inline(__always)
  private static func load(_ bytes: UnsafeMutablePointer<UInt8>, _ place: Int) -> UInt64 {
    UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self)
  }

  @inline(__always)
  private static func store(_ word: UInt64, _ bytes: UnsafeMutablePointer<UInt8>, _ place: Int) {
    UnsafeMutableRawPointer(bytes + place).storeBytes(of: word, as: UInt64.self)
  }

  /// A byte eight times.
  @inline(__always)
  private static func each(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// All bits of each byte of five bits up to its highest.
  @inline(__always)
  private static func upToLongest(_ words: UInt64) -> UInt64 {
    let two = words | words &>> 1 & each(0x0F)
    let four = two | two &>> 2 & each(0x07)
    return four | four &>> 4 & each(0x01)
  }

  /// The rank of the longest word of each byte.
  @inline(__always)
  private static func rank(_ words: UInt64) -> UInt64 {
    let bits = upToLongest(words)
    let pairs = (bits & each(0x15)) &+ (bits &>> 1 & each(0x05))
    return (pairs & each(0x03)) &+ (pairs &>> 2 & each(0x03)) &+ (pairs &>> 4 & each(0x01))
  }

  /// The same, up to three.
  @inline(__always)
  private static func rankUpToThree(_ words: UInt64) -> UInt64 {
    let bits = upToLongest(words)
    return (bits & each(1)) &+ (bits &>> 1 & each(1)) &+ (bits &>> 2 & each(1))
  }

  /// The rank of the longest word of a byte, up to three.
  @inline(__always)
  private static func rank(_ words: UInt8) -> UInt8 {
    words == 0 ? 0 : min(8 &- UInt8(truncatingIfNeeded: words.leadingZeroBitCount), 3)
  }

  /// 1 for each byte of five bits that is not zero.
  @inline(__always)
  private static func isAny(_ bytes: UInt64) -> UInt64 {
    (bytes &+ each(0x7F)) &>> 7 & each(1)
  }
}
