package dev.kolrank.connector.read;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;
import org.apache.spark.types.variant.VariantUtil;

/** Keeps the top-level fields of a record that no rule reads. */
final class Leftovers {
  private final Set<String> known;

  Leftovers(List<String> known) {
    this.known = new HashSet<>(known);
  }

  /** The unread fields as a JSON object, or null when every field is read. */
  String of(Variant record) {
    if (record.getType() != VariantUtil.Type.OBJECT) {
      return null;
    }
    VariantBuilder builder = null;
    ArrayList<VariantBuilder.FieldEntry> fields = null;
    for (int i = 0; i < record.objectSize(); i++) {
      var field = record.getFieldAtIndex(i);
      if (known.contains(field.key) || field.value.getType() == VariantUtil.Type.NULL) {
        continue;
      }
      if (builder == null) {
        builder = new VariantBuilder(true);
        fields = new ArrayList<>();
      }
      int at = builder.getWritePos();
      fields.add(new VariantBuilder.FieldEntry(field.key, builder.addKey(field.key), at));
      builder.appendVariant(field.value);
    }
    if (builder == null) {
      return null;
    }
    builder.finishWritingObject(0, fields);
    return builder.result().toJson(ZoneOffset.UTC);
  }
}
