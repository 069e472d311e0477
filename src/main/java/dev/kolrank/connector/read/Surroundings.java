package dev.kolrank.connector.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;
import org.apache.spark.types.variant.VariantUtil;

/**
 * What a record learns from around it: the record that it was found in, and the records of the same
 * document that it names. So only those of a page's users are read whom a record names.
 */
final class Surroundings {
  /** The field that holds the record around, where a rule reads it. */
  static final String OUTER = "_outer";

  private static final String ID = "id";

  private final List<Layout.Join> joins;
  private final Set<String> outerFields;
  private final Map<Layout.Join, Map<String, Variant>> known = new HashMap<>();
  private Variant document;
  private Variant enclosing;
  private Variant readOfIt;

  Surroundings(Layout layout) {
    this.joins = layout.joins();
    boolean outerIsRead = layout.known().contains(OUTER);
    this.outerFields =
        outerIsRead && layout.shape().apply(OUTER).dataType() instanceof StructType outer
            ? Set.of(outer.fieldNames())
            : Set.of();
  }

  /** From here on, records lie in {@code document}. */
  void enter(Variant document) {
    this.document = document;
    known.clear();
  }

  /** The record with what it learns; the same one where that is nothing. */
  Variant around(Variant record, Variant outer) {
    var learned = new LinkedHashMap<String, Variant>();
    Variant read = outer == null ? null : read(outer);
    if (read != null) {
      learned.put(OUTER, read);
    }
    for (Layout.Join join : joins) {
      Variant named = named(record, join);
      if (named != null) {
        learned.put(join.field(), named);
      }
    }
    return learned.isEmpty() ? record : with(record, learned);
  }

  /** Of a record that others were found in, what rules read of it; null where that is nothing. */
  private Variant read(Variant outer) {
    if (outer != enclosing) {
      var fields = new LinkedHashMap<String, Variant>();
      for (int i = 0; i < outer.objectSize(); i++) {
        var field = outer.getFieldAtIndex(i);
        if (outerFields.contains(field.key)) {
          fields.put(field.key, field.value);
        }
      }
      enclosing = outer;
      readOfIt = fields.isEmpty() ? null : with(null, fields);
    }
    return readOfIt;
  }

  /** The record that this one names; null where it names none or itself, or has the field. */
  private Variant named(Variant record, Layout.Join join) {
    String id = text(record.getFieldByKey(join.of()));
    boolean itself = id == null || id.equals(text(record.getFieldByKey(ID)));
    if (itself || record.getFieldByKey(join.field()) != null) {
      return null;
    }
    return known.computeIfAbsent(join, this::byId).get(id);
  }

  private Map<String, Variant> byId(Layout.Join join) {
    var out = new HashMap<String, Variant>();
    for (String path : join.in()) {
      Variant part = JsonSplitter.at(document, path);
      if (part != null) {
        collect(part, out);
      }
    }
    return out;
  }

  private static void collect(Variant part, Map<String, Variant> byId) {
    if (part.getType() == VariantUtil.Type.ARRAY) {
      for (int i = 0; i < part.arraySize(); i++) {
        collect(part.getElementAtIndex(i), byId);
      }
    } else if (part.getType() == VariantUtil.Type.OBJECT) {
      String id = text(part.getFieldByKey(ID));
      if (id != null) {
        byId.putIfAbsent(id, part);
      }
    }
  }

  private static String text(Variant value) {
    if (value == null) {
      return null;
    }
    return switch (value.getType()) {
      case STRING -> value.getString();
      case LONG -> Long.toString(value.getLong());
      default -> null;
    };
  }

  private static Variant with(Variant record, Map<String, Variant> learned) {
    var builder = new VariantBuilder(true);
    var fields = new ArrayList<VariantBuilder.FieldEntry>();
    for (int i = 0; record != null && i < record.objectSize(); i++) {
      var field = record.getFieldAtIndex(i);
      if (!learned.containsKey(field.key)) {
        append(field.key, field.value, builder, fields);
      }
    }
    learned.forEach((key, value) -> append(key, value, builder, fields));
    builder.finishWritingObject(0, fields);
    return builder.result();
  }

  private static void append(
      String key, Variant value, VariantBuilder builder, List<VariantBuilder.FieldEntry> fields) {
    fields.add(new VariantBuilder.FieldEntry(key, builder.addKey(key), builder.getWritePos()));
    builder.appendVariant(value);
  }
}
