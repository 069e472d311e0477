package dev.kolrank.value;

import java.util.regex.Pattern;

/** Reads the short names that platforms give to posts in their addresses: each is a number. */
public final class PostCodes {

  private static final String BASE_58 =
      "FcwAPNKTMug3GV5Lj7EJnHpWsx4tb8haYeviqBz6rkCy12mUSDQX9RdoZf";
  private static final Pattern BILIBILI = Pattern.compile("BV1[1-9A-HJ-NP-Za-km-z]{9}");

  /** Where the digits of a Bilibili name stand, the highest first. */
  private static final int[] BILIBILI_DIGITS = {9, 7, 5, 6, 4, 8, 3, 10, 11};

  private static final long BILIBILI_MASK = (1L << 51) - 1;
  private static final long BILIBILI_XOR = 23_442_827_791_579L;

  private static final String BASE_64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** Eleven characters hold 66 bits; the first must leave the upper three empty. */
  private static final Pattern INSTAGRAM =
      Pattern.compile("[A-H][A-Za-z0-9_-]{10}|[A-Za-z0-9_-]{5,10}");

  private PostCodes() {}

  /** The number of the video that "BV17x411w7KC" names, or null where the text is no such name. */
  public static Long bilibili(String name) {
    if (name == null || !BILIBILI.matcher(name).matches()) {
      return null;
    }
    long number = 0;
    for (int at : BILIBILI_DIGITS) {
      number = number * BASE_58.length() + BASE_58.indexOf(name.charAt(at));
    }
    return (number & BILIBILI_MASK) ^ BILIBILI_XOR;
  }

  /** The number of the post that "CxAbCdEfGhI" names, or null where the text is no such code. */
  public static Long instagram(String code) {
    if (code == null || !INSTAGRAM.matcher(code).matches()) {
      return null;
    }
    long number = 0;
    for (int i = 0; i < code.length(); i++) {
      number = number * BASE_64.length() + BASE_64.indexOf(code.charAt(i));
    }
    return number;
  }
}
