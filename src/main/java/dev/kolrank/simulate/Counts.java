package dev.kolrank.simulate;

import java.math.BigDecimal;
import java.util.Locale;

/** Counts the way platforms show them. */
final class Counts {
  private static final long THOUSAND = 1_000;
  private static final long MILLION = 1_000_000;
  private static final long WAN = 10_000;
  private static final long YI = 100_000_000;

  private Counts() {}

  /** {@code 1.2万}, {@code 3.4亿}; below ten thousand every digit. */
  static Spelled<String> wan(long count) {
    if (count < WAN) {
      return plain(count);
    }
    return count < YI ? tenths(count, WAN, "万") : tenths(count, YI, "亿");
  }

  /** Like {@link #wan}, but nothing above {@code 10万+}. */
  static Spelled<String> capped(long count) {
    return count < 10 * WAN ? wan(count) : new Spelled<>("10万+", 10 * WAN, true, true);
  }

  /** {@code 10.9K}, {@code 3.4M}; below a thousand every digit. */
  static Spelled<String> letters(long count) {
    if (count < THOUSAND) {
      return plain(count);
    }
    return count < MILLION ? tenths(count, THOUSAND, "K") : tenths(count, MILLION, "M");
  }

  /** What a page shows as {@code 838.1K}, written out: 838100; below ten thousand every digit. */
  static Spelled<Long> shortened(long count) {
    if (count < WAN) {
      return Spelled.exact(count, count);
    }
    long value = letters(count).value();
    return Spelled.rounded(value, value);
  }

  /**
   * A count with all its digits where others leave out some: one that a page could have shown as
   * {@code 838.1K} looks rounded all the same.
   */
  static Spelled<Long> whole(long count) {
    boolean looks = count >= WAN && letters(count).value() == count;
    return new Spelled<>(count, count, looks, false);
  }

  /** What a page shows as {@code 5.3K}, written out: 5300; below a thousand every digit. */
  static Spelled<Long> abridged(long count) {
    Spelled<String> shown = letters(count);
    return new Spelled<>(shown.value(), shown.value(), shown.rounded(), false);
  }

  static Spelled<String> plain(long count) {
    return Spelled.exact(String.valueOf(count), count);
  }

  /** {@code 赞[74065]}. */
  static Spelled<String> labelled(String label, long count) {
    return Spelled.exact(label + "[" + count + "]", count);
  }

  /** {@code 1,234}. */
  static Spelled<String> grouped(long count) {
    return Spelled.exact(String.format(Locale.ROOT, "%,d", count), count);
  }

  /** {@code 7,33,31,38,580}: the last three digits, and the others by twos. */
  static Spelled<String> indian(long count) {
    String digits = String.valueOf(count);
    int end = digits.length() - 3;
    StringBuilder text = new StringBuilder(digits.substring(Math.max(0, end)));
    for (; end > 0; end -= 2) {
      text.insert(0, ',').insert(0, digits.substring(Math.max(0, end - 2), end));
    }
    return Spelled.exact(text.toString(), count);
  }

  /** Rounded down to three significant digits, as YouTube shows subscribers. */
  static Spelled<String> threeDigits(long count) {
    long unit = 1;
    while (count / unit >= THOUSAND) {
      unit *= 10;
    }
    long kept = count / unit * unit;
    return new Spelled<>(String.valueOf(kept), kept, kept >= THOUSAND, false);
  }

  private static Spelled<String> tenths(long count, long unit, String letter) {
    long tenths = count / (unit / 10);
    String text = BigDecimal.valueOf(tenths, 1).stripTrailingZeros().toPlainString();
    return Spelled.rounded(text + letter, tenths * (unit / 10));
  }
}
