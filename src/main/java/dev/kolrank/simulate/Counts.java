package dev.kolrank.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Counts the way platforms show them. */
final class Counts {
  private static final long WAN = 10_000;
  private static final long YI = 100_000_000;

  private Counts() {}

  /** {@code 1.2万}, {@code 3.4亿}; below ten thousand every digit. */
  static String wan(long count) {
    if (count < WAN) {
      return String.valueOf(count);
    }
    return count < YI ? tenths(count, WAN) + "万" : tenths(count, YI) + "亿";
  }

  /** Like {@link #wan}, but nothing above {@code 10万+}. */
  static String capped(long count) {
    return count < 10 * WAN ? wan(count) : "10万+";
  }

  /** Rounded down to three significant digits, as YouTube shows subscribers. */
  static long threeDigits(long count) {
    long unit = 1;
    while (count / unit >= 1_000) {
      unit *= 10;
    }
    return count / unit * unit;
  }

  private static String tenths(long count, long unit) {
    return BigDecimal.valueOf(count)
        .divide(BigDecimal.valueOf(unit), 1, RoundingMode.DOWN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
