package dev.kolrank.connector.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Text of a crawled file made safe for a message: one short line without control characters. */
final class Shown {
  private static final int NAMES = 6;
  private static final int LONGEST_NAME = 40;

  private Shown() {}

  /** The text, cut to so many characters; what is not printable becomes a question mark. */
  static String text(String crawled, int longest) {
    var out = new StringBuilder();
    crawled.codePoints().limit(longest).forEach(c -> out.appendCodePoint(isPlain(c) ? c : '?'));
    return crawled.codePointCount(0, crawled.length()) > longest ? out + "…" : out.toString();
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** The first few of these names, with commas between them. */
  static String names(Collection<String> names) {
    List<String> shown = new ArrayList<>();
    for (String name : names) {
      if (shown.size() == NAMES) {
        shown.add("…");
        break;
      }
      shown.add(text(name, LONGEST_NAME));
    }
    return String.join(", ", shown);
  }
}
