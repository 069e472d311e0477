package dev.kolrank.value;

import java.util.regex.Pattern;

/** Reads the short names that addresses of posts carry as the numbers that platforms count in. */
public final class PostIds {

  private static final String BASE_62 =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final Pattern WEIBO = Pattern.compile("[0-9A-Za-z]{6,10}");
  private static final int WEIBO_GROUP = 4;
  private static final long WEIBO_LIMIT = 10_000_000;

  private static final String BASE_58 =
      "FcwAPNKTMug3GV5Lj7EJnHpWsx4tb8haYeviqBz6rkCy12mUSDQX9RdoZf";
  private static final Pattern BILIBILI_OLD = Pattern.compile("[aA][vV][0-9]{1,19}");
  private static final String BILIBILI_PREFIX = "BV1";
  private static final int BILIBILI_LENGTH = 12;

  /** The order in which the characters after the prefix are read. */
  private static final int[] BILIBILI_ORDER = {9, 7, 5, 6, 4, 8, 3, 10, 11};

  private static final long BILIBILI_XOR = 23_442_827_791_579L;
  private static final long BILIBILI_MASK = (1L << 51) - 1;

  private PostIds() {}

  /**
   * The number of a Weibo post: of "ImTGkcdDn" 4454572602912349, of a number itself; null where the
   * text is neither.
   */
  public static String weibo(String text) {
    String id = Ids.clean(text);
    if (id == null || isNumber(id, 10, 19)) {
      return id;
    }
    if (!WEIBO.matcher(id).matches()) {
      return null;
    }
    StringBuilder number = new StringBuilder();
    for (int end = id.length(); end > 0; end -= WEIBO_GROUP) {
      long group = read(id.substring(Math.max(0, end - WEIBO_GROUP), end));
      if (group >= WEIBO_LIMIT) {
        return null;
      }
      number.insert(0, "%07d".formatted(group));
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

  /**
   * The number of a Bilibili video: of "BV17x411w7KC" and of "av170001" 170001, of a number itself;
   * null where the text is neither.
   */
  public static String bilibili(String text) {
    String id = Ids.clean(text);
    if (id == null || isNumber(id, 1, 19)) {
      return id;
    }
    if (BILIBILI_OLD.matcher(id).matches()) {
      return id.substring(2);
    }
    if (id.length() != BILIBILI_LENGTH || !id.startsWith(BILIBILI_PREFIX)) {
      return null;
    }
    long value = 0;
    for (int at : BILIBILI_ORDER) {
      int digit = BASE_58.indexOf(id.charAt(at));
      if (digit < 0) {
        return null;
      }
      value = value * BASE_58.length() + digit;
    }
    return Long.toString((value & BILIBILI_MASK) ^ BILIBILI_XOR);
  }

  private static boolean isNumber(String id, int fewest, int most) {
    return id.length() >= fewest
        && id.length() <= most
        && id.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
