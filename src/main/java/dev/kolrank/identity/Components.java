package dev.kolrank.identity;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.xxhash64;

import dev.kolrank.core.Materialized;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Connected components by alternating large-star and small-star (Kiveris et al., "Connected
 * Components in MapReduce and Beyond", 2014): in O(log² n) rounds every node hangs on its
 * component's smallest.
 */
final class Components {
  static final String NODE = "node";
  static final String COMPONENT = "component";

  /** Enough for any graph that fits a lake; more means a fault. */
  private static final int MOST_ROUNDS = 60;

  private static final String FAR = "far";
  private static final String NEAR = "near";
  private static final String LEAST = "least";

  private Components() {}

  /**
   * Every node of the edges with the smallest node of its component.
   *
   * @param edges two columns of text
   */
  static Dataset<Row> of(Dataset<Row> edges) {
    Column one = col(edges.columns()[0]);
    Column other = col(edges.columns()[1]);
    Dataset<Row> stars =
        edges
            .where(one.notEqual(other))
            .select(greatest(one, other).as(FAR), least(one, other).as(NEAR))
            .distinct()
            .transform(Materialized::of);
    Row state = state(stars);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      stars = smallStar(largeStar(stars)).transform(Materialized::of);
      Row next = state(stars);
      if (next.equals(state)) {
        Dataset<Row> leaves = stars.select(col(FAR).as(NODE), col(NEAR).as(COMPONENT));
        Dataset<Row> roots = stars.select(col(NEAR).as(NODE), col(NEAR).as(COMPONENT));
        return leaves.union(roots.distinct());
      }
      state = next;
    }
    throw new IllegalStateException(
        "components did not settle in %d rounds".formatted(MOST_ROUNDS));
  }

  private static Row state(Dataset<Row> stars) {
    return stars.agg(count(lit(1)), bit_xor(xxhash64(col(FAR), col(NEAR)))).first();
  }

  /** Every node's larger neighbours hang on the smallest of its neighbours and itself. */
  private static Dataset<Row> largeStar(Dataset<Row> edges) {
    Dataset<Row> both = edges.union(edges.select(col(NEAR), col(FAR))).toDF(FAR, NEAR);
    Dataset<Row> least = both.groupBy(col(FAR)).agg(least(col(FAR), min(col(NEAR))).as(LEAST));
    return both.join(least, FAR)
        .where(col(NEAR).gt(col(FAR)))
        .select(col(NEAR).as(FAR), col(LEAST).as(NEAR))
        .distinct();
  }

  /** Every node and its smaller neighbours hang on the smallest of them. */
  private static Dataset<Row> smallStar(Dataset<Row> edges) {
    Dataset<Row> least = edges.groupBy(col(FAR)).agg(min(col(NEAR)).as(LEAST));
    Dataset<Row> neighbours =
        edges
            .join(least, FAR)
            .where(col(NEAR).notEqual(col(LEAST)))
            .select(col(NEAR).as(FAR), col(LEAST).as(NEAR));
    return neighbours.union(least.select(col(FAR), col(LEAST).as(NEAR))).distinct();
  }
}
