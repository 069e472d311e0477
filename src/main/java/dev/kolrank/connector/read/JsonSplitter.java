package dev.kolrank.connector.read;

import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;
import org.apache.spark.types.variant.VariantUtil;

/** Takes the records out of a document: what lies at its split paths, else the document itself. */
final class JsonSplitter {
  private final List<String> paths;

  JsonSplitter(List<String> paths) {
    this.paths = paths;
  }

  Queue<RawRecord> split(Variant document, long line) {
    var out = new ArrayDeque<RawRecord>();
    if (document.getType() != VariantUtil.Type.OBJECT) {
      out.add(
          RawRecord.broken(
              line, "the record is not a JSON object", document.toJson(ZoneOffset.UTC)));
      return out;
    }
    boolean found = false;
    for (String path : paths) {
      Variant inner = at(document, path);
      if (inner != null) {
        found = true;
        add(inner, path, line, out);
      }
    }
    if (!found) {
      out.add(new RawRecord(line, "", document, false, null, null));
    }
    return out;
  }

  private static void add(Variant inner, String path, long line, Queue<RawRecord> out) {
    switch (inner.getType()) {
      case ARRAY -> {
        for (int i = 0; i < inner.arraySize(); i++) {
          add(inner.getElementAtIndex(i), path, line, out);
        }
      }
      case OBJECT -> out.add(new RawRecord(line, path, alone(inner), false, null, null));
      case NULL -> {}
      default ->
          out.add(
              RawRecord.broken(line, path + " holds no JSON object", inner.toJson(ZoneOffset.UTC)));
    }
  }

  private static Variant at(Variant document, String path) {
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
