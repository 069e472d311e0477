package dev.kolrank.value;

/**
 * A number of people or acts, as a platform shows it.
 *
 * @param value the number; where {@code rounded}, the nearest one that the source tells
 * @param rounded the source gives fewer digits than the number has, as in "1.2万" or an average
 * @param censored the number is a lower bound, as in "10万+"
 */
public record Count(long value, boolean rounded, boolean censored) {

  /** Refuses what no count can be. */
  public Count {
    if (value < 0) {
      throw new IllegalArgumentException("a count is at least 0, got " + value);
    }
  }

  /** Whether an app that shows "12.3K" and "4.5M" would lose no digit of it. */
  public boolean isShort() {
    return value >= 10_000 && value % (value < 1_000_000 ? 100 : 100_000) == 0;
  }

  /** How many digits it has before the zeros at its end; none of zero. */
  public int significantDigits() {
    long rest = value;
    while (rest > 0 && rest % 10 == 0) {
      rest /= 10;
    }
    return rest == 0 ? 0 : Long.toString(rest).length();
  }
}
