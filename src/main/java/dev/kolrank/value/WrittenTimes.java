package dev.kolrank.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads times whose year stands last or nowhere: mail headers, Twitter, US dates, "Nov 20, 2026",
 * "20.11.2026", "18.15.10". With full stops the day comes first, with slashes the month.
 */
final class WrittenTimes {

  private static final String CLOCK = "(\\d{1,2}):(\\d{2})(?::(\\d{2}))?";
  private static final Pattern MAIL =
      Pattern.compile(
          "(?:[A-Za-z]{3},? +)?(\\d{1,2}) ([A-Za-z]{3}) (\\d{4}) " + CLOCK + " ?([A-Z0-9:+-]*)");
  private static final Pattern TWITTER =
      Pattern.compile(
          "[A-Za-z]{3} ([A-Za-z]{3}) +(\\d{1,2}) " + CLOCK + " ([A-Z0-9:+-]+) (\\d{4})");
  private static final Pattern US =
      Pattern.compile(
          "(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})(?:,? +" + CLOCK + "(?: ?([AaPp])[Mm])?)?");
  private static final String OR_CLOCK = "(?:,?(?: at)? +" + CLOCK + "(?: ?([AaPp])[Mm])?)?";
  private static final Pattern MONTH_FIRST =
      Pattern.compile("([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4})" + OR_CLOCK);
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})\\.? ([A-Za-z]{3,9})\\.?,? (\\d{4})" + OR_CLOCK);
  private static final Pattern DOTTED =
      Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})" + OR_CLOCK);
  private static final Pattern TRENDING = Pattern.compile("(\\d{2})\\.(\\d{1,2})\\.(\\d{1,2})");
  private static final Pattern DAY_MONTH = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final List<String> FULL =
      Arrays.stream(Month.values()).map(m -> m.name().toLowerCase(Locale.ROOT)).toList();

  private WrittenTimes() {}

  /** The instant, or null where the text is of another kind. */
  static Instant parse(String text, Instant seenAt, ZoneId zone) {
    if (text.indexOf('/') > 0) {
      return us(text, zone);
    }
    Instant named = named(text, zone);
    if (named != null || text.indexOf(':') > 0) {
      return named;
    }
    Matcher day = DAY_MONTH.matcher(text);
    if (day.matches()) {
      LocalDate date = latest(number(day.group(2)), number(day.group(1)), seenAt, zone);
      return date == null ? null : date.atStartOfDay(zone).toInstant();
    }
    Matcher m = TRENDING.matcher(text);
    return m.matches()
        ? instant(
            IsoTimes.date(2000 + number(m.group(1)), number(m.group(3)), number(m.group(2))),
            LocalTime.MIDNIGHT,
            zone)
        : null;
  }

  /** Those whose four digits of the year stand last, or before the time of day. */
  private static Instant named(String text, ZoneId zone) {
    Matcher m = MAIL.matcher(text);
    Instant mail = m.matches() ? mail(m, zone) : null;
    if (mail != null) {
      return mail;
    }
    m = MONTH_FIRST.matcher(text);
    if (m.matches()) {
      return instant(date(m.group(3), m.group(1), m.group(2)), orMidnight(m), zone);
    }
    m = DAY_FIRST.matcher(text);
    if (m.matches()) {
      return instant(date(m.group(3), m.group(2), m.group(1)), orMidnight(m), zone);
    }
    m = DOTTED.matcher(text);
    if (m.matches()) {
      LocalDate date = IsoTimes.date(number(m.group(3)), number(m.group(2)), number(m.group(1)));
      return instant(date, orMidnight(m), zone);
    }
    return twitter(text);
  }

  /** The latest such day that is not after the one on which it was seen, or null. */
  static LocalDate latest(int month, int day, Instant seenAt, ZoneId zone) {
    if (seenAt == null) {
      return null;
    }
    LocalDate today = seenAt.atZone(zone).toLocalDate();
    for (int back = 0; back <= 8; back++) {
      LocalDate date = IsoTimes.date(today.getYear() - back, month, day);
      if (date != null && !date.isAfter(today)) {
        return date;
      }
    }
    return null;
  }

  private static Instant mail(Matcher m, ZoneId zone) {
    ZoneId named = m.group(7).isEmpty() ? zone : Zones.parse(m.group(7));
    return instant(date(m.group(3), m.group(2), m.group(1)), clock(m, 4), named);
  }

  private static Instant twitter(String text) {
    Matcher m = TWITTER.matcher(text);
    return m.matches()
        ? instant(date(m.group(7), m.group(1), m.group(2)), clock(m, 3), Zones.parse(m.group(6)))
        : null;
  }

  private static Instant us(String text, ZoneId zone) {
    Matcher m = US.matcher(text);
    if (!m.matches()) {
      return null;
    }
    int year = number(m.group(3)) + (m.group(3).length() == 2 ? 2000 : 0);
    LocalDate date = IsoTimes.date(year, number(m.group(1)), number(m.group(2)));
    return instant(date, orMidnight(m), zone);
  }

  /** The time of day in the groups from the fourth on, "AM" or "PM" in the seventh. */
  private static LocalTime orMidnight(Matcher m) {
    LocalTime time = m.group(4) == null ? LocalTime.MIDNIGHT : clock(m, 4);
    return time == null ? null : halfDay(time, m.group(7));
  }

  /** The time of day with "AM" or "PM" applied, or null where the two contradict. */
  static LocalTime halfDay(LocalTime time, String half) {
    if (half == null) {
      return time;
    }
    if (time.getHour() == 0 || time.getHour() > 12) {
      return null;
    }
    boolean afternoon = half.equalsIgnoreCase("p");
    return time.withHour(time.getHour() % 12 + (afternoon ? 12 : 0));
  }

  /** Hour, minute and second from three groups of which the last may be absent. */
  static LocalTime clock(Matcher m, int group) {
    String second = m.group(group + 2);
    return IsoTimes.time(
        number(m.group(group)), number(m.group(group + 1)), second == null ? 0 : number(second), 0);
  }

  private static LocalDate date(String year, String month, String day) {
    return IsoTimes.date(number(year), month(month.toLowerCase(Locale.ROOT)), number(day));
  }

  /** The number of the month with that name or its first three letters; 0 where there is none. */
  private static int month(String name) {
    int month = MONTHS.indexOf(name.substring(0, 3)) + 1;
    boolean known = name.length() == 3 || name.equals("sept");
    return known || (month > 0 && FULL.get(month - 1).equals(name)) ? month : 0;
  }

  private static Instant instant(LocalDate date, LocalTime time, ZoneId zone) {
    return date == null || time == null || zone == null
        ? null
        : date.atTime(time).atZone(zone).toInstant();
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
