/// A run of lines of a page between blank lines: what OCR or a PDF's text layer delivers as one piece.
public struct Block: Sendable, Hashable {
  /// The lines, from 0, of the page's text.
  public var lines: Range<Int>
  /// Where it stands in the page's text, in UTF-16 offsets, without the last line's end.
  public var range: Range<Int>

  /// Makes a block.
  public init(lines: Range<Int>, range: Range<Int>) {
    self.lines = lines
    self.range = range
  }
}

/// A part of a page that belongs to no article: a masthead, a column label, a staff box, a scrap.
public struct FurnitureItem: Sendable, Hashable {
  /// What it is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Name, date, numbers and publisher of the paper.
    case masthead
    /// The name of a column or series.
    case label
    /// The editors on duty.
    case staff
    /// A stray copy of a block that stands elsewhere.
    case duplicate
    /// A piece whose article is not on the page.
    case scrap
  }

  /// What it is.
  public var kind: Kind
  /// Its text and places.
  public var excerpt: Excerpt

  /// Makes an item.
  public init(kind: Kind, excerpt: Excerpt) {
    self.kind = kind
    self.excerpt = excerpt
  }
}

/// Two blocks of a page that repeat each other.
public struct RepeatedBlock: Sendable, Hashable {
  /// The numbers of the two blocks, from 0.
  public var a: Int, b: Int
  /// How they are alike; its ranges are in UTF-16 offsets of the page's text.
  public var match: DuplicateMatch

  /// Makes a pair.
  public init(a: Int, b: Int, match: DuplicateMatch) {
    self.a = a
    self.b = b
    self.match = match
  }
}

/// A newspaper page, rebuilt from its scan.
public struct Page: Sendable {
  /// The scan as it was read.
  public var source: Text
  /// What was changed inside articles, captions and furniture, against the source.
  public var edits: EditScript
  /// The blocks of the scan, in its order.
  public var blocks: [Block]
  /// The articles in reading order.
  public var articles: [Article]
  /// Captions that belong to a photograph of no article.
  public var captions: [Article]
  /// What belongs to no article.
  public var furniture: [FurnitureItem]
  /// Blocks that repeat each other.
  public var duplicates: [RepeatedBlock]
  /// What the page's head says; empty when it has none.
  public var masthead = Masthead()

  /// Makes a page.
  public init(
    source: Text, edits: EditScript, blocks: [Block], articles: [Article], captions: [Article], furniture: [FurnitureItem],
    duplicates: [RepeatedBlock]
  ) {
    self.source = source
    self.edits = edits
    self.blocks = blocks
    self.articles = articles
    self.captions = captions
    self.furniture = furniture
    self.duplicates = duplicates
  }
}
