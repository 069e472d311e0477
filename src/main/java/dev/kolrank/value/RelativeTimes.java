package dev.kolrank.value;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times that mean something only at the crawl: "3天前", "昨天 12:30", "05-11", "5h". */
final class RelativeTimes {

  private static final Set<String> NOW = Set.of("刚刚", "刚才", "剛剛", "just now", "now");
  private static final Pattern HAN_AGO =
      Pattern.compile("(\\d{1,5}) *(秒[钟鐘]?|分[钟鐘]?|个?小时|個?小時|天|日|[周週]|个?星期|[个個]?月|年)[之以]?前");
  private static final Pattern AGO =
      Pattern.compile(
          "(\\d{1,5}|an?) *(s|m|h|d|w|mo|y|(?:sec|min|hr|hour|second|minute|day|wk|week|month|year"
              + "|yr)s?) +ago(?: \\(edited\\))?",
          CASE_INSENSITIVE);
  private static final Pattern SHORT =
      Pattern.compile("(\\d{1,5})(s|m|min|h|hr|d|w|mo|y)", CASE_INSENSITIVE);
  private static final String CLOCK = "(?:(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?: ?([AaPp])[Mm])?)?";
  private static final Pattern DAY =
      Pattern.compile("(今天|昨天|前天|today|yesterday)(?:,? at)? *" + CLOCK, CASE_INSENSITIVE);
  private static final Pattern MONTH_DAY =
      Pattern.compile("(\\d{1,2})(?:-(\\d{1,2})|月(\\d{1,2})[日号])(?: *" + CLOCK + ")");
  private static final Pattern PREFIX =
      Pattern.compile("(?:edited|posted|published)(?: on)? |(?:编辑|发布|更新)于 *", CASE_INSENSITIVE);
  private static final int LONGEST_PLACE = 8;

  private RelativeTimes() {}

  /** The text without what apps put around a time: "Edited on", "编辑于", a place, "来自 …". */
  static String bare(String text) {
    Matcher prefix = PREFIX.matcher(text);
    int start = prefix.lookingAt() ? prefix.end() : 0;
    int source = text.indexOf(" 来自", start);
    int end = Blanks.end(text, start, source < 0 ? text.length() : source);
    int place = end;
    while (place > start && isHan(text.charAt(place - 1))) {
      place--;
    }
    boolean placed =
        place > start && end - place <= LONGEST_PLACE && Blanks.isBlank(text.charAt(place - 1));
    return Blanks.strip(text.substring(start, placed ? place : end));
  }

  /** The instant, or null where the text is of another kind. */
  static Instant parse(String text, Instant seenAt, ZoneId zone) {
    if (NOW.contains(text.toLowerCase(Locale.ROOT))) {
      return seenAt;
    }
    ZonedDateTime seen = seenAt.atZone(zone);
    for (Pattern pattern : new Pattern[] {HAN_AGO, AGO, SHORT}) {
      Matcher m = pattern.matcher(text);
      if (m.matches()) {
        return ago(seen, m.group(1), m.group(2).toLowerCase(Locale.ROOT));
      }
    }
    Matcher day = DAY.matcher(text);
    if (day.matches()) {
      return at(seen.toLocalDate().minusDays(daysBack(day.group(1))), day, 2, zone);
    }
    Matcher m = MONTH_DAY.matcher(text);
    if (!m.matches()) {
      return null;
    }
    int number = Integer.parseInt(m.group(2) == null ? m.group(3) : m.group(2));
    return at(WrittenTimes.latest(Integer.parseInt(m.group(1)), number, seenAt, zone), m, 4, zone);
  }

  private static Instant ago(ZonedDateTime seen, String number, String unit) {
    long n = number.charAt(0) > '9' ? 1 : Long.parseLong(number);
    ZonedDateTime time =
        switch (unit.charAt(unit.charAt(0) == '个' || unit.charAt(0) == '個' ? 1 : 0)) {
          case 's', '秒' -> seen.minusSeconds(n);
          case 'm', '分' -> unit.startsWith("mo") ? seen.minusMonths(n) : seen.minusMinutes(n);
          case 'h', '小' -> seen.minusHours(n);
          case 'd', '天', '日' -> seen.minusHours(24 * n);
          case 'w', '周', '週', '星' -> seen.minusHours(7 * 24 * n);
          case '月' -> seen.minusMonths(n);
          default -> seen.minusYears(n);
        };
    return time.toInstant();
  }

  private static int daysBack(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "今天", "today" -> 0;
      case "昨天", "yesterday" -> 1;
      default -> 2;
    };
  }

  private static Instant at(LocalDate date, Matcher m, int group, ZoneId zone) {
    if (date == null) {
      return null;
    }
    if (m.group(group) == null) {
      return date.atStartOfDay(zone).toInstant();
    }
    LocalTime clock = WrittenTimes.clock(m, group);
    LocalTime time = clock == null ? null : WrittenTimes.halfDay(clock, m.group(group + 3));
    return time == null ? null : date.atTime(time).atZone(zone).toInstant();
  }

  private static boolean isHan(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
