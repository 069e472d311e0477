package dev.kolrank.identity.name;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;

/** What kind of sign a code point is, as far as folding asks. */
final class Scripts {
  private static final int COMBINING_FIRST = 0x300;
  private static final int COMBINING_LAST = 0x36f;

  private Scripts() {}

  static boolean isWordSign(int c) {
    return Character.isLetterOrDigit(c) || isMark(c);
  }

  static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** An accent that may stand on letters of Latin, Greek and Cyrillic. */
  static boolean isAccent(int c) {
    return c >= COMBINING_FIRST && c <= COMBINING_LAST;
  }

  /** Of the scripts that write no blanks between words, and Hangul, whose signs are syllables. */
  static boolean isEastAsian(int c) {
    return c > COMBINING_LAST && (isHan(c) || isKana(c) || isHangul(c));
  }

  static boolean isHan(int c) {
    return Character.isIdeographic(c) || c == '々';
  }

  static boolean isKana(int c) {
    return (c >= 0x3041 && c <= 0x30ff && c != '・') || (c >= 0x31f0 && c <= 0x31ff);
  }

  static boolean isHangul(int c) {
    return c >= Hangul.FIRST && c <= Hangul.LAST;
  }

  static boolean isLatinOrGreek(int c) {
    int script = UScript.getScript(c);
    return script == UScript.LATIN || script == UScript.GREEK;
  }

  static boolean isCyrillic(int c) {
    return c >= 0x400 && c <= 0x52f;
  }

  static boolean isArabic(int c) {
    return c >= 0x600 && c <= 0x6ff;
  }

  /** An emoji or another symbol, except those of keyboards and what only modifies one. */
  static boolean isSymbol(int c) {
    if (c < 0x80 || UCharacter.hasBinaryProperty(c, UProperty.EMOJI_MODIFIER)) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.OTHER_SYMBOL, Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL -> true;
      default -> false;
    };
  }
}
