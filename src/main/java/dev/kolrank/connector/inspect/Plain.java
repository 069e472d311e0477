package dev.kolrank.connector.inspect;

/** Crawled text made safe for a line of a terminal or of a comment. */
final class Plain {
  private static final int LONGEST = 60;

  private Plain() {}

  /** One line without control characters, cut to 60 characters. */
  static String line(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
