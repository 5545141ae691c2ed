#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// The functions of the C library's mathematics that scores are made of, under one name on every platform.
public enum Mathematics {
  /// The logarithm to base 2.
  public static func binaryLogarithm(_ x: Double) -> Double { log2(x) }
  /// The natural logarithm.
  public static func logarithm(_ x: Double) -> Double { log(x) }
  /// The natural logarithm of 1 + x.
  public static func logarithm(onePlus x: Float) -> Float { log1pf(x) }
  /// e to a power.
  public static func exponential(_ x: Double) -> Double { exp(x) }
  /// e to a power.
  public static func exponential(_ x: Float) -> Float { expf(x) }
  /// A number to a power.
  public static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}
