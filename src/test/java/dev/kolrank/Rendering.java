package dev.kolrank;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Rows as text to compare: sorted, the columns asked for, fractions to six digits. */
final class Rendering {
  private static final MathContext SIX = new MathContext(6);

  private Rendering() {}

  static String of(List<String> columns, List<Row> rows) {
    return rows.stream()
        .map(
            row -> columns.stream().map(c -> cell(row.getAs(c))).collect(Collectors.joining(" | ")))
        .sorted()
        .collect(Collectors.joining("\n", String.join(" | ", columns) + "\n", "\n"));
  }

  private static String cell(Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number)
          ? new BigDecimal(number).round(SIX).stripTrailingZeros().toPlainString()
          : Double.toString(number);
    }
    if (value instanceof Timestamp time) {
      return time.toInstant().toString();
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      Map<String, String> sorted = new TreeMap<>();
      CollectionConverters.asJava(map).forEach((k, v) -> sorted.put(cell(k), cell(v)));
      return sorted.toString();
    }
    if (value instanceof scala.collection.Seq<?> seq) {
      return CollectionConverters.asJava(seq).stream().map(Rendering::cell).toList().toString();
    }
    if (value instanceof Row row) {
      return CollectionConverters.asJava(row.toSeq()).stream()
          .map(Rendering::cell)
          .toList()
          .toString();
    }
    return String.valueOf(value);
  }
}
