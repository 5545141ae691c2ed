/// The rows of a reviewable table: UTF-8 lines of fields separated by tabs; lines that begin with `#` and empty ones are
/// left out.
struct TableRows {
  /// A row and the line it stands on, from 1.
  struct Row {
    var line: Int
    var fields: [Substring]
  }

  let rows: [Row]

  /// - Parameters:
  ///   - table: the table's text.
  ///   - fieldCount: how many fields each row must have.
  init(_ table: String, fieldCount: Int) throws(LexiconError) {
    var rows: [Row] = []
    var line = 0
    for content in table.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      let content = content.last == "\r" ? content.dropLast() : content
      if content.isEmpty || content.first == "#" { continue }
      let fields = content.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == fieldCount else {
        throw .badRow(line: line, reason: "\(fields.count) fields instead of \(fieldCount)")
      }
      rows.append(Row(line: line, fields: fields))
    }
    self.rows = rows
  }
}
