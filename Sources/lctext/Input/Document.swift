internal import LCText

/// One document of the input.
struct Document: Sendable {
  /// Its number in the input, from 1.
  var number = 0
  /// The file it comes from; `-` for standard input.
  var path: String
  /// Its line in a file of many documents, from 1.
  var line: Int?
  /// Its name: given in the input, or its line's number, or its file's path.
  var id: String
  /// Its headline, where the input gives one.
  var title: Text?
  /// The issue it belongs to, where the input gives one.
  var issue: String?
  /// What it says.
  var text: Text
  /// Where its lines stand on the image, where OCR tells it.
  var lines: [LineGeometry] = []
  /// The encoding it was read in.
  var encoding: TextEncoding
  /// Of a document that is a piece of a file (``DocumentStream/isInPieces``): whether its first line goes on from the piece
  /// before, and whether its last goes on in the next.
  var isContinued = false
  var isCut = false

  /// A failure at this document.
  func failure(_ status: ExitStatus, _ message: String) -> Failure {
    Failure(status, path: path, line: line, message)
  }
}
