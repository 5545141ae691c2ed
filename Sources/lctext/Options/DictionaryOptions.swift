internal import ArgumentParser
internal import LCText

/// A dictionary of the user's own.
struct DictionaryOptions: ParsableArguments {
  @Option(
    name: .customLong("dictionary"),
    help: ArgumentHelp("Words that stay whole, one a line; a frequency and a tag may follow.", valueName: "file"),
    completion: .file())
  var path: String?

  /// The dictionary, if there is one; lines that cannot be used are told.
  func dictionary(_ reporter: Reporter) throws(Failure) -> UserDictionary? {
    guard let path else { return nil }
    let dictionary = UserDictionary(text: try LexiconFiles.decodedText(path))
    for problem in dictionary.problems { reporter.note("\(path):\(problem.line): \(problem.reason); left out") }
    return dictionary
  }
}
