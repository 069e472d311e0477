package dev.kolrank.value;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;

/** Reads the zone at the end of a time: "Z", "+0800", "+08:00", "UTC+8", "EST". */
final class Zones {

  /**
   * Abbreviations by hours from UTC. Those that mean several zones are left out (IST, BST); CST is
   * central North America, as in RFC 2822.
   */
  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("Z", 0),
          Map.entry("UT", 0),
          Map.entry("UTC", 0),
          Map.entry("GMT", 0),
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("WET", 0),
          Map.entry("CET", 1),
          Map.entry("CEST", 2),
          Map.entry("EET", 2),
          Map.entry("EEST", 3),
          Map.entry("MSK", 3),
          Map.entry("HKT", 8),
          Map.entry("JST", 9),
          Map.entry("KST", 9));

  private static final int LONGEST_NAME = 4;
  private static final int GREATEST_HOUR = 18;

  private Zones() {}

  /** The offset that the text names, or null. */
  static ZoneOffset parse(String text) {
    int sign = Math.max(text.indexOf('+'), text.indexOf('-'));
    if (sign < 0) {
      Integer hours = text.length() > LONGEST_NAME ? null : HOURS.get(upper(text));
      return hours == null ? null : ZoneOffset.ofHours(hours);
    }
    String prefix = upper(text.substring(0, sign));
    if (!prefix.isEmpty() && !prefix.equals("UTC") && !prefix.equals("GMT")) {
      return null;
    }
    return offset(text, sign);
  }

  private static ZoneOffset offset(String text, int sign) {
    int number = 0;
    int digits = 0;
    for (int i = sign + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':' && (digits == 1 || digits == 2)) {
        continue;
      }
      if (c < '0' || c > '9' || ++digits > 4) {
        return null;
      }
      number = number * 10 + c - '0';
    }
    if (digits == 0) {
      return null;
    }
    int hours = digits > 2 ? number / 100 : number;
    int minutes = digits > 2 ? number % 100 : 0;
    if (minutes > 59 || hours * 60 + minutes > GREATEST_HOUR * 60) {
      return null;
    }
    int seconds = (hours * 60 + minutes) * 60;
    return ZoneOffset.ofTotalSeconds(text.charAt(sign) == '-' ? -seconds : seconds);
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
