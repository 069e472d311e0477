package dev.kolrank.connector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kolrank.connector.Canonical.Reading;
import dev.kolrank.connector.Connector.Kind;
import dev.kolrank.core.Field;
import dev.kolrank.value.Texts;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** How an observation differs from what the simulator's truth says of it. */
final class Expectation {
  private Expectation() {}

  /** Column and difference. Counts and times of which the truth is silent must not be told. */
  static Map<String, String> unlike(JsonNode truth, Row row) {
    Map<String, String> unlike = new TreeMap<>();
    JsonNode values = truth.get("values");
    Kind kind = Kind.valueOf(truth.get("kind").asText().toUpperCase(Locale.ROOT));
    for (Field field : Canonical.fields(kind)) {
      String name = field.name();
      Object want;
      if (values.has(name)) {
        want = want(field, kind, values.get(name), truth.get("platform").asText());
      } else if (name.equals("observed_at")) {
        want = endOfDay(truth.get("file").asText());
      } else if (told(field)) {
        want = null;
      } else {
        continue;
      }
      Object is = is(row, name.equals("author_id") ? "author_hash" : name);
      if (!Objects.equals(want, is)) {
        unlike.put(name, "expected " + want + " but was " + is);
      }
    }
    if (kind != Kind.COMMENT) {
      marks("rounded", truth, row, unlike);
      marks("censored", truth, row, unlike);
    }
    return unlike;
  }

  private static boolean told(Field field) {
    Reading reading = Canonical.reading(field);
    return reading == Reading.COUNT || reading == Reading.TIME || reading == Reading.SECONDS;
  }

  private static Object want(Field field, Kind kind, JsonNode value, String platform) {
    if (value.isNull()) {
      return null;
    }
    if (field.name().equals("author_id")) {
      return hash(platform + ":" + masked(value.asText()));
    }
    if (kind == Kind.COMMENT && field.name().equals("text")) {
      return Texts.redactPrivate(Texts.clean(value.asText()));
    }
    return switch (Canonical.reading(field)) {
      case COUNT, SECONDS -> value.asLong();
      case FLAG -> value.asBoolean();
      case TIME -> Instant.parse(value.asText());
      case LIST -> {
        List<String> items = new ArrayList<>();
        value.forEach(item -> items.add(item.asText()));
        yield items;
      }
      default -> value.asText();
    };
  }

  private static Object endOfDay(String file) {
    return Instant.parse(RoundTrip.day(file) + "T23:59:59.999999Z");
  }

  private static String hash(String uid) {
    try {
      return AuthorHash.hex(CrawlCase.KEY.getBytes(StandardCharsets.UTF_8), uid);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ids and the hashes that some crawlers leave of them name the same people. */
  private static String masked(String id) {
    if (id.startsWith("#")) {
      return id;
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return "#" + HexFormat.of().formatHex(digest, 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object is(Row row, String column) {
    int index = row.fieldIndex(column);
    if (row.isNullAt(index)) {
      return null;
    }
    Object value = row.get(index);
    if (value instanceof Timestamp time) {
      return time.toInstant();
    }
    return value instanceof scala.collection.Seq<?> ? row.getList(index) : value;
  }

  private static void marks(String which, JsonNode truth, Row row, Map<String, String> unlike) {
    List<String> want = new ArrayList<>();
    truth.get(which).forEach(column -> want.add(column.asText()));
    List<String> is = new ArrayList<>(row.getList(row.fieldIndex(which)));
    want.sort(null);
    is.sort(null);
    if (!want.equals(is)) {
      unlike.put(which, "expected " + want + " but was " + is);
    }
  }
}
