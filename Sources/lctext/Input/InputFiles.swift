/// Finds the files that the arguments name.
enum InputFiles {
  /// The files of paths: a file or `-` as it is, a folder's files in name order, hidden ones left out.
  ///
  /// What cannot be read is reported, and the others go on.
  static func list(_ paths: [String], reporter: Reporter) -> [String] {
    var files: [String] = []
    for path in paths {
      do {
        files += try isFolder(path) ? walk(path, reporter: reporter) : [path]
      } catch {
        reporter.report(error)
      }
    }
    return files
  }

  private static func isFolder(_ path: String) throws(Failure) -> Bool {
    if path == "-" { return false }
    var information = stat()
    guard stat(path, &information) == 0 else { throw Failure(errno: errno, path: path, "read") }
    return information.st_mode & S_IFMT == S_IFDIR
  }

  private static func walk(_ folder: String, reporter: Reporter) throws(Failure) -> [String] {
    var files: [String] = []
    var pending = [folder]
    var hasUnreadable = false
    while let next = pending.popLast() {
      var subfolders: [String] = []
      for name in attempt(reporter, { () throws(Failure) in try names(in: next) }) ?? [] {
        let path = next.hasSuffix("/") ? next + name : "\(next)/\(name)"
        guard let isFolder = attempt(reporter, { () throws(Failure) in try isFolder(path) }) else {
          hasUnreadable = true
          continue
        }
        if isFolder { subfolders.append(path) } else { files.append(path) }
      }
      pending += subfolders.reversed()
    }
    guard !files.isEmpty || hasUnreadable else { throw Failure(.noInput, path: folder, "no files in this folder") }
    // Name order of whole paths, so that a folder's place among files does not depend on the walk.
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What `body` gives; when it fails that is reported, and `nil` comes back.
  private static func attempt<Result>(_ reporter: Reporter, _ body: () throws(Failure) -> Result) -> Result? {
    do {
      return try body()
    } catch {
      reporter.report(error)
      return nil
    }
  }

  private static func names(in folder: String) throws(Failure) -> [String] {
    guard let directory = opendir(folder) else { throw Failure(errno: errno, path: folder, "read") }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
