internal import LCText

/// A form that digests are written in.
///
/// Pages are rendered by themselves, on several threads; a writer puts an issue's pages together, in order.
protocol DigestForm: Sendable {
  /// A page's parts, ready to be written.
  func render(_ document: Document, _ digest: PageDigest) -> any Sendable
  /// A writer of an issue.
  func writer(_ name: String?) -> any IssueWriter
}

/// Writes an issue: its pages one by one, of which it keeps no more than it must, and at the end what concerns all.
protocol IssueWriter: AnyObject {
  /// Takes the next page, or article given as a record, as its form rendered it.
  func add(_ document: Document, _ rendered: any Sendable) throws
  /// Writes it all.
  func finish(_ issue: IssueEnd, to file: OutputFile) throws
}
