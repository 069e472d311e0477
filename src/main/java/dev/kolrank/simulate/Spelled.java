package dev.kolrank.simulate;

/**
 * A count as a file shows it, and what of it can be read there.
 *
 * @param text what stands in the file
 * @param value the count that it states, null where it states none
 * @param rounded whether digits are missing
 * @param censored whether it is only a lower bound
 */
record Spelled<T>(T text, Long value, boolean rounded, boolean censored) {

  /** A count of which every digit is told. */
  static <T> Spelled<T> exact(T text, long value) {
    return new Spelled<>(text, value, false, false);
  }

  static <T> Spelled<T> rounded(T text, long value) {
    return new Spelled<>(text, value, true, false);
  }

  /** What a source writes when it does not tell the count. */
  static <T> Spelled<T> unknown(T text) {
    return new Spelled<>(text, null, false, false);
  }
}
