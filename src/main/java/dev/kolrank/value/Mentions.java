package dev.kolrank.value;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds mentions: the handles after '@', in any script. */
final class Mentions {

  private static final int LONGEST = 64;

  private Mentions() {}

  static List<String> find(String text) {
    int at = next(text, 0);
    if (at < 0) {
      return List.of();
    }
    Set<String> handles = new LinkedHashSet<>();
    while (at >= 0) {
      int end = end(text, at + 1);
      if (end > at + 1
          && end - at - 1 <= LONGEST
          && !isWithinAddress(text, at)
          && !text.startsWith("://", end)) {
        handles.add(text.substring(at + 1, end).toLowerCase(Locale.ROOT));
      }
      at = next(text, end);
    }
    return List.copyOf(handles);
  }

  /** The next '@' at or after {@code from}, or -1. */
  static int next(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '@' || text.charAt(i) == '＠') {
        return i;
      }
    }
    return -1;
  }

  /** The index after the handle: words, with single dots and hyphens inside. */
  static int end(String text, int from) {
    int end = Words.end(text, from);
    while (end > from
        && end + 1 < text.length()
        && (text.charAt(end) == '.' || text.charAt(end) == '-')
        && Words.isAsciiWord(text.charAt(end - 1))
        && Words.isAsciiWord(text.charAt(end + 1))) {
      end = Words.end(text, end + 1);
    }
    return end;
  }

  /** After a letter of a script with spaces the '@' belongs to a mail address, after '/' a link. */
  private static boolean isWithinAddress(String text, int at) {
    if (at == 0) {
      return false;
    }
    char before = text.charAt(at - 1);
    return (before < '\u2e80' && Character.isLetterOrDigit(before))
        || "/._%+-=".indexOf(before) >= 0;
  }
}
