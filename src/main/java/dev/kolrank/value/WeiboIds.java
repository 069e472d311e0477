package dev.kolrank.value;

import java.util.Locale;
import java.util.regex.Pattern;

/** Reads how Weibo names a post: by a number, or by that number in base 62. */
public final class WeiboIds {

  private static final String BASE_62 =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final Pattern NUMBER = Pattern.compile("[0-9]{11,19}");
  private static final Pattern SHORT_NAME = Pattern.compile("[0-9A-Za-z]{6,10}");
  private static final int GROUP = 4;
  private static final long LIMIT = 10_000_000;

  private WeiboIds() {}

  /**
   * The number of a Weibo post: of "ImTGkcdDn" 4454572602912349, of a number itself; null where the
   * text is neither.
   */
  public static String number(String text) {
    String id = Ids.clean(text);
    if (id == null || NUMBER.matcher(id).matches()) {
      return id;
    }
    if (!SHORT_NAME.matcher(id).matches()) {
      return null;
    }
    StringBuilder number = new StringBuilder();
    for (int end = id.length(); end > 0; end -= GROUP) {
      long group = read(id.substring(Math.max(0, end - GROUP), end));
      if (group >= LIMIT) {
        return null;
      }
      number.insert(0, String.format(Locale.ROOT, "%07d", group));
    }
    return number.toString().replaceFirst("^0+", "");
  }

  private static long read(String base62) {
    long value = 0;
    for (int i = 0; i < base62.length(); i++) {
      value = value * BASE_62.length() + BASE_62.indexOf(base62.charAt(i));
    }
    return value;
  }
}
