package dev.kolrank.connector.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
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
      boolean whole = layout.isPlain() && parser.currentToken() == JsonToken.START_OBJECT;
      Queue<RawRecord> records =
          whole ? plain(parser, utf8, line) : split(VariantBuilder.parseJson(parser, true), line);
      if (parser.nextToken() != null) {
        throw new IOException("more than one value on the line");
      }
      return records;
    }
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
      Variant inner = at(document, path);
      if (inner != null) {
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
      Variant inner = at(record, path);
      if (inner != null) {
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

  /** What lies at a dotted path; null where nothing does. */
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
