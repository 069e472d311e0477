package dev.kolrank.value;

import dev.kolrank.value.CountUnits.Unit;

/** Tells the digits of a written number apart from what parts its thousands and its fraction. */
final class Numeral {
  static final long NONE = -1;

  private static final int UNKNOWN = -1;
  private static final int GROUP = 3;

  private enum Before {
    NONE,
    SAME,
    OTHER
  }

  private final String text;
  private final int from;
  private final int to;

  /** The number written in [from, to). */
  Numeral(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  /**
   * The index of the fraction's separator, {@code to} where there is no fraction, negative where
   * the text can be read two ways.
   *
   * <p>The last separator is the fraction's where another kind stands before it, or where it stands
   * alone and what follows is not a group of three digits. A lone one before such a group means
   * what {@code unit} says.
   */
  int point(Unit unit) {
    int last = to - 1;
    while (last >= from && isDigit(at(last))) {
      last--;
    }
    if (last < from) {
      return to;
    }
    char separator = at(last);
    Before before = before(last, separator);
    if ((separator != '.' && separator != ',') || before == Before.SAME) {
      return to;
    }
    return before == Before.OTHER ? last : lone(last, unit, separator == '.');
  }

  private int lone(int last, Unit unit, boolean dot) {
    int digits = last - from;
    if (to - last - 1 == GROUP && digits <= GROUP && at(from) != '0') {
      return switch (dot ? unit.dot() : unit.comma()) {
        case THOUSANDS -> to;
        case FRACTION -> last;
        case UNKNOWN -> UNKNOWN;
      };
    }
    return dot || unit.decimalComma() || digits > GROUP ? last : UNKNOWN;
  }

  /** Which separators stand before the last one. */
  private Before before(int last, char separator) {
    Before found = Before.NONE;
    for (int i = from; i < last; i++) {
      char c = at(i);
      if (c == separator) {
        return Before.SAME;
      }
      found = isDigit(c) ? found : Before.OTHER;
    }
    return found;
  }

  /**
   * The number before {@code point}: grouped by nothing, by three digits, or as in India by two and
   * at last three, with commas; {@link #NONE} where it is none or too great.
   */
  long whole(int point) {
    long value = 0;
    int group = 0;
    char separator = 0;
    for (int i = from; i < point; i++) {
      char c = at(i);
      if (isDigit(c)) {
        value = appended(value, c - '0');
        group++;
        if (value == NONE) {
          return NONE;
        }
        continue;
      }
      boolean known = c == ',' || c == '.' || c == ' ' || c == '\'';
      boolean opens = separator == 0 ? group >= 1 : separator == c && group >= (c == ',' ? 2 : 3);
      if (!known || !opens || group > GROUP || at(from) == '0') {
        return NONE;
      }
      separator = c;
      group = 0;
    }
    return group == 0 || (separator != 0 && group != GROUP) ? NONE : value;
  }

  static long appended(long value, int digit) {
    return value == NONE || value > (Long.MAX_VALUE - digit) / 10 ? NONE : value * 10 + digit;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private char at(int i) {
    char c = Counts.fold(text.charAt(i));
    return c == '’' ? '\'' : c;
  }
}
