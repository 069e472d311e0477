package dev.kolrank.silver.sentiment;

import dev.kolrank.silver.sentiment.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text into words, runs, faces and signs. Search tokens do not serve here: they leave out
 * what carries feeling, such as "not", "!", ":)" and emoji.
 */
final class Pieces {
  private static final int LONGEST_FACE = 10;
  private static final int LONGEST_EMOTICON = 5;
  private static final int ENOUGH = 2_000;

  private final String text;
  private final Set<String> emoticons;
  private final List<Piece> found = new ArrayList<>();
  private int at;

  private Pieces(String text, Set<String> emoticons) {
    this.text = text;
    this.emoticons = emoticons;
  }

  /**
   * The pieces in order; people, links and digits are left out.
   *
   * @param emoticons in lower case
   */
  static List<Piece> of(String text, Set<String> emoticons) {
    String start = text.substring(0, Math.min(text.length(), ENOUGH));
    var pieces = new Pieces(start.toLowerCase(Locale.ROOT).replace('’', '\''), emoticons);
    while (pieces.at < pieces.text.length()) {
      pieces.next();
    }
    return pieces.found;
  }

  private void next() {
    int c = text.codePointAt(at);
    if (Character.isWhitespace(c) || Character.isDigit(c)) {
      at += Character.charCount(c);
    } else if (isRun(c)) {
      take(Kind.RUN, endOfRun());
    } else if (Character.isLetter(c)) {
      word();
    } else if (c == '@') {
      at = endOfName(at + 1);
    } else if (c == '[' && endOfFace() > 0) {
      take(Kind.FACE, endOfFace());
    } else {
      sign(c);
    }
  }

  private void word() {
    int end = endOfWord(at);
    boolean isLink = text.startsWith("://", end) || text.startsWith("www.", at);
    if (isLink) {
      at = end;
      while (at < text.length() && text.charAt(at) > ' ' && text.charAt(at) < 128) {
        at++;
      }
    } else {
      take(Kind.WORD, end);
    }
  }

  private void sign(int c) {
    int end = endOfEmoticon();
    if (end > 0) {
      take(Kind.EMOTICON, end);
      return;
    }
    int type = Character.getType(c);
    end = at + Character.charCount(c);
    if (isEmoji(c)) {
      take(Kind.EMOJI, end);
    } else if (type == Character.NON_SPACING_MARK
        || type == Character.FORMAT
        || type == Character.MODIFIER_SYMBOL) {
      at = end;
    } else {
      take(Kind.SIGN, end);
    }
  }

  private void take(Kind kind, int end) {
    found.add(new Piece(kind, text.substring(at, end)));
    at = end;
  }

  private int endOfWord(int from) {
    int end = from;
    while (end < text.length()) {
      char c = text.charAt(end);
      boolean inside = c == '\'' && end > from && end + 1 < text.length();
      boolean letter =
          (Character.isLetter(c) && !isRun(c))
              || Character.getType(c) == Character.NON_SPACING_MARK;
      if (!letter && !(inside && Character.isLetter(text.charAt(end + 1)))) {
        break;
      }
      end++;
    }
    // a letter outside the basic plane stands alone
    return end > from ? end : from + Character.charCount(text.codePointAt(from));
  }

  private int endOfRun() {
    int end = at;
    while (end < text.length() && isRun(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private int endOfName(int from) {
    int end = from;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || "_-.".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  /** Behind the closing bracket; 0 when no face stands here. */
  private int endOfFace() {
    int close = text.indexOf(']', at);
    if (close < 0 || close - at > LONGEST_FACE || close == at + 1) {
      return 0;
    }
    boolean letters =
        text.substring(at + 1, close).codePoints().allMatch(Character::isLetterOrDigit);
    return letters ? close + 1 : 0;
  }

  /** Behind the longest emoticon that stands here; 0 when none does. */
  private int endOfEmoticon() {
    for (int length = Math.min(LONGEST_EMOTICON, text.length() - at); length > 1; length--) {
      if (emoticons.contains(text.substring(at, at + length))) {
        return at + length;
      }
    }
    return 0;
  }

  static boolean isRun(int c) {
    return c >= 0x2E80
        && (Character.isIdeographic(c)
            || (c >= 0x3041 && c <= 0x30FF)
            || (c >= 0xAC00 && c <= 0xD7A3));
  }

  private static boolean isEmoji(int c) {
    return (c >= 0x1F300 && c <= 0x1FAFF && !(c >= 0x1F3FB && c <= 0x1F3FF))
        || (c >= 0x2600 && c <= 0x27BF)
        || c == 0x2B50
        || c == 0x2763;
  }
}
