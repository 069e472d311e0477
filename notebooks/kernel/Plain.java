package dev.kolrank.notebook;

/** Crawled text made safe to show: it is whatever strangers wrote. */
final class Plain {
  private static final int LONGEST = 160;

  private Plain() {}

  /** One line without control or direction characters, not too long. */
  static String line(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ").strip();
    int points = line.codePointCount(0, line.length());
    return points <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
  }

  /** The same with everything escaped that HTML could read. */
  static String html(String text) {
    return line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
