internal import LCDuplicates
public import LCLexicon
internal import LCSegmentation
public import LCTextModel

/// Rebuilds newspaper pages from their scans: printed lines become paragraphs, headlines find their bodies, stray copies
/// are set aside, and every character keeps its place.
///
///     let page = try PageReader().page(of: text)
///     page.articles.first?.headline?.string
///
/// The stages: blocks are compared and copies set aside (``Page/duplicates``); each printed line gets a role by the best
/// course of roles over the page; bodies get the headings above or below them, whichever the page does; and the text of
/// each is cleaned by reversible edits (``Page/edits``). A page without a dateline, credit or masthead is no newspaper's:
/// it comes out as one article of kind `other`, unchanged.
public struct PageReader: Sendable {
  let seam: Seam
  private let finder = DuplicateFinder()
  let rejected: Set<EditReason>

  /// Makes a reader.
  ///
  /// - Parameter rejected: kinds of changes that are not made.
  /// - Throws: ``LexiconError`` when the program's own word list is damaged.
  public init(rejecting rejected: Set<EditReason> = []) throws(LexiconError) {
    self.rejected = rejected
    seam = Seam(words: try .embedded(), pairs: try .embedded())
  }

  /// The page of a text. Complexity: O(n log n) for n units.
  ///
  /// - Parameters:
  ///   - text: its lines, as a scan has them.
  ///   - lines: where the lines stand on the image, from 0; may be empty.
  public func page(of text: Text, lines: [LineGeometry] = []) -> Page {
    let (rows, blocks) = RowReader.read(text, lines)
    let repeated = RepeatedBlocks(blocks, seam: seam, finder: finder, in: text)
    let kept = rows.filter { !repeated.copies.contains($0.block) }
    var assembly = PageAssembly(text: text, seam: seam, rejected: rejected)
    if Self.isNewspaper(kept) {
      add(kept, to: &assembly)
    } else {
      assembly.addOther(blocks.indices.filter { !repeated.copies.contains($0) }.map { blocks[$0] })
    }
    for copy in repeated.copies.sorted() { assembly.add(.duplicate, range: blocks[copy].range) }
    return assembly.page(blocks: blocks, duplicates: repeated.found)
  }

  /// Adds the rows of a newspaper's page, in the order they are to be read in.
  private func add(_ rows: [Row], to assembly: inout PageAssembly) {
    let scores = RoleScores(rows: rows, text: assembly.text, seam: seam)
    let roles = RolePath.best(scores)
    let order = BlockOrder.result(scores, roles)
    var sections = PageSections(rows, roles)
    if order.isChange {
      let scores = RoleScores(rows: order.rows, text: assembly.text, seam: seam, breaks: order.breaks)
      sections = PageSections(order.rows, RolePath.best(scores))
    }
    sections.partCaptions(in: assembly.text)
    assembly.add(
      sections, ArticleGrouping(sections, .infer(sections, in: assembly.text), in: assembly.text), order: order.confidence)
  }

  private static func isNewspaper(_ rows: [Row]) -> Bool {
    rows.contains {
      !$0.traits.isDisjoint(with: [.hasDateline, .isCredit, .isMasthead, .isStaff])
    }
  }
}
