package dev.kolrank.value;

import java.util.Locale;
import java.util.Set;

/** Takes HTML tags out of a text; what merely looks like one ("&lt;3", "&lt;Artist&gt;") stays. */
final class Markup {

  private static final Set<String> BREAKS =
      Set.of("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr");
  private static final Set<String> INLINE =
      Words.set(
          """
          a b i u s em strong span img font code pre small sub sup mark del ins ul ol table
          tbody thead td th video audio iframe figure figcaption section article label button
          input script style svg noscript html body head link meta
          """);
  private static final int LONGEST_NAME = 10;

  private Markup() {}

  /** The text without tags; line breaks and the ends of blocks become "\n". */
  static String strip(String text) {
    int open = text.indexOf('<');
    if (open < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (open >= 0) {
      int end = end(text, open);
      String name = end < 0 || text.charAt(end) != '>' ? null : name(text, open, end);
      if (name != null) {
        out.append(text, from, open);
        if (BREAKS.contains(name) && (name.endsWith("r") || text.charAt(open + 1) == '/')) {
          out.append('\n');
        }
        from = end + 1;
      }
      open = end < 0 ? -1 : text.indexOf('<', name == null ? Math.max(end, open + 1) : end);
    }
    return out.append(text, from, text.length()).toString();
  }

  /** The next '<' or '>', or -1: a tag holds no other tag. */
  private static int end(String text, int open) {
    for (int i = open + 1; i < text.length(); i++) {
      if (text.charAt(i) == '>' || text.charAt(i) == '<') {
        return i;
      }
    }
    return -1;
  }

  /** The tag's name in lower case, "!--" for a comment, or null where it is no tag. */
  private static String name(String text, int open, int end) {
    int from = text.charAt(open + 1) == '/' ? open + 2 : open + 1;
    if (text.startsWith("!--", from)) {
      return "!--";
    }
    int to = from;
    while (to < end && to - from <= LONGEST_NAME && isNameCharacter(text.charAt(to))) {
      to++;
    }
    char next = text.charAt(to);
    if (next != '>' && next != '/' && !Blanks.isBlank(next)) {
      return null;
    }
    String name = text.substring(from, to).toLowerCase(Locale.ROOT);
    return INLINE.contains(name) || BREAKS.contains(name) ? name : null;
  }

  private static boolean isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
