package dev.kolrank.ranking;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.lit;

import java.util.function.Function;
import org.apache.spark.sql.Column;

/** Sums over sorted arrays: the same bits whatever the partitioning, unlike sums over rows. */
final class Sums {

  private Sums() {}

  /** The sum of {@code of} over the array's elements, in its order. */
  static Column of(Column array, Function<Column, Column> of) {
    return aggregate(array, lit(0.0), (total, x) -> total.plus(of.apply(x)));
  }
}
