package dev.kolrank.value;

import java.text.Normalizer;
import java.util.List;

/** Reads what people write: titles, bodies, bios, comments. */
public final class Texts {

  /** Unicode's stream-safe bound: no orthography stacks more, and normalising stays linear. */
  private static final int MOST_MARKS = 30;

  private Texts() {}

  /**
   * The text as a reader sees it: HTML tags removed (breaks become "\n"), entities replaced,
   * controls and characters of no width removed but "\n" and "\t", NFC, no blanks around. Joiners
   * stay where they join (emoji, Indic and Persian letters). Repair {@link Mojibake} first.
   */
  public static String clean(String text) {
    if (text == null) {
      return null;
    }
    String visible = visible(Entities.unescape(Markup.strip(text)));
    return Blanks.strip(Normalizer.normalize(visible, Normalizer.Form.NFC));
  }

  /**
   * The hash tags in order and once each, in lower case without '#': "#tag", Weibo's "#tag#" (also
   * with spaces inside) and Xiaohongshu's "#tag[话题]#". Numbers alone are tags only where closed.
   */
  public static List<String> hashtags(String text) {
    return text == null ? List.of() : Hashtags.find(text);
  }

  /**
   * The handles after '@' in order and once each, in lower case; none from inside a mail address or
   * a link.
   */
  public static List<String> mentions(String text) {
    return text == null ? List.of() : Mentions.find(text);
  }

  /**
   * The text with mail addresses as "[mail]", phone numbers as "[phone]" and mentions as
   * "@[someone]".
   */
  public static String redactPrivate(String text) {
    return text == null ? null : Redaction.of(text);
  }

  private static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int marks = 0;
    int codePoint;
    for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      if (codePoint == '\r') {
        if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
          out.append('\n');
        }
        continue;
      }
      marks = isMark(codePoint) ? marks + 1 : 0;
      if (marks <= MOST_MARKS && !isInvisible(text, i, codePoint)) {
        out.appendCodePoint(shown(codePoint));
      }
    }
    return out.toString();
  }

  private static int shown(int codePoint) {
    return switch (codePoint) {
      case '\u00a0', '\u202f' -> ' ';
      case '\u2028', '\u2029' -> '\n';
      default -> codePoint;
    };
  }

  private static boolean isInvisible(String text, int i, int codePoint) {
    if (codePoint < 0x80) {
      return (codePoint < ' ' && codePoint != '\n' && codePoint != '\t') || codePoint == 0x7f;
    }
    if (codePoint == '\u200c' || codePoint == '\u200d') {
      return !joins(text, i);
    }
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || (type == Character.FORMAT && codePoint <= 0xffff && !isArabicNumberSign(codePoint));
  }

  /** Format characters that are seen all the same. */
  private static boolean isArabicNumberSign(int codePoint) {
    return codePoint >= 0x0600 && codePoint <= 0x08ff;
  }

  private static boolean joins(String text, int i) {
    return i > 0
        && i + 1 < text.length()
        && isJoined(text.charAt(i - 1))
        && isJoined(text.charAt(i + 1));
  }

  private static boolean isJoined(char c) {
    return c >= 0x0300 && c != '\u200c' && c != '\u200d' && !Blanks.isBlank(c);
  }

  private static boolean isMark(int codePoint) {
    if (codePoint < 0x300) {
      return false;
    }
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}
