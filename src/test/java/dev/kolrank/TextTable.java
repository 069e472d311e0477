package dev.kolrank;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.datasketches.theta.UpdateSketch;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.AtomicType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/**
 * Rows written as text: a header of column names, cells parted by '|'. A cell is {@code null} when
 * it is empty or says so, {@code ""} is the empty text; arrays are [a, b], maps {a: 1}, structs and
 * what nests them JSON; bytes are the theta sketch of [a, b]. Escapes are {@code \|}, {@code \,}
 * and {@code \n}.
 */
record TextTable(List<Field> columns, List<List<String>> rows) {

  static TextTable parse(Table table, String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(table + ": the text has no header");
    }
    List<Field> columns = cells(lines.get(0)).stream().map(name -> field(table, name)).toList();
    List<List<String>> rows = lines.stream().skip(1).map(TextTable::cells).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "%s: %d cells under %d columns: %s".formatted(table, row.size(), columns.size(), row));
      }
    }
    return new TextTable(columns, rows);
  }

  /** The rows, each column cast by Spark to its declared type. */
  Dataset<Row> frame(SparkSession spark) {
    var schema = new StructType();
    for (Field column : columns) {
      schema = schema.add(column.name(), written(column.type()));
    }
    List<Row> parsed = new ArrayList<>();
    for (List<String> row : rows) {
      var values = new Object[row.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(row.get(i), columns.get(i).type());
      }
      parsed.add(RowFactory.create(values));
    }
    return spark
        .createDataFrame(parsed, schema)
        .select(columns.stream().map(TextTable::cast).toArray(Column[]::new));
  }

  private static Field field(Table table, String name) {
    return table.fields().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(table + " has no column " + name));
  }

  private static Column cast(Field column) {
    Column cell = col(column.name());
    return (isWhole(column.type())
            ? from_json(cell, column.type(), Map.of())
            : cell.cast(column.type()))
        .as(column.name());
  }

  private static DataType written(DataType type) {
    if (isWhole(type)) {
      return StringType;
    }
    if (type instanceof ArrayType) {
      return createArrayType(StringType);
    }
    if (type instanceof BinaryType) {
      return type;
    }
    return type instanceof MapType ? createMapType(StringType, StringType) : StringType;
  }

  /** Whether the cell is JSON as a whole. */
  private static boolean isWhole(DataType type) {
    if (type instanceof ArrayType array) {
      return !(array.elementType() instanceof AtomicType);
    }
    if (type instanceof MapType map) {
      return !(map.valueType() instanceof AtomicType);
    }
    return type instanceof StructType;
  }

  private static Object value(String cell, DataType type) {
    if (cell.isEmpty() || cell.equals("null")) {
      return null;
    }
    if (isWhole(type)
        || !(type instanceof ArrayType || type instanceof MapType || type instanceof BinaryType)) {
      return plain(cell);
    }
    if (type instanceof BinaryType) {
      return sketch(List.of(cell.substring(1, cell.length() - 1).split(",\\s*")));
    }
    String inside = cell.substring(1, cell.length() - 1).strip();
    List<String> parts = inside.isEmpty() ? List.of() : List.of(inside.split("(?<!\\\\),\\s*", -1));
    if (type instanceof ArrayType) {
      return parts.stream().map(TextTable::plain).toArray(String[]::new);
    }
    Map<String, String> map = new LinkedHashMap<>();
    for (String part : parts) {
      String[] entry = part.split(":\\s+", 2);
      map.put(plain(entry[0]), plain(entry[1]));
    }
    return map;
  }

  /** The theta sketch of the words, as Spark makes it. */
  static byte[] sketch(List<String> words) {
    UpdateSketch sketch = UpdateSketch.builder().build();
    words.forEach(word -> sketch.update(word.getBytes(StandardCharsets.UTF_8)));
    return sketch.compact().toByteArrayCompressed();
  }

  private static String plain(String cell) {
    if (cell.equals("null")) {
      return null;
    }
    return cell.equals("\"\"") ? "" : cell.replace("\\n", "\n").replace("\\,", ",");
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.split("(?<!\\\\)\\|", -1)) {
      cells.add(cell.replace("\\|", "|").strip());
    }
    return cells;
  }
}
