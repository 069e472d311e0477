package dev.kolrank.connector.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.GlobPattern;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;

/** Leaves top-level fields out of records, as if the crawler had never written them. */
final class FieldFilter {
  private final List<GlobPattern> hidden;
  private final List<String> taken;
  private final Map<String, Boolean> decided = new HashMap<>();

  /**
   * A filter.
   *
   * @param hidden globs of names
   * @param taken names
   */
  FieldFilter(List<String> hidden, List<String> taken) {
    this.hidden = hidden.stream().map(GlobPattern::new).toList();
    this.taken = List.copyOf(taken);
  }

  boolean hides(String name) {
    return decided.computeIfAbsent(
        name, n -> taken.contains(n) || hidden.stream().anyMatch(glob -> glob.matches(n)));
  }

  /** The record without those fields; the same one where it has none of them. */
  Variant of(Variant record) {
    return hidesAny(record) ? without(record) : record;
  }

  private boolean hidesAny(Variant record) {
    if (hidden.isEmpty() && taken.isEmpty()) {
      return false;
    }
    for (int i = 0; i < record.objectSize(); i++) {
      if (hides(record.getFieldAtIndex(i).key)) {
        return true;
      }
    }
    return false;
  }

  private Variant without(Variant record) {
    var builder = new VariantBuilder(true);
    var fields = new ArrayList<VariantBuilder.FieldEntry>();
    for (int i = 0; i < record.objectSize(); i++) {
      var field = record.getFieldAtIndex(i);
      if (!hides(field.key)) {
        int at = builder.getWritePos();
        fields.add(new VariantBuilder.FieldEntry(field.key, builder.addKey(field.key), at));
        builder.appendVariant(field.value);
      }
    }
    builder.finishWritingObject(0, fields);
    return builder.result();
  }
}
