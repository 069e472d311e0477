package dev.kolrank.connector;

import dev.kolrank.value.Count;
import dev.kolrank.value.Counts;
import java.util.Locale;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** Counts as sources write them, on Spark's own values, as {@link Values} is for all else. */
public final class CountValues {
  /** Codes of counts that are none; a count's own code is not negative. */
  static final long HIDDEN = -1;

  static final long NEGATIVE = -2;
  static final long UNREADABLE = -3;

  /**
   * Nothing is counted in more than ten trillions: what is beyond is an id or a fault, and would
   * overflow sums.
   */
  private static final long GREATEST_COUNT = 10_000_000_000_000L;

  private CountValues() {}

  /**
   * A count and its flags in one number, {@code value * 4 + censored * 2 + rounded}; {@link
   * #HIDDEN}, {@link #NEGATIVE} or {@link #UNREADABLE} where the text says no count; null where it
   * says nothing.
   */
  public static Long countCode(UTF8String text) {
    long plain = PlainBytes.number(text);
    if (plain >= 0) {
      return plain <= GREATEST_COUNT ? plain * 4 : (Long) UNREADABLE;
    }
    String said = text.toString();
    Count count = Counts.parse(said);
    if (count != null && count.value() <= GREATEST_COUNT) {
      return count.value() * 4 + (count.censored() ? 2 : 0) + (count.rounded() ? 1 : 0);
    }
    return Values.textOf(text) == null ? null : (Long) noCount(said.strip());
  }

  private static long noCount(String said) {
    if (said.matches("-1(\\.0+)?")) {
      return HIDDEN;
    }
    return said.matches("(?s)-\\s*[0-9].*") ? NEGATIVE : UNREADABLE;
  }

  /** The first of the texts that can be read as a count; the first text when none can. */
  public static UTF8String firstCount(ArrayData texts) {
    UTF8String said = null;
    for (UTF8String text : Values.given(texts)) {
      if (Counts.parse(text.toString()) != null) {
        return text;
      }
      said = said == null ? text : said;
    }
    return said;
  }

  /**
   * The greatest of the counts that can be read: the one that means the whole where fields state
   * parts of it too. Of equal ones an exact count is taken.
   */
  public static UTF8String greatestCount(ArrayData texts) {
    UTF8String greatest = null;
    Count most = null;
    for (UTF8String text : Values.given(texts)) {
      Count count = Counts.parse(text.toString());
      if (count != null && (most == null || isMore(count, most))) {
        greatest = text;
        most = count;
      }
    }
    return greatest;
  }

  private static boolean isMore(Count count, Count than) {
    boolean exact = !count.rounded() && than.rounded();
    return count.value() > than.value() || (count.value() == than.value() && exact);
  }

  /** The sum of those counts that can be read, rounded or censored as soon as one of them is. */
  public static UTF8String countSum(ArrayData texts) {
    Count sum = null;
    for (UTF8String text : Values.given(texts)) {
      Count count = Counts.parse(text.toString());
      if (count != null) {
        sum = sum == null ? count : sum(sum, count);
      }
    }
    return sum == null ? null : text(sum);
  }

  private static Count sum(Count a, Count b) {
    long value = a.value() + b.value();
    return new Count(
        value < 0 ? Long.MAX_VALUE : value,
        a.rounded() || b.rounded(),
        a.censored() || b.censored());
  }

  /** A count that the source is known to round, though it writes every digit. */
  public static UTF8String roundedCount(UTF8String text) {
    Count count = Counts.parse(text.toString());
    return count == null ? text : text(new Count(count.value(), true, count.censored()));
  }

  /** A count written with every digit, though an app may have shown it as "12.3K". */
  public static UTF8String shortCount(UTF8String text) {
    Count count = Counts.parse(text.toString());
    return count == null || !count.isShort() ? text : roundedCount(text);
  }

  /**
   * A count written with every digit, though from {@code from} on the page shows no more than so
   * many digits of it and fills up with zeros.
   */
  public static UTF8String shortenedCount(UTF8String text, long from, long digits) {
    long plain = PlainBytes.number(text);
    if (plain >= 0 && plain < from) {
      return text;
    }
    Count count = Counts.parse(text.toString());
    boolean shortened =
        count != null && count.value() >= from && count.significantDigits() <= digits;
    return shortened ? roundedCount(text) : text;
  }

  /** A text that reads as this count. */
  private static UTF8String text(Count count) {
    String digits = Long.toString(count.value());
    if (count.rounded()) {
      digits = String.format(Locale.ROOT, "%d.%03dK", count.value() / 1000, count.value() % 1000);
    }
    return UTF8String.fromString(count.censored() ? digits + "+" : digits);
  }
}
