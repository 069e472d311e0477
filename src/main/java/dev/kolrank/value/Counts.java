package dev.kolrank.value;

import java.util.Set;

/** Reads counts: "1,234", "7,33,31,38,580", "1.2万", "10w+", "3.4M", "赞[74065]", "534091.67". */
public final class Counts {

  /** Weibo and Xiaohongshu show the bare name of a button that nobody has pressed. */
  private static final Set<String> ZERO_WORDS = Set.of("赞", "点赞", "转发", "分享", "评论", "收藏");

  private static final int LONGEST_ZERO_WORD = 2;
  private static final int GREATEST_POWER = 12;
  private static final long OVERFLOW = -1;

  private Counts() {}

  /**
   * The count that the text states, or null where it states none: empty, hidden, negative, a
   * spreadsheet's error, exponent notation (its digits are lost) or beyond 2^63 - 1.
   *
   * <p>A full stop is always a decimal point; "1.234.567" could be read two ways, hence null.
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
    int end = Blanks.end(text, start, to);
    boolean censored = end > start && fold(text.charAt(end - 1)) == '+';
    if (censored) {
      end = Blanks.end(text, start, end - 1);
    }
    int digitsEnd = end;
    while (digitsEnd > start && power(text.charAt(digitsEnd - 1)) > 0) {
      digitsEnd--;
    }
    int power = power(text, digitsEnd, end);
    digitsEnd = Blanks.end(text, start, digitsEnd);
    if (power > GREATEST_POWER) {
      return null;
    }
    int point = point(text, start, digitsEnd);
    long whole = whole(text, start, point);
    if (whole == OVERFLOW || point == digitsEnd - 1) {
      return null;
    }
    return scaled(text, point + 1, digitsEnd, whole, power, censored);
  }

  /** The power of ten that the unit in [from, to) stands for; one Latin letter, or two Han. */
  private static int power(String text, int from, int to) {
    int units = to - from;
    if (units == 0) {
      return 0;
    }
    int last = power(text.charAt(to - 1));
    if (units == 1) {
      return last;
    }
    boolean pair = units == 2 && text.charAt(from) > 'z' && text.charAt(to - 1) > 'z';
    int first = power(text.charAt(from));
    return pair && first <= last ? first + last : GREATEST_POWER + 1;
  }

  private static int power(char c) {
    return switch (fold(c)) {
      case '十' -> 1;
      case '百' -> 2;
      case 'k', 'K', '千', '천' -> 3;
      case 'w', 'W', '万', '萬', '만' -> 4;
      case 'm', 'M' -> 6;
      case '亿', '億', '억' -> 8;
      case 'b', 'B' -> 9;
      default -> 0;
    };
  }

  private static int point(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (fold(text.charAt(i)) == '.') {
        return i;
      }
    }
    return to;
  }

  /** The digits before the point, grouped by nothing, by commas (2 or 3 digits) or by blanks. */
  private static long whole(String text, int from, int to) {
    long value = 0;
    int group = 0;
    char separator = 0;
    for (int i = from; i < to; i++) {
      char c = fold(text.charAt(i));
      if (c >= '0' && c <= '9') {
        value = appended(value, c - '0');
        group++;
        if (value == OVERFLOW) {
          return OVERFLOW;
        }
      } else {
        boolean opens = separator == 0 ? group >= 1 : separator == c && group >= (c == ',' ? 2 : 3);
        if ((c != ',' && c != ' ') || !opens || group > 3) {
          return OVERFLOW;
        }
        separator = c;
        group = 0;
      }
    }
    return group == 0 || (separator != 0 && group != 3) ? OVERFLOW : value;
  }

  private static Count scaled(
      String text, int from, int to, long whole, int power, boolean censored) {
    long value = whole;
    int place = 0;
    boolean up = false;
    boolean fraction = false;
    for (int i = from; i < to; i++) {
      int digit = fold(text.charAt(i)) - '0';
      if (digit < 0 || digit > 9) {
        return null;
      }
      if (place < power) {
        value = appended(value, digit);
      } else {
        up |= place == power && digit >= 5;
        fraction |= digit > 0;
      }
      place++;
    }
    for (; place < power; place++) {
      value = appended(value, 0);
    }
    if (value == OVERFLOW || (up && value == Long.MAX_VALUE)) {
      return null;
    }
    return new Count(up ? value + 1 : value, power > 0 || fraction, censored);
  }

  private static long appended(long value, int digit) {
    return value == OVERFLOW || value > (Long.MAX_VALUE - digit) / 10
        ? OVERFLOW
        : value * 10 + digit;
  }

  /** Full-width forms as ASCII, every blank as a space. */
  private static char fold(char c) {
    if (c >= '\uff01' && c <= '\uff5e') {
      return (char) (c - 0xfee0);
    }
    return Blanks.isBlank(c) ? ' ' : c;
  }
}
