package dev.kolrank.connector;

import static org.apache.spark.sql.functions.udf;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * HMAC-SHA-256 (RFC 2104) of people's ids under the operator's key. The key lives in the function's
 * closure, so that no plan, log or table shows it.
 */
public final class AuthorHash {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_KEY = 16;

  private final UserDefinedFunction function;

  private AuthorHash(UserDefinedFunction function) {
    this.function = function;
  }

  /**
   * Hashing under {@code key}.
   *
   * @throws IllegalArgumentException for a key under 16 bytes
   */
  public static AuthorHash under(String key) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < SHORTEST_KEY) {
      throw new IllegalArgumentException("the key has fewer than 16 bytes");
    }
    UDF1<String, String> hash = uid -> uid == null ? null : hex(bytes, uid);
    return new AuthorHash(udf(hash, DataTypes.StringType).withName("author_hash"));
  }

  /** For crawls without comments: hashing anyone is a mistake. */
  public static AuthorHash unused() {
    UDF1<String, String> refuse =
        uid -> {
          throw new IllegalStateException("a comment in a crawl that should have none");
        };
    return new AuthorHash(udf(refuse, DataTypes.StringType).withName("author_hash"));
  }

  /** The hash of {@code uid}, null for null. */
  Column of(Column uid) {
    return function.apply(uid);
  }

  static String hex(byte[] key, String text) throws NoSuchAlgorithmException, InvalidKeyException {
    Mac mac = Mac.getInstance(ALGORITHM);
    mac.init(new SecretKeySpec(key, ALGORITHM));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return "AuthorHash";
  }
}
