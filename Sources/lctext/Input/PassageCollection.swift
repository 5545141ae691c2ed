internal import LCText

/// The passages of all inputs and where they come from: a record is one passage, a page's blocks one each.
///
/// A record keeps 8 bytes and its name beside its characters, so that millions fit.
struct PassageCollection {
  /// Where a passage comes from.
  private struct Source {
    /// The number of its file.
    var file: Int32
    /// The line of a record; the place of a block in its page.
    var place: Int32
  }

  /// A file; a page's text is kept for its lines.
  private struct File {
    var path: String
    var page: Text?
  }

  /// The characters.
  private(set) var store = PassageStore()
  private var sources: ContiguousArray<Source> = []
  private var files: [File] = []
  private var names: ContiguousArray<UInt8> = []
  private var nameEnds: ContiguousArray<Int> = []
  private var known: Set<UInt64> = []
  /// Whether there are records.
  private(set) var hasRecords = false

  /// The number of passages.
  var count: Int { sources.count }

  /// Makes an empty collection.
  init() {}

  /// Reads all passages of a job's inputs; what cannot be used is reported.
  init(_ job: Job.Parts) {
    while let document = job.stream.next() {
      do throws(Failure) {
        try add(document)
        job.reporter.done()
      } catch {
        job.reporter.report(error)
      }
    }
    // Needed only while passages are added.
    known = []
  }

  /// How the passages are compared.
  func finderOptions(minLength: Int?, threads: Int) -> DuplicateFinder.Options {
    var options = DuplicateFinder.Options()
    // Short lines of a page repeat rightly: a headline and its lead, a column's label.
    options.minimumLength = minLength ?? (hasRecords ? 14 : options.minimumLength)
    options.threads = threads
    return options
  }

  /// Adds a document: a record as one passage, a page's blocks one by one.
  ///
  /// - Throws: `Failure` when the file has a record of the same name already.
  mutating func add(_ document: Document) throws(Failure) {
    guard store.count < PassageStore.limit - 1 << 16 else {
      throw document.failure(.badData, "more than \(PassageStore.limit) passages")
    }
    guard let line = document.line else { return addPage(document) }
    if files.last?.path != document.path { files.append(File(path: document.path)) }
    guard known.insert(hash(document.id)).inserted else {
      throw document.failure(.badData, "the id \"\(document.id)\" was given before; left out")
    }
    hasRecords = true
    store.append(document.text.units[...])
    append(document.id, place: line)
  }

  private mutating func addPage(_ document: Document) {
    files.append(File(path: document.path, page: document.text))
    for (block, range) in Blocks.ranges(of: document.text).enumerated() {
      store.append(document.text.units[range])
      append("\(document.id)#\(block + 1)", place: range.lowerBound)
    }
  }

  private mutating func append(_ name: String, place: Int) {
    names.append(contentsOf: name.utf8)
    nameEnds.append(names.count)
    sources.append(Source(file: Int32(files.count - 1), place: Int32(clamping: place)))
  }

  private func hash(_ id: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(files.count)
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  // MARK: - One passage

  /// The name of a passage.
  func id(_ passage: Int) -> String {
    String(decoding: names[(passage == 0 ? 0 : nameEnds[passage - 1])..<nameEnds[passage]], as: UTF8.self)
  }

  /// The file of a passage.
  func path(_ passage: Int) -> String { files[Int(sources[passage].file)].path }

  /// The number of the file of a passage, and its text when it is a page.
  func page(_ passage: Int) -> (file: Int, text: Text)? {
    let file = Int(sources[passage].file)
    return files[file].page.map { (file, $0) }
  }

  /// Where a passage begins in its page; 0 for a record.
  func start(_ passage: Int) -> Int { page(passage) == nil ? 0 : Int(sources[passage].place) }

  /// The line of a record.
  func recordLine(_ passage: Int) -> Int { Int(sources[passage].place) }

  /// The text of a passage.
  func text(_ passage: Int) -> Text { Text(units: ContiguousArray(store[passage])) }
}
