package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * The window that a feature looks at: the last {@code days} days, the night's own day included; 0
 * for the latest state. The rows carry the night as {@code as_of} and their own day as {@code day}.
 */
public record Scope(int days) {
  static final Scope LATEST = new Scope(0);

  /** True for a row of the window. */
  public Column within() {
    return col("day").gt(date_sub(col("as_of"), days)).and(col("day").leq(col("as_of")));
  }

  /** {@code value} on the rows of the window, null elsewhere. */
  public Column in(Column value) {
    return when(within(), value);
  }

  /** The column of another feature with the same window. */
  public Column feature(String name) {
    return col(days == 0 ? name : name + "_" + days + "d");
  }
}
