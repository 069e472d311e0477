package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Order statistics that come out the same, bit for bit, whatever the order of the rows. */
final class Statistics {

  private Statistics() {}

  /** All values of the tiles' arrays, ascending. */
  static Column merged(Column arrays) {
    return array_sort(flatten(collect_list(arrays)));
  }

  /** The median of ascending values; null for none. */
  static Column median(Column ascending) {
    Column n = size(ascending);
    Column low = element_at(ascending, floor(n.plus(1).divide(2)).cast("int"));
    Column high = element_at(ascending, floor(n.plus(2).divide(2)).cast("int"));
    return when(n.gt(0), low.plus(high).divide(2));
  }

  /**
   * The Gini coefficient of ascending values: 0 when all are equal, near 1 when one has everything.
   * Null for fewer than two values or a sum of zero.
   */
  static Column gini(Column ascending) {
    Column n = size(ascending);
    Column zero = lit(0.0);
    Column sum = aggregate(ascending, zero, (total, x) -> total.plus(x));
    Column ranked =
        aggregate(
            transform(ascending, (x, i) -> x.multiply(i.plus(1)).cast("double")),
            zero,
            (total, x) -> total.plus(x));
    Column value = ranked.multiply(2).divide(sum.multiply(n)).minus(n.plus(1).divide(n));
    return when(n.gt(1).and(sum.gt(0)), value);
  }

  /** A count, null instead of zero: nothing seen is not nothing there. */
  static Column someOf(Column count) {
    return when(count.gt(0), count);
  }

  /** {@code over / under}, null when {@code under} is null or zero. */
  static Column ratio(Column over, Column under) {
    return when(under.gt(0), over.divide(under));
  }
}
