package dev.kolrank.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The ids that new KOLs get, computed apart from the code under test. */
final class TestIds {
  private TestIds() {}

  static String of(String smallestAccount) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(smallestAccount.getBytes(StandardCharsets.UTF_8));
      return "k" + HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
