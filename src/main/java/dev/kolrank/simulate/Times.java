package dev.kolrank.simulate;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in the spellings of the formats, from epoch seconds. */
final class Times {
  private static final DateTimeFormatter CHINA =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx").withZone(ZoneOffset.ofHours(8));
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter CHINA_LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.ofHours(8));
  private static final DateTimeFormatter CHINA_MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.ofHours(8));
  private static final DateTimeFormatter CHINA_DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(ZoneOffset.ofHours(8));
  private static final DateTimeFormatter SPACED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter FILE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd_HH-mm-ss").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter AMERICAN =
      DateTimeFormatter.ofPattern("M/d/uu H:mm").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter NEW_YORK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss zzz", Locale.US)
          .withZone(ZoneId.of("America/New_York"));
  private static final int CHINA_AHEAD = 8 * 3_600;

  private Times() {}

  /** {@code 2024-01-01T12:00:00}, in China. */
  static String chinaLocal(long at) {
    return CHINA_LOCAL.format(Instant.ofEpochSecond(at));
  }

  /** {@code 2024-01-01 12:00}, in China. */
  static String chinaMinute(long at) {
    return CHINA_MINUTE.format(Instant.ofEpochSecond(at));
  }

  /** {@code 2024-01-01}, in China. */
  static String chinaDate(long at) {
    return CHINA_DATE.format(Instant.ofEpochSecond(at));
  }

  /** The beginning of the day in China. */
  static long chinaDay(long at) {
    return day(at + CHINA_AHEAD) - CHINA_AHEAD;
  }

  /** The beginning of the day. */
  static long day(long at) {
    return at / Timeline.DAY * Timeline.DAY;
  }

  /** {@code 2024-01-01}. */
  static String date(long at) {
    return iso(at).substring(0, "2024-01-01".length());
  }

  /** {@code 20240101}. */
  static String digits(long at) {
    return date(at).replace("-", "");
  }

  /** {@code 2024-01-01 04:00:00}. */
  static String spaced(long at) {
    return SPACED.format(Instant.ofEpochSecond(at));
  }

  /** {@code 2024-01-01 04:00:00+00:00}. */
  static String offset(long at) {
    return spaced(at) + "+00:00";
  }

  /** {@code 2024-01-01_04-00-00}. */
  static String file(long at) {
    return FILE.format(Instant.ofEpochSecond(at));
  }

  /** {@code 2024-01-01 23:00:00 EST}. */
  static String newYork(long at) {
    return NEW_YORK.format(Instant.ofEpochSecond(at));
  }

  /** {@code 1/31/24 4:00}. */
  static String american(long at) {
    return AMERICAN.format(Instant.ofEpochSecond(at));
  }

  /** {@code 2024-01-01 12:00:00+08:00}. */
  static String china(long at) {
    return CHINA.format(Instant.ofEpochSecond(at));
  }

  /** {@code 2024-01-01T04:00:00Z}. */
  static String iso(long at) {
    return Instant.ofEpochSecond(at).toString();
  }

  /** {@code 2024-01-01T04:00:00.000Z}. */
  static String isoMillis(long at) {
    return MILLIS.format(Instant.ofEpochSecond(at));
  }
}
