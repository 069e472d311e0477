package dev.kolrank.simulate;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The ids that the platforms would have given.
 *
 * <p>An account's id is a one-to-one function of its number, so no two accounts of a platform share
 * one; creators get the even places and commenters the odd ones.
 */
final class Ids {
  /** Odd, so multiplying by it is one-to-one modulo every power of two. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private static final String DIGITS_62 =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS_64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final String DIGITS_58 =
      "FcwAPNKTMug3GV5Lj7EJnHpWsx4tb8haYeviqBz6rkCy12mUSDQX9RdoZf";
  private static final long BILIBILI_MASK = 23_442_827_791_579L;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Ids() {}

  static String account(Site site, long number) {
    return user(site, (number + 1) * SPREAD, 0);
  }

  static String commenter(Site site, long hash) {
    return user(site, hash, 1);
  }

  private static String user(Site site, long spread, int odd) {
    return switch (site) {
      case WEIBO -> numeric(1_000_000_000L, spread, 31, odd);
      case BILIBILI -> numeric(100_000_000L, spread, 31, odd);
      case DOUYIN -> numeric(60_000_000_000L, spread, 35, odd);
      case X -> numeric(1_200_000_000_000_000_000L, spread, 58, odd);
      case TIKTOK -> numeric(6_800_000_000_000_000_000L, spread, 58, odd);
      case INSTAGRAM -> numeric(1_000_000_000L, spread, 33, odd);
      case XIAOHONGSHU -> hex(0x5f000000L + ((spread >>> 40) & 0xFFFFFE) + odd) + wide(spread);
      case YOUTUBE -> "UC" + base64(Draw.mix(spread), Draw.mix(spread + 1 + odd), 16);
      case KUAISHOU -> "3x" + wide(2 * spread + odd);
      case ZHIHU -> wide(spread) + wide(spread + 1 + odd);
      case TIEBA -> "tb.1." + hex(spread & 0xFFFFFFFFL) + "." + base64(Draw.mix(spread), odd, 16);
      case JIANSHU -> slug(spread, odd);
      case FACEBOOK -> numeric(100_000_000_000_000L, spread, 43, odd);
      case TWITCH -> numeric(30_000_000L, spread, 31, odd);
    };
  }

  /** A post's id; most platforms put the time into it. */
  static String post(Site site, long key, long at) {
    return switch (site) {
      case WEIBO -> weibo(key, at);
      case XIAOHONGSHU -> hex(at) + wide(key);
      case BILIBILI -> String.valueOf(100_000_000_000_000L + (key >>> 1) % 90_000_000_000_000L);
      case YOUTUBE -> base64(key, 0, 8);
      case KUAISHOU -> "3x" + wide(key);
      case JIANSHU -> slug(key, 0);
      case ZHIHU, TIEBA, TWITCH -> String.valueOf(2_000_000_000L + (key >>> 1) % 90_000_000_000L);
      case FACEBOOK -> String.valueOf(100_000_000_000_000L + (key >>> 1) % 900_000_000_000_000L);
      case X -> snowflake(key, at);
      case DOUYIN, TIKTOK -> String.valueOf(at << 32 | (key & 0xFFFFFFFFL));
      case INSTAGRAM -> String.valueOf((at * 1000 - 1_314_220_021_721L) << 23 | (key & 0x7FFFFF));
    };
  }

  static String comment(Site site, long key, long at) {
    return switch (site) {
      case WEIBO -> weibo(key, at);
      case XIAOHONGSHU -> hex(at) + wide(key);
      case BILIBILI, KUAISHOU, ZHIHU, TIEBA, JIANSHU, TWITCH, FACEBOOK ->
          String.valueOf(100_000_000_000L + (key >>> 1) % 900_000_000_000L);
      case YOUTUBE -> "Ug" + base64(key, Draw.mix(key), 12) + "4AaABAg";
      case X -> snowflake(key, at);
      case DOUYIN, TIKTOK -> String.valueOf(at << 32 | (key & 0xFFFFFFFFL));
      case INSTAGRAM ->
          String.valueOf(17_000_000_000_000_000L + (key >>> 1) % 1_900_000_000_000_000L);
    };
  }

  /** What Douyin and TikTok call a secUid. */
  static String sec(long number) {
    return "MS4wLjABAAAA" + base64(Draw.mix(number), Draw.mix(number ^ SPREAD), 16);
  }

  /** The code in a Weibo link: the number in base 62, seven digits at a time. */
  static String weiboCode(String number) {
    StringBuilder code = new StringBuilder();
    for (int end = number.length(); end > 0; end -= 7) {
      long part = Long.parseLong(number.substring(Math.max(0, end - 7), end));
      for (int digits = 0; digits < 4 && (end > 7 || part > 0); digits++) {
        code.append(DIGITS_62.charAt((int) (part % 62)));
        part /= 62;
      }
    }
    return code.reverse().toString();
  }

  /** The code in a real Instagram link: the number in base 64, highest digit first. */
  static String instagramCode(String number) {
    StringBuilder code = new StringBuilder();
    for (long rest = Long.parseLong(number); rest > 0; rest /= 64) {
      code.append(DIGITS_64.charAt((int) (rest % 64)));
    }
    return code.reverse().toString();
  }

  /** The code in a Bilibili link, by which the number is shuffled and written in base 58. */
  static String bilibiliCode(String number) {
    char[] code = "BV1000000000".toCharArray();
    long rest = ((1L << 51) | Long.parseLong(number)) ^ BILIBILI_MASK;
    for (int i = code.length - 1; rest > 0; i--) {
      code[i] = DIGITS_58.charAt((int) (rest % 58));
      rest /= 58;
    }
    swap(code, 3, 9);
    swap(code, 4, 7);
    return new String(code);
  }

  private static void swap(char[] code, int one, int other) {
    char kept = code[one];
    code[one] = code[other];
    code[other] = kept;
  }

  /** The short code in an Instagram link: the id in base 64. */
  static String shortCode(String mediaId) {
    return base64(Long.parseLong(mediaId), 0, 8);
  }

  static String hex(long value) {
    return HexFormat.of().toHexDigits(value, 8);
  }

  static String wide(long value) {
    return HexFormat.of().toHexDigits(Draw.mix(value));
  }

  private static String numeric(long base, long spread, int bits, int odd) {
    return String.valueOf(base + 2 * (spread & ((1L << bits) - 1)) + odd);
  }

  /** What Jianshu's addresses end with: twelve hexadecimal digits, one-to-one. */
  private static String slug(long spread, int odd) {
    return HexFormat.of().toHexDigits(2 * (spread & 0x7FFFFFFFFFFFL) + odd, 12);
  }

  private static String weibo(long key, long at) {
    return String.valueOf((at - 515_483_463L) << 22 | (key & 0x3FFFFF));
  }

  private static String snowflake(long key, long at) {
    return String.valueOf((at * 1000 - 1_288_834_974_657L) << 22 | (key & 0x3FFFFF));
  }

  private static String base64(long high, long low, int bytes) {
    byte[] all = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    return BASE64.encodeToString(bytes == 16 ? all : Arrays.copyOf(all, bytes));
  }
}
