package dev.kolrank.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * Reads times that begin with the year: ISO 8601 in all its dialects, "20240102", "2020年03月27日
 * 09:10". Scanned by hand: most texts are of this kind.
 */
final class IsoTimes {

  private final String text;
  private int at;

  private IsoTimes(String text) {
    this.text = text;
  }

  /** The instant, or null where the text is of another kind. */
  static Instant parse(String text, ZoneId zone) {
    return new IsoTimes(text).instant(zone);
  }

  /** The day at its start in the zone, or null where there is no such day. */
  static LocalDate date(int year, int month, int day) {
    if (month < 1 || month > 12 || !YearMonth.of(year, month).isValidDay(day)) {
      return null;
    }
    return LocalDate.of(year, month, day);
  }

  /** The time of day, or null where there is none such. */
  static LocalTime time(int hour, int minute, int second, int nano) {
    return hour > 23 || minute > 59 || second > 59
        ? null
        : LocalTime.of(hour, minute, second, nano);
  }

  private Instant instant(ZoneId zone) {
    int year = number(4);
    if (at != 4) {
      return null;
    }
    char separator = peek();
    if (isDigit(separator)) {
      return compact(year, zone);
    }
    if (separator != '-' && separator != '/' && separator != '.' && separator != '年') {
      return null;
    }
    at++;
    int month = number(2);
    char second = peek();
    boolean han = separator == '年';
    if (second != (han ? '月' : separator)) {
      return null;
    }
    at++;
    int day = number(2);
    if (han && (peek() == '日' || peek() == '号')) {
      at++;
    }
    LocalDate date = date(year, month, day);
    if (date == null) {
      return null;
    }
    return at == text.length() ? date.atStartOfDay(zone).toInstant() : timed(date, han, zone);
  }

  private Instant compact(int year, ZoneId zone) {
    int month = number(2);
    int day = number(2);
    LocalDate date = at == 8 && text.length() == 8 ? date(year, month, day) : null;
    return date == null ? null : date.atStartOfDay(zone).toInstant();
  }

  private Instant timed(LocalDate date, boolean han, ZoneId zone) {
    int before = at;
    if (peek() == 'T' || peek() == 't') {
      at++;
    } else {
      at = Blanks.start(text, at, text.length());
    }
    if (at == before && !han) {
      return null;
    }
    int hour = number(2);
    if (peek() != ':') {
      return null;
    }
    at++;
    int minute = exact(2);
    int second = 0;
    int nano = 0;
    if (peek() == ':') {
      at++;
      second = exact(2);
      nano = peek() == '.' || peek() == ',' ? fraction() : 0;
    }
    if (hour < 0 || minute < 0 || second < 0 || nano < 0) {
      return null;
    }
    LocalTime time = time(hour, minute, second, nano);
    return time == null ? null : zoned(date.atTime(time), zone);
  }

  private Instant zoned(LocalDateTime time, ZoneId zone) {
    at = Blanks.start(text, at, text.length());
    ZoneId named = at == text.length() ? zone : Zones.parse(text.substring(at));
    return named == null ? null : time.atZone(named).toInstant();
  }

  /** The nanoseconds after the point, of which nine digits count; -1 where there are none. */
  private int fraction() {
    at++;
    int nano = 0;
    int digits = 0;
    for (; isDigit(peek()); at++) {
      if (digits < 9) {
        nano = nano * 10 + peek() - '0';
        digits++;
      }
    }
    if (digits == 0) {
      return -1;
    }
    for (; digits < 9; digits++) {
      nano *= 10;
    }
    return nano;
  }

  private int exact(int digits) {
    int from = at;
    int number = number(digits);
    return at - from == digits ? number : -1;
  }

  /** The number of at most so many digits here, or -1. */
  private int number(int digits) {
    int from = at;
    int number = 0;
    while (at - from < digits && isDigit(peek())) {
      number = number * 10 + peek() - '0';
      at++;
    }
    return at == from ? -1 : number;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
