package dev.kolrank.value;

import dev.kolrank.value.CountUnits.Unit;
import java.util.List;
import java.util.Set;

/**
 * Reads counts as platforms show them in many languages: "1,234", "1.234", "7,33,31,38,580",
 * "1.2万", "1,2 Mio.", "10w+", "3.4M", "赞[74065]", "534091.67".
 */
public final class Counts {

  /** Weibo and Xiaohongshu show the bare name of a button that nobody has pressed. */
  private static final Set<String> ZERO_WORDS = Set.of("赞", "点赞", "转发", "分享", "评论", "收藏");

  /** What says, before or behind a number, that it is a lower bound. */
  private static final List<String> OVER = List.of(">=", ">", "≥", "more than ", "over ", "超过");

  private static final List<String> OR_MORE = List.of("+", "or more", "以上", "多", "余");

  private static final int LONGEST_ZERO_WORD = 2;

  private Counts() {}

  /**
   * The count that the text states, or null where it states none: empty, hidden, negative, a
   * spreadsheet's error, exponent notation (its digits are lost), an upper bound, beyond 2^63 - 1,
   * or readable two ways.
   *
   * <p>A count has no fraction. Without a unit a lone full stop or comma before exactly three
   * digits therefore parts thousands; other fractions are those of averages, and are rounded. With
   * a unit it means what those write who use the unit: "12.345K" is 12,345, "1,234万" is 12,340,000,
   * and "1.234 Mio." or "1,234K" is null. "1.234,5" and "1,234.5" are 1,235, rounded.
   */
  public static Count parse(String text) {
    if (text == null) {
      return null;
    }
    int end = Blanks.end(text, 0, text.length());
    int start = Blanks.start(text, 0, end);
    if (start == end) {
      return null;
    }
    if (text.charAt(end - 1) == ']') {
      int open = text.indexOf('[', start);
      return isWord(text, start, open) ? number(text, open + 1, end - 1) : null;
    }
    if (end - start <= LONGEST_ZERO_WORD && ZERO_WORDS.contains(text.substring(start, end))) {
      return new Count(0, false, false);
    }
    return number(text, start, end);
  }

  private static boolean isWord(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return start < end;
  }

  private static Count number(String text, int start, int to) {
    int from = Blanks.start(text, behindBound(text, start, to), to);
    int end = Blanks.end(text, from, beforeBound(text, from, to));
    int digitsEnd = end;
    while (digitsEnd > from && !Numeral.isDigit(fold(text.charAt(digitsEnd - 1)))) {
      digitsEnd--;
    }
    Unit unit = CountUnits.of(text, digitsEnd, end);
    if (unit == null || digitsEnd == from) {
      return null;
    }
    Numeral numeral = new Numeral(text, from, digitsEnd);
    int point = numeral.point(unit);
    long whole = point < 0 ? Numeral.NONE : numeral.whole(point);
    boolean censored = from > Blanks.start(text, start, to) || end < Blanks.end(text, start, to);
    return whole == Numeral.NONE
        ? null
        : scaled(text, point + 1, digitsEnd, whole, unit.power(), censored);
  }

  private static int behindBound(String text, int from, int to) {
    for (String bound : OVER) {
      if (to - from > bound.length() && matches(text, from, bound)) {
        return from + bound.length();
      }
    }
    return from;
  }

  private static int beforeBound(String text, int from, int to) {
    for (String bound : OR_MORE) {
      int at = to - bound.length();
      if (at > from && matches(text, at, bound)) {
        return at;
      }
    }
    return to;
  }

  private static boolean matches(String text, int at, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.toLowerCase(fold(text.charAt(at + i))) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static Count scaled(
      String text, int from, int to, long whole, int power, boolean censored) {
    long value = whole;
    int place = 0;
    boolean up = false;
    boolean fraction = false;
    for (int i = from; i < to; i++) {
      int digit = fold(text.charAt(i)) - '0';
      if (place < power) {
        value = Numeral.appended(value, digit);
      } else {
        up |= place == power && digit >= 5;
        fraction |= digit > 0;
      }
      place++;
    }
    for (; place < power; place++) {
      value = Numeral.appended(value, 0);
    }
    if (value == Numeral.NONE || (up && value == Long.MAX_VALUE)) {
      return null;
    }
    return new Count(up ? value + 1 : value, power > 0 || fraction, censored);
  }

  /** Full-width forms as ASCII, every blank as a space. */
  static char fold(char c) {
    if (c >= '\uff01' && c <= '\uff5e') {
      return (char) (c - 0xfee0);
    }
    return Blanks.isBlank(c) ? ' ' : c;
  }
}
