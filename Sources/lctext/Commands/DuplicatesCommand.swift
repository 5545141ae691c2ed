internal import ArgumentParser
internal import LCText

/// `lctext duplicates`.
struct DuplicatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "Find passages that repeat each other.",
    discussion: """
      In plain files the blocks between blank lines are compared, within and across files; in lines, jsonl and tsv the \
      records.

      Example: lctext duplicates --fail-on-found seeds/
      """)

  /// How matches are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, jsonl
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "text: for a person; jsonl: a match a line, with its places.")
  var format: Format = .text

  @Option(help: "The unit of start and end in jsonl.")
  var offsets: OffsetUnit = .codepoints

  @Flag(help: "End with status 1 when anything repeats.")
  var failOnFound = false

  func run() throws {
    let (format, unit, failOnFound) = (format, offsets, failOnFound)
    try Job(input: input, output: output, unit: "documents").run { job in
      var collection = PassageCollection()
      while let document = job.stream.next() {
        collection.add(document)
        job.reporter.done()
      }
      let matches = DuplicateFinder().matches(among: collection.passages)
      var places = PlaceIndex(collection, unit: unit)
      for match in matches {
        switch format {
        case .text: try job.file.write(places.text(match))
        case .jsonl: try job.file.write(places.record(match))
        }
      }
      return failOnFound && matches.contains { $0.kind != .sameTemplate } ? .found : nil
    }
  }
}

/// The passages of all inputs and where they come from.
struct PassageCollection {
  /// The document a passage is of and its name.
  struct Source {
    var document: Int
    var id: String
  }

  private(set) var passages: [Passage] = []
  private(set) var sources: [Source] = []
  private(set) var documents: [Document] = []

  /// Adds a document: a record as one passage, a file's blocks one by one.
  mutating func add(_ document: Document) {
    let number = documents.count
    documents.append(document)
    if document.line != nil {
      passages.append(Passage(document.text))
      sources.append(Source(document: number, id: document.id))
      return
    }
    for (block, range) in Blocks.ranges(of: document.text).enumerated() {
      passages.append(Passage(document.text, range: range))
      sources.append(Source(document: number, id: "\(document.id)#\(block + 1)"))
    }
  }
}

/// Writes matches with their places; makes the index of a document's positions when it is first needed.
private struct PlaceIndex {
  private let collection: PassageCollection
  private let unit: OffsetUnit
  private var indices: [Int: Offsets] = [:]

  init(_ collection: PassageCollection, unit: OffsetUnit) {
    self.collection = collection
    self.unit = unit
  }

  private mutating func offsets(of passage: Int) -> Offsets {
    let document = collection.sources[passage].document
    if let known = indices[document] { return known }
    let offsets = Offsets(collection.documents[document].text, unit: unit)
    indices[document] = offsets
    return offsets
  }

  /// A range of a passage as a range of its document.
  private func range(_ range: Range<Int>, of passage: Int) -> Range<Int> {
    collection.passages[passage].place(of: range)
  }

  private mutating func line(_ offset: Int, of passage: Int) -> Int {
    if let line = collection.documents[collection.sources[passage].document].line { return line }
    return offsets(of: passage).line(offset)
  }

  mutating func record(_ match: DuplicateMatch) -> [UInt8] {
    let (aOffsets, bOffsets) = (offsets(of: match.a), offsets(of: match.b))
    let (a, b) = (range(match.aRange, of: match.a), range(match.bRange, of: match.b))
    let (aLine, bLine) = (line(a.lowerBound, of: match.a), line(b.lowerBound, of: match.b))
    var placed = match
    placed.aRange = a
    placed.bRange = b
    var json = JSONWriter()
    json.object { json in
      json.key("a")
      json.string(collection.sources[match.a].id)
      json.key("b")
      json.string(collection.sources[match.b].id)
      json.duplicate(placed, a: aOffsets, b: bOffsets, lines: (aLine, bLine))
    }
    json.newLine()
    return json.bytes
  }

  mutating func text(_ match: DuplicateMatch) -> String {
    let (a, b) = (range(match.aRange, of: match.a), range(match.bRange, of: match.b))
    let percent = Int((match.similarity * 100).rounded())
    let (first, second) = (document(match.a), document(match.b))
    return """
      \(first.path):\(line(a.lowerBound, of: match.a)) = \(second.path):\(line(b.lowerBound, of: match.b))  \
      \(match.kind.rawValue), \(percent) % of \(a.count) characters
        \(Excerpting.start(of: first.text, a, count: 36))

      """
  }

  private func document(_ passage: Int) -> Document {
    collection.documents[collection.sources[passage].document]
  }
}
