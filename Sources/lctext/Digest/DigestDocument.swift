internal import LCText

/// Digests as documents for a person.
struct DocumentForm: DigestForm {
  let markup: any DigestMarkup

  /// A page or an article as it is written: in the body, as the copy of another, and in the contents.
  struct Part {
    var full: String
    var copy = ""
    var entry = ""
    /// Where an article stands.
    var place: DigestPlace?
  }

  func render(_ document: Document, _ digest: PageDigest) -> any Sendable {
    var reader = PageParts(document)
    var parts = [Part(full: markup.page(document.id, document.number), entry: markup.contentsPage(document.id, document.number))]
    for article in digest.articles {
      let said = reader.parts(of: article)
      parts.append(
        Part(
          full: markup.article(said), copy: markup.copy(said), entry: markup.entry(said),
          place: DigestPlace(label: "\(document.id) \(said.lines)", anchor: said.anchor)))
    }
    for (index, caption) in digest.page.captions.enumerated() {
      parts.append(Part(full: markup.caption(reader.parts(of: caption, number: digest.articles.count + index + 1))))
    }
    parts.append(Part(full: markup.rest(digest.page.furniture.map { reader.piece($0) })))
    let matches = digest.page.duplicates.map(\.match).filter { $0.kind != .sameTemplate }
    for group in DuplicateClusters(matches).groups {
      let ranges = group.map { digest.page.blocks[$0].range }
      let places = ranges.map { DigestPlace(label: reader.lineNumbers($0), anchor: reader.anchor(of: $0)) }
      let passage = RepeatedPassage(places: places, excerpt: Excerpting.quoted(document.text, ranges[0]))
      parts.append(Part(full: markup.repeated(passage, isOnOnePage: true)))
    }
    return parts
  }

  func writer(_ name: String?) -> any IssueWriter { DigestDocument(name, markup) }
}

/// An issue as a document for a person: what it is about, its contents, its articles page by page, and what repeats.
///
/// Pieces are written to spools as the pages come; which stories repeat is known at the end only, and of each story the
/// first is shown.
final class DigestDocument: IssueWriter {
  private let name: String?
  private let markup: any DigestMarkup
  private let body = Spool()
  private let entries = Spool()
  private var pages: [(id: String, number: Int, text: Text)] = []
  private var pieces: [Piece] = []

  /// Where a part was written.
  private struct Piece {
    var full: Range<Int>
    var copy: Range<Int>
    var entry: Range<Int>
    var place: DigestPlace?
  }

  init(_ name: String?, _ markup: any DigestMarkup) {
    self.name = name
    self.markup = markup
  }

  func add(_ document: Document, _ rendered: any Sendable) throws {
    pages.append((document.id, document.number, document.text))
    for part in rendered as? [DocumentForm.Part] ?? [] {
      try pieces.append(
        Piece(
          full: body.write(part.full.utf8), copy: body.write(part.copy.utf8), entry: entries.write(part.entry.utf8),
          place: part.place))
    }
  }

  func finish(_ issue: IssueEnd, to file: OutputFile) throws {
    let articles = pieces.indices.filter { pieces[$0].place != nil }
    // Of each story the first article is shown, and the others say where it is.
    var copies: Set<Int> = []
    var first: [Int: Int] = [:]
    var rest: [Int: ArraySlice<Int>] = [:]
    for story in issue.stories {
      let numbers = story.articles.map { articles[$0] }
      rest[numbers[0]] = numbers.dropFirst()
      copies.formUnion(numbers.dropFirst())
      for number in numbers.dropFirst() { first[number] = numbers[0] }
    }
    // One article's keywords stand with it, and it needs no contents.
    let isOne = articles.count <= 1
    let head = IssueHead(name: name, masthead: issue.masthead, keywords: isOne ? [] : issue.keywords.map(\.text))
    try file.write(markup.head(head))
    if !isOne {
      try file.write(markup.contents.start)
      try entries.copy(pieces.indices.filter { !copies.contains($0) }.map { pieces[$0].entry }, to: file)
      try file.write(markup.contents.end)
    }
    for (number, piece) in pieces.enumerated() {
      try body.copy([copies.contains(number) ? piece.copy : piece.full], to: file)
      let others = rest[number] ?? (piece.copy.isEmpty ? [] : first[number].map { [$0] } ?? [])
      if !others.isEmpty { try file.write(markup.copies(others.compactMap { pieces[$0].place })) }
    }
    try issue.forEachPassage(on: pages) { try file.write(markup.repeated($0, isOnOnePage: false)) }
    try file.write(markup.tail)
  }
}
