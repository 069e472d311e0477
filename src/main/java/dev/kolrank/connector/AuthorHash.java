package dev.kolrank.connector;

import static org.apache.spark.sql.functions.udf;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
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
 *
 * <p>Some crawlers give an id, others only its hash, as in {@code #9f86d081884c7d65}. Ids are
 * brought to that form before they are hashed under the key, so that both name one person.
 */
public final class AuthorHash {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_KEY = 16;

  /** Crawlers that hash ids keep this much of the SHA-256. */
  private static final int MASK_BYTES = 8;

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
    UDF1<String, String> hash = uid -> uid == null ? null : hex(bytes, masked(uid));
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

  /** {@code platform:id} as {@code platform:#hash}; what has that form already stays. */
  static String masked(String uid) throws NoSuchAlgorithmException {
    int id = uid.indexOf(':') + 1;
    if (uid.startsWith("#", id)) {
      return uid;
    }
    byte[] bytes = uid.substring(id).getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    return uid.substring(0, id) + '#' + HexFormat.of().formatHex(digest, 0, MASK_BYTES);
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
