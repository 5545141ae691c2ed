/// What the features of rankings have in common: numbers as steps, so that a linear model can bend, and each feature once more
/// by the size of the text.
public enum RankingFeatures {
  private static let sizes = ["short", "medium", "long"]

  /// Names, and after them the same once more for each size.
  public static func names(bySize plain: [String]) -> [String] {
    plain + sizes.flatMap { size in plain.map { "\($0)_if_\(size)" } }
  }

  /// How much greater the numbers of the features of a text's size are than the plain ones.
  ///
  /// - Parameters:
  ///   - length: the text's length.
  ///   - limits: the lengths from which a text is medium, and long.
  ///   - plainCount: the number of plain features.
  public static func sizeOffset(length: Int, limits: (medium: Int, long: Int), plainCount: Int) -> Int {
    plainCount * (length < limits.medium ? 1 : length < limits.long ? 2 : 3)
  }

  /// The number of the first limit that a value does not exceed; the number of limits when it exceeds all.
  @inlinable
  public static func step(_ value: Int, _ limits: [Int]) -> Int {
    limits.firstIndex { value <= $0 } ?? limits.count
  }
}
