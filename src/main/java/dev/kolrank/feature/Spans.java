package dev.kolrank.feature;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.theta_union_agg;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.Features;
import dev.kolrank.table.silver.ActivityDay;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.NumericType;

/**
 * Merges tiles of days into tiles of the spans between the edges of the windows. Every window is
 * some of these spans, so that its features come out of a handful of rows per account instead of a
 * row per day, window by window.
 */
final class Spans {
  private static final String SPAN = "span";

  private Spans() {}

  /**
   * One row per account and span, with the columns of the tiles, merged: numbers added, arrays
   * strung together in no order, sketches united; the day is the span's last one.
   */
  static Dataset<Row> of(Dataset<Row> days, Table tiles, Column night, Column... further) {
    var merged = new ArrayList<Column>();
    for (Field field : tiles.fields()) {
      if (!field.equals(ACCOUNT_UID)) {
        merged.add(merged(field).as(field.name()));
      }
    }
    merged.addAll(List.of(further));
    Column first = merged.remove(0);
    return days.repartition(ACCOUNT_UID.col())
        .groupBy(ACCOUNT_UID.col(), span(night).as(SPAN))
        .agg(first, merged.toArray(Column[]::new))
        .drop(SPAN);
  }

  /** How many edges lie between the night and the day. */
  private static Column span(Column night) {
    Column ago = datediff(night, ActivityDay.DAY.col());
    List<Integer> edges = Features.EDGES;
    Column span = lit(edges.size());
    for (int i = edges.size() - 1; i >= 0; i--) {
      span = when(ago.lt(edges.get(i)), lit(i)).otherwise(span);
    }
    return span;
  }

  private static Column merged(Field field) {
    Column value = field.col();
    if (field.type() instanceof ArrayType) {
      return flatten(collect_list(value));
    }
    if (field.type() instanceof BinaryType) {
      return theta_union_agg(value);
    }
    boolean isNumber = field.type() instanceof NumericType;
    return isNumber ? sum(value) : max(value);
  }
}
