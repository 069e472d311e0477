package dev.kolrank.simulate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** What MediaCrawler keeps of a person since July 2026. */
final class Masking {
  private static final int KEPT = 8;

  private Masking() {}

  /** The first 16 hexadecimal digits of the SHA-256 of the id. */
  static String hash(String userId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(userId.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, KEPT));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** {@code A***Z}; of two characters {@code A*}, of one {@code *}. */
  static String name(String name) {
    int length = name.codePointCount(0, name.length());
    if (length <= 1) {
      return "*";
    }
    String first = name.substring(0, name.offsetByCodePoints(0, 1));
    return length == 2
        ? first + "*"
        : first + "***" + name.substring(name.offsetByCodePoints(name.length(), -1));
  }
}
