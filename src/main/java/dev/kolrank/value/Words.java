package dev.kolrank.value;

import java.util.Set;

/** Which characters make up tags and handles, in any script. */
final class Words {

  private Words() {}

  /** The words of a list that blanks part; a word given twice is refused. */
  static Set<String> set(String words) {
    return Set.of(words.strip().split("\\s+", -1));
  }

  /** A letter, digit, mark, underscore, or a dot or joiner that words have inside. */
  static boolean isWord(int codePoint) {
    if (codePoint < 0x80) {
      return isAsciiWord(codePoint);
    }
    return Character.isLetterOrDigit(codePoint)
        || isMark(codePoint)
        || codePoint == '·'
        || codePoint == '・'
        || codePoint == '\u200c'
        || codePoint == '\u200d';
  }

  static boolean isAsciiWord(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  /** The index after the run of word characters from {@code from}. */
  static int end(String text, int from) {
    int i = from;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (!isWord(codePoint)) {
        return i;
      }
      i += Character.charCount(codePoint);
    }
    return i;
  }

  static boolean isWordAt(String text, int i) {
    return i < text.length() && isWord(text.codePointAt(i));
  }

  static boolean hasHan(String text, int from, int to) {
    return text.substring(from, to)
        .codePoints()
        .anyMatch(c -> c >= 0x2e80 && Character.isIdeographic(c));
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
