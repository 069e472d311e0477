package dev.kolrank.identity.name;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** Compares folded texts letter by letter. */
final class Spelling {
  private static final int LETTERS_PER_SLIP = 7;
  private static final int MOST_SLIPS = 3;
  private static final int SHORTEST_NAME = 4;
  private static final int SHORTEST_PART = 4;
  private static final int SHORTEST_EAST_ASIAN_PART = 3;
  private static final int SHORTEST_EAST_ASIAN_NAME = 2;

  private Spelling() {}

  /**
   * Whether so few letters differ that it may be a slip: one in seven of the shorter text, three at
   * most. Texts with different numbers are told apart by these.
   */
  static boolean isClose(String a, String b) {
    int slips = Math.min(MOST_SLIPS, Math.min(a.length(), b.length()) / LETTERS_PER_SLIP);
    return slips > 0
        && Math.abs(a.length() - b.length()) <= slips
        && new LevenshteinDistance(slips).apply(a, b) >= 0
        && digits(a).equals(digits(b));
  }

  /** Whether the shorter text stands inside the other and is long enough to tell something. */
  static boolean isInside(String a, String b) {
    String part = a.length() <= b.length() ? a : b;
    String whole = a.length() <= b.length() ? b : a;
    return isLong(part, SHORTEST_PART, SHORTEST_EAST_ASIAN_PART) && whole.contains(part);
  }

  /** Whether the shorter text has half as many signs as the other, or more. */
  static boolean isHalf(String a, String b) {
    int shorter = Math.min(Words.length(a), Words.length(b));
    return 2 * shorter >= Math.max(Words.length(a), Words.length(b));
  }

  /** Whether a text is long enough to be somebody's name. */
  static boolean isName(String text) {
    return isLong(text, SHORTEST_NAME, SHORTEST_EAST_ASIAN_NAME);
  }

  private static boolean isLong(String text, int letters, int eastAsian) {
    int least = text.codePoints().anyMatch(Scripts::isEastAsian) ? eastAsian : letters;
    return Words.length(text) >= least;
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }
}
