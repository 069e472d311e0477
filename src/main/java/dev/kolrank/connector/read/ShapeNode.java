package dev.kolrank.connector.read;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** One level of a record's shape: where each field goes, and what it becomes. */
final class ShapeNode {
  private final Map<String, Integer> places = new HashMap<>();
  private final DataType[] types;
  private final ShapeNode[] inner;

  ShapeNode(StructType shape) {
    StructField[] fields = shape.fields();
    types = new DataType[fields.length];
    inner = new ShapeNode[fields.length];
    for (int i = 0; i < fields.length; i++) {
      places.put(fields[i].name(), i);
      types[i] = fields[i].dataType();
      inner[i] = types[i] instanceof StructType struct ? new ShapeNode(struct) : null;
    }
  }

  int size() {
    return types.length;
  }

  /** The place of the field, or -1 when nobody asks for it. */
  int at(String name) {
    return places.getOrDefault(name, -1);
  }

  DataType type(int place) {
    return types[place];
  }

  /** The level below, or null where the field holds a plain value or an array. */
  ShapeNode inner(int place) {
    return inner[place];
  }
}
