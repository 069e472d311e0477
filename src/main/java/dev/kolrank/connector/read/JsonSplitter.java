package dev.kolrank.connector.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;
import org.apache.spark.types.variant.VariantUtil;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Takes the records out of a document: what lies at its split paths, else the document itself; and
 * the further records that those hold.
 */
final class JsonSplitter {
  private final List<String> paths;
  private final List<String> also;
  private final FieldFilter kept;
  private final Surroundings surroundings;

  private final Layout layout;
  private final FieldReader fields;

  JsonSplitter(Layout layout, FieldReader fields) {
    this.layout = layout;
    this.fields = fields;
    this.paths = layout.split();
    this.also = layout.also();
    this.surroundings = new Surroundings(layout);
    var taken = also.stream().map(path -> path.split("\\.", 2)[0]).toList();
    this.kept = new FieldFilter(layout.hidden(), taken);
  }

  /** The records of the one value that a line holds; none where it is blank. */
  Queue<RawRecord> line(byte[] utf8, long line) throws IOException {
    try (JsonParser parser = JsonRecords.parser(utf8)) {
      if (parser.nextToken() == null) {
        return new ArrayDeque<>();
      }
      UTF8String raw = layout.hidden().isEmpty() ? UTF8String.fromBytes(utf8) : null;
      Queue<RawRecord> records = value(parser, line, raw);
      if (parser.nextToken() != null) {
        throw new IOException("more than one value on the line");
      }
      return records;
    }
  }

  /**
   * The records of the value that {@code parser} stands at.
   *
   * @param raw its text, where it is at hand and may be kept
   */
  Queue<RawRecord> value(JsonParser parser, long line, UTF8String raw) throws IOException {
    if (layout.isPlain() && parser.currentToken() == JsonToken.START_OBJECT) {
      var one = new ArrayDeque<RawRecord>(1);
      one.add(RawRecord.of(line, fields.read(parser, raw)));
      return one;
    }
    return split(VariantBuilder.parseJson(parser, true), line);
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
    out.add(new RawRecord(line, part, own, null, false, null, null));
    for (String path : also) {
      Variant inner = at(record, path);
      if (inner != null) {
        add(inner, path, own, line, out);
      }
    }
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

  /** What lies at a dotted path, or null. */
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
