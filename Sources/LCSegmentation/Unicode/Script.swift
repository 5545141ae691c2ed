internal import CICUShim
public import LCTextModel

/// A script of the Unicode Standard.
public struct Script: Sendable, Hashable, CustomStringConvertible {
  /// ICU's number of the script, which does not change between versions.
  let number: Int32

  /// Characters of no script of their own: digits, punctuation.
  public static let common = Script(number: 0)
  /// Arabic.
  public static let arabic = Script(number: 2)
  /// Cyrillic.
  public static let cyrillic = Script(number: 8)
  /// Han characters.
  public static let han = Script(number: 17)
  /// Hangul.
  public static let hangul = Script(number: 18)
  /// Hiragana.
  public static let hiragana = Script(number: 20)
  /// Katakana.
  public static let katakana = Script(number: 22)
  /// Latin.
  public static let latin = Script(number: 25)
  /// Thai.
  public static let thai = Script(number: 38)

  init(number: Int32) {
    self.number = number
  }

  /// Makes a script of its four-letter ISO 15924 code or its long name (`Thai`, `Arab`, `Cyrillic`); `nil` for any other.
  public init?(name: String) {
    let number = lc_script_number(name)
    guard number >= 0 else { return nil }
    self.number = number
  }

  /// The four-letter ISO 15924 code.
  public var description: String { String(cString: lc_script_name(number)) }
}

/// A run of characters of one script.
public struct ScriptRun: Sendable, Hashable {
  /// Where it stands, in UTF-16 offsets.
  public var range: Range<Int>
  /// Its script; ``Script/common`` only when the whole text has no other.
  public var script: Script
}

extension ScriptRun {
  /// The script runs of a range of a text. Digits, punctuation and white space join the run before them, or the first run
  /// after them; joined, the runs give the range back.
  ///
  /// - Complexity: O(length of the range).
  public static func runs(in text: Text, range: Range<Int>? = nil) -> [ScriptRun] {
    let range = range ?? text.range
    return text.units.withUnsafeBufferPointer { all in
      let units = UnsafeBufferPointer(rebasing: all[range])
      let batch = 1024
      var runs: [ScriptRun] = []
      return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * batch) { buffer in
        let ends = UnsafeMutableBufferPointer(rebasing: buffer[..<batch])
        let scripts = UnsafeMutableBufferPointer(rebasing: buffer[batch...])
        var place = 0
        while place < units.count {
          let count = Int(
            lc_script_runs(
              units.baseAddress, Int32(units.count), Int32(place), ends.baseAddress, scripts.baseAddress, Int32(batch)))
          for index in 0..<count {
            let end = Int(ends[index])
            runs.append(
              ScriptRun(
                range: range.lowerBound + place..<range.lowerBound + end, script: Script(number: scripts[index])))
            place = end
          }
        }
        return runs
      }
    }
  }
}
