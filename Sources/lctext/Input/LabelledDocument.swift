internal import FoundationEssentials

/// A document that a ranking is learned from: a line of JSON with its text and what its headline or keywords should be.
struct LabelledDocument: Decodable {
  var text: String
  /// Its headline, in one of two names.
  var title: String?
  var summary: String?
  /// Its keywords.
  var keys: [String]?

  /// Calls `body` with each document of a file.
  ///
  /// - Parameter what: the names of what is needed, for a person.
  /// - Throws: ``Failure`` with the line that is none, or that `body` does not accept.
  static func forEach(in path: String, needing what: String, _ body: (LabelledDocument) -> Bool) throws(Failure) {
    let decoder = JSONDecoder()
    for (number, line) in try LexiconFiles.text(path).split(separator: "\n").enumerated() {
      guard let document = try? decoder.decode(LabelledDocument.self, from: Data(line.utf8)), body(document) else {
        throw Failure(.badData, path: path, line: number + 1, "no JSON object with \(what)")
      }
    }
  }
}
