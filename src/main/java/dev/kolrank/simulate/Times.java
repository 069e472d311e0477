package dev.kolrank.simulate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times in the spellings of the formats, from epoch seconds. */
final class Times {
  private static final DateTimeFormatter CHINA =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx").withZone(ZoneOffset.ofHours(8));
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Times() {}

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
