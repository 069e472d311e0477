package dev.kolrank.connector;

import org.apache.spark.unsafe.types.UTF8String;

/**
 * Decides on the bytes of a text whether it is so plain that the parsers of {@code value} would
 * leave it as it is, or would read just these digits. Where it says no, they decide.
 */
final class PlainBytes {
  static final UTF8String HASH = UTF8String.fromString("#");
  static final UTF8String WIDE_HASH = UTF8String.fromString("＃");

  /** As many digits as a spreadsheet keeps. */
  private static final int KEPT_DIGITS = 15;

  /** As many digits as surely fit a count with its two flags. */
  private static final int MOST_DIGITS = 18;

  /** Words for nothing have at most four letters. */
  private static final int SHORT = 4;

  /** Seconds of 2004 up to 2100, which all have ten digits. */
  private static final long FROM_SECOND = 1_072_915_200L;

  private static final long TO_SECOND = 4_102_444_800L;

  private PlainBytes() {}

  static boolean isDigits(UTF8String text) {
    int length = text.numBytes();
    for (int i = 0; i < length; i++) {
      byte b = text.getByte(i);
      if (b < '0' || b > '9') {
        return false;
      }
    }
    return length > 0;
  }

  /** Whether digits are more than a spreadsheet keeps, and end in a zero. */
  static boolean mayHaveLostDigits(UTF8String digits) {
    int length = digits.numBytes();
    return length > KEPT_DIGITS && digits.getByte(length - 1) == '0';
  }

  /** Letters, digits and underscores of ASCII. */
  static boolean isWord(UTF8String text) {
    int length = text.numBytes();
    for (int i = 0; i < length; i++) {
      byte b = text.getByte(i);
      boolean word =
          (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_';
      if (!word) {
        return false;
      }
    }
    return length > 0;
  }

  /** The number that the digits make, or -1. */
  static long number(UTF8String text) {
    int length = text.numBytes();
    if (length == 0 || length > MOST_DIGITS) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < length; i++) {
      byte b = text.getByte(i);
      if (b < '0' || b > '9') {
        return -1;
      }
      number = number * 10 + b - '0';
    }
    return number;
  }

  /** Ten digits of seconds or thirteen of milliseconds as microseconds; else -1. */
  static long epochMicros(UTF8String text) {
    int length = text.numBytes();
    if (length != 10 && length != 13) {
      return -1;
    }
    long number = number(text);
    long second = length == 10 ? number : number / 1_000;
    if (number < 0 || second < FROM_SECOND || second >= TO_SECOND) {
      return -1;
    }
    return length == 10 ? number * 1_000_000 : number * 1_000;
  }

  /**
   * Whether cleaning would change nothing: no tag or entity, no control, blanks only inside, no
   * character that normalising could compose, no word for nothing. Han, kana, Hangul syllables,
   * full-width forms and pictographs are known to be so.
   */
  static boolean isCleanText(UTF8String text) {
    int length = text.numBytes();
    if (length <= SHORT || text.getByte(0) == ' ' || text.getByte(length - 1) == ' ') {
      return false;
    }
    int i = 0;
    while (i < length) {
      int size = cleanCharacter(text, i, length);
      if (size == 0) {
        return false;
      }
      i += size;
    }
    return true;
  }

  /** How many bytes the plain character at {@code i} has; 0 when it is not plain. */
  private static int cleanCharacter(UTF8String text, int i, int length) {
    int b = text.getByte(i) & 0xFF;
    if (b < 0x80) {
      return b >= ' ' && b != '<' && b != '&' && b != 0x7F ? 1 : 0;
    }
    if (b >= 0xE3 && b <= 0xEF && i + 2 < length) {
      int second = text.getByte(i + 1) & 0xFF;
      int third = text.getByte(i + 2) & 0xFF;
      int point = (b & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F);
      boolean whole = second >> 6 == 0b10 && third >> 6 == 0b10;
      return whole && isPlainEastAsian(point) ? 3 : 0;
    }
    if (b == 0xF0 && i + 3 < length && (text.getByte(i + 1) & 0xFF) == 0x9F) {
      int third = text.getByte(i + 2) & 0xFF;
      int fourth = text.getByte(i + 3) & 0xFF;
      return third >= 0x8C && third <= 0xAB && fourth >> 6 == 0b10 ? 4 : 0;
    }
    return 0;
  }

  private static boolean isPlainEastAsian(int point) {
    return (point >= 0x4E00 && point <= 0x9FFF)
        || (point >= 0x3001 && point <= 0x3029)
        || (point >= 0x3041 && point <= 0x30FF && point != 0x3099 && point != 0x309A)
        || (point >= 0xAC00 && point <= 0xD7A3)
        || (point >= 0xFF01 && point <= 0xFF5E);
  }
}
