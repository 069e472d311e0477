package dev.kolrank.value;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Reads points in time, in every form that crawlers leave behind. */
public final class Times {

  private static final int LONGEST = 80;
  private static final long FROM_SECOND = Instant.parse("2004-01-01T00:00:00Z").getEpochSecond();
  private static final long TO_SECOND = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();

  private Times() {}

  /**
   * The instant that the text states, or null where it states none.
   *
   * @param text an epoch in s, ms or µs of 2004 to 2099, a date, a date with time, or a time
   *     relative to the crawl
   * @param seenAt when the crawler saw the text; without it (null) relative times and days without
   *     a year are null
   * @param zone the zone of what names none; null means UTC
   */
  public static Instant parse(String text, Instant seenAt, ZoneId zone) {
    if (text == null) {
      return null;
    }
    String value = unquoted(text);
    if (value.isEmpty() || value.length() > LONGEST) {
      return null;
    }
    ZoneId local = zone == null ? ZoneOffset.UTC : zone;
    Instant seen = isPlausible(seenAt) ? seenAt : null;
    Instant time = read(value, seen, local);
    if (time != null) {
      return time;
    }
    String bare = RelativeTimes.bare(value);
    return bare.length() == value.length() ? null : read(bare, seen, local);
  }

  private static Instant read(String value, Instant seenAt, ZoneId zone) {
    if (value.isEmpty()) {
      return null;
    }
    Instant time = epoch(value);
    if (time == null) {
      time = IsoTimes.parse(value, zone);
    }
    if (time == null) {
      time = WrittenTimes.parse(value, seenAt, zone);
    }
    return time == null && seenAt != null ? RelativeTimes.parse(value, seenAt, zone) : time;
  }

  /** Seconds with or without a fraction, milliseconds or microseconds, told apart by size. */
  private static Instant epoch(String value) {
    int length = value.length();
    long number = 0;
    int i = 0;
    for (; i < length && i < 17 && isDigit(value.charAt(i)); i++) {
      number = number * 10 + value.charAt(i) - '0';
    }
    if (i < 10 || !isEpochEnd(value, i)) {
      return null;
    }
    if (isSecond(number)) {
      return Instant.ofEpochSecond(number);
    }
    if (i < length) {
      return null;
    }
    if (isSecond(number / 1_000)) {
      return Instant.ofEpochMilli(number);
    }
    return isSecond(number / 1_000_000)
        ? Instant.ofEpochSecond(number / 1_000_000, number % 1_000_000 * 1_000)
        : null;
  }

  /** Nothing, or a fraction as Python's time() has it; the fraction of a second is not kept. */
  private static boolean isEpochEnd(String value, int from) {
    if (from == value.length()) {
      return true;
    }
    if (value.charAt(from) != '.' || from + 1 == value.length()) {
      return false;
    }
    for (int i = from + 1; i < value.length(); i++) {
      if (!isDigit(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSecond(long second) {
    return second >= FROM_SECOND && second < TO_SECOND;
  }

  private static boolean isPlausible(Instant seenAt) {
    return seenAt != null && seenAt.getEpochSecond() >= 0 && seenAt.getEpochSecond() < TO_SECOND;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Without blanks and quotes around: JSON inside CSV is quoted twice or thrice. */
  private static String unquoted(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isQuote(text.charAt(start))) {
      start++;
    }
    while (end > start && isQuote(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '\\' || Blanks.isBlank(c);
  }
}
