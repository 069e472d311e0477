package dev.kolrank.value;

/** What counts as empty space: Unicode white space, no-break spaces and characters of no width. */
final class Blanks {

  private Blanks() {}

  static boolean isBlank(char c) {
    return c <= ' '
        || c == '\u00a0'
        || (c > '\u00ff' && (Character.isWhitespace(c) || Character.isSpaceChar(c) || isThin(c)));
  }

  /** The text without blanks at either end. */
  static String strip(String text) {
    int end = end(text, 0, text.length());
    int start = start(text, 0, end);
    return text.substring(start, end);
  }

  /** The first index in [from, to) that is not blank, else {@code to}. */
  static int start(String text, int from, int to) {
    int i = from;
    while (i < to && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** The index after the last character in [from, to) that is not blank, else {@code from}. */
  static int end(String text, int from, int to) {
    int i = to;
    while (i > from && isBlank(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  private static boolean isThin(char c) {
    return c == '\u200b' || c == '\u2060' || c == '\ufeff';
  }
}
