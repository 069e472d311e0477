package dev.kolrank.connector.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;
import org.apache.spark.types.variant.VariantUtil;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Takes the records out of a document: what lies at its split paths, else the document itself; and
 * the further records that those hold. What holds further records, or room for them, and nothing
 * that a rule reads is an envelope and no record.
 */
final class JsonSplitter {
  private final List<String> paths;
  private final List<String> also;
  private final List<byte[]> keys;
  private final FieldFilter kept;
  private final Set<String> known;
  private final Surroundings surroundings;
  private final Layout layout;
  private final FieldReader fields;

  JsonSplitter(Layout layout) {
    this.layout = layout;
    this.fields = new FieldReader(layout);
    this.surroundings = new Surroundings(layout);
    this.paths = layout.split();
    this.also = layout.also();
    this.keys =
        Stream.concat(paths.stream(), also.stream())
            .map(path -> '"' + path.split("\\.", 2)[0] + '"')
            .distinct()
            .map(key -> key.getBytes(StandardCharsets.UTF_8))
            .toList();
    var taken = also.stream().map(path -> path.split("\\.", 2)[0]).toList();
    this.kept = new FieldFilter(layout.hidden(), taken);
    this.known = new HashSet<>(layout.known());
    known.remove(Surroundings.OUTER);
  }

  /** The records of the one value that these bytes hold; none where they are blank. */
  Queue<RawRecord> line(byte[] utf8, long line) throws IOException {
    try (JsonParser parser = JsonRecords.parser(utf8)) {
      if (parser.nextToken() == null) {
        return new ArrayDeque<>();
      }
      boolean whole =
          (layout.isPlain() || (layout.joins().isEmpty() && !mayHold(utf8)))
              && parser.currentToken() == JsonToken.START_OBJECT;
      Queue<RawRecord> records =
          whole ? plain(parser, utf8, line) : split(VariantBuilder.parseJson(parser, true), line);
      if (parser.nextToken() != null) {
        throw new IOException("more than one value on the line");
      }
      return records;
    }
  }

  /** Whether the first field of a path shows in the text: else the value is one record. */
  private boolean mayHold(byte[] utf8) {
    for (int at = 0; at < utf8.length; at++) {
      if (utf8[at] == '"') {
        for (byte[] key : keys) {
          if (key.length <= utf8.length - at
              && Arrays.equals(utf8, at, at + key.length, key, 0, key.length)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** The record that the whole value is, read straight from its text. */
  private Queue<RawRecord> plain(JsonParser parser, byte[] utf8, long line) throws IOException {
    UTF8String raw = layout.hidden().isEmpty() ? UTF8String.fromBytes(utf8) : null;
    var one = new ArrayDeque<RawRecord>(1);
    one.add(RawRecord.of(line, fields.read(parser, raw)));
    return one;
  }

  /** The records of what lies at a split path of a document. */
  Queue<RawRecord> part(byte[] utf8, String path, long line) throws IOException {
    var out = new ArrayDeque<RawRecord>();
    surroundings.enter(null);
    add(JsonRecords.parse(utf8), path, null, line, out);
    return out;
  }

  private Queue<RawRecord> split(Variant document, long line) {
    var out = new ArrayDeque<RawRecord>();
    if (document.getType() != VariantUtil.Type.OBJECT) {
      out.add(
          RawRecord.broken(
              line, "the record is not a JSON object", document.toJson(ZoneOffset.UTC)));
      return out;
    }
    boolean found = false;
    surroundings.enter(document);
    for (String path : paths) {
      for (Variant inner : all(document, path)) {
        found = true;
        add(inner, path, null, line, out);
      }
    }
    if (!found) {
      record(document, "", null, line, out);
    }
    return out;
  }

  private void record(Variant record, String part, Variant outer, long line, Queue<RawRecord> out) {
    Variant own = surroundings.around(kept.of(record), outer);
    var further = new ArrayDeque<RawRecord>();
    boolean hasRoom = false;
    for (String path : also) {
      for (Variant inner : all(record, path)) {
        hasRoom |= isRoom(inner.getType());
        add(inner, path, own, line, further);
      }
    }
    boolean encloses = further.stream().anyMatch(r -> r.problem() == null);
    if (!hasRoom || isRead(own)) {
      out.add(
          encloses ? RawRecord.enclosing(line, part, own) : RawRecord.of(line, part, own, false));
    }
    out.addAll(further);
  }

  private static boolean isRoom(VariantUtil.Type type) {
    return type == VariantUtil.Type.ARRAY
        || type == VariantUtil.Type.OBJECT
        || type == VariantUtil.Type.NULL;
  }

  /** Whether a rule reads any field that the record has. */
  private boolean isRead(Variant record) {
    for (int i = 0; i < record.objectSize(); i++) {
      var field = record.getFieldAtIndex(i);
      if (known.contains(field.key) && field.value.getType() != VariantUtil.Type.NULL) {
        return true;
      }
    }
    return false;
  }

  private void add(Variant inner, String path, Variant outer, long line, Queue<RawRecord> out) {
    switch (inner.getType()) {
      case ARRAY -> {
        for (int i = 0; i < inner.arraySize(); i++) {
          add(inner.getElementAtIndex(i), path, outer, line, out);
        }
      }
      case OBJECT -> record(alone(inner), path, outer, line, out);
      case NULL -> {}
      default ->
          out.add(
              RawRecord.broken(line, path + " holds no JSON object", inner.toJson(ZoneOffset.UTC)));
    }
  }

  /** What lies at a dotted path, in each element of the arrays on its way. */
  private static List<Variant> all(Variant document, String path) {
    Variant one = at(document, path);
    if (one != null) {
      return List.of(one);
    }
    var found = new ArrayList<Variant>();
    collect(document, path.split("\\.", -1), 0, found);
    return found;
  }

  private static void collect(Variant value, String[] path, int depth, List<Variant> found) {
    if (depth == path.length) {
      found.add(value);
    } else if (value.getType() == VariantUtil.Type.OBJECT) {
      Variant inner = value.getFieldByKey(path[depth]);
      if (inner != null) {
        collect(inner, path, depth + 1, found);
      }
    } else if (value.getType() == VariantUtil.Type.ARRAY) {
      for (int i = 0; i < value.arraySize(); i++) {
        collect(value.getElementAtIndex(i), path, depth, found);
      }
    }
  }

  /** What lies at a dotted path of objects; null where nothing does. */
  static Variant at(Variant document, String path) {
    Variant value = document;
    for (String key : path.split("\\.", -1)) {
      if (value == null || value.getType() != VariantUtil.Type.OBJECT) {
        return null;
      }
      value = value.getFieldByKey(key);
    }
    return value;
  }

  /** The value with bytes of its own. */
  private static Variant alone(Variant part) {
    var builder = new VariantBuilder(true);
    builder.appendVariant(part);
    return builder.result();
  }
}
