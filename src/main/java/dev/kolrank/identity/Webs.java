package dev.kolrank.identity;

import static dev.kolrank.identity.Components.COMPONENT;
import static dev.kolrank.identity.Components.NODE;
import static dev.kolrank.table.identity.AccountPair.EVIDENCE;
import static dev.kolrank.table.identity.AccountPair.LEFT_UID;
import static dev.kolrank.table.identity.AccountPair.LINKED;
import static dev.kolrank.table.identity.AccountPair.PROBABILITY;
import static dev.kolrank.table.identity.AccountPair.RIGHT_UID;
import static dev.kolrank.table.identity.AccountPair.SUPPORT;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;

import dev.kolrank.core.Materialized;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Connected components of linked accounts, none too large. One that is loses its weakest links,
 * ever more of them: first all but each account's best to each platform, where that is mutual, then
 * by probability; in the end only must-links hold.
 */
final class Webs {
  /** Ever stricter; what is certain beyond the last is a must-link. */
  private static final double[] BARS = {0.9, 0.99, 0.999};

  private static final String BEST = "best";

  private Webs() {}

  /**
   * Every account of a linked pair with its component.
   *
   * @param pairs rows of the pair table
   * @param largest the most accounts that a component may have
   */
  static Dataset<Row> of(Dataset<Row> pairs, int largest) {
    Dataset<Row> links = pairs.where(LINKED.col());
    Dataset<Row> found = components(links);
    Dataset<Row> large = large(found, largest);
    for (int round = 0; round <= BARS.length + 1 && !large.isEmpty(); round++) {
      Dataset<Row> web = links.join(large, LEFT_UID.col().equalTo(col(NODE)), "left_semi");
      Dataset<Row> kept = stricter(web, round).transform(Materialized::of);
      found = found.join(large, new String[] {NODE}, "left_anti").unionByName(components(kept));
      found = found.transform(Materialized::of);
      links = kept;
      large = large(found, largest);
    }
    return found;
  }

  private static Dataset<Row> components(Dataset<Row> links) {
    return Components.of(links.select(LEFT_UID.col(), RIGHT_UID.col()));
  }

  /** The accounts of components that are too large. */
  private static Dataset<Row> large(Dataset<Row> found, int largest) {
    Dataset<Row> sizes =
        found
            .groupBy(col(COMPONENT))
            .agg(count(lit(1)).as("accounts"))
            .where(col("accounts").gt(largest))
            .select(col(COMPONENT));
    return found.join(broadcast(sizes), COMPONENT).select(col(NODE)).transform(Materialized::of);
  }

  private static Dataset<Row> stricter(Dataset<Row> web, int round) {
    if (round == 0) {
      return mutualBest(web);
    }
    return round <= BARS.length
        ? web.where(isMust().or(PROBABILITY.col().geq(BARS[round - 1])))
        : web.where(isMust());
  }

  /** The links that are the best of both accounts to the other's platform, and must-links. */
  private static Dataset<Row> mutualBest(Dataset<Row> web) {
    Dataset<Row> fromLeft = best(web, LEFT_UID.col(), RIGHT_UID.col());
    Dataset<Row> fromRight = best(web, RIGHT_UID.col(), LEFT_UID.col());
    Dataset<Row> mutual = fromLeft.intersect(fromRight);
    return web.join(mutual, new String[] {LEFT_UID.name(), RIGHT_UID.name()}, "left_semi")
        .unionByName(web.where(isMust()))
        .dropDuplicates(LEFT_UID.name(), RIGHT_UID.name());
  }

  private static Dataset<Row> best(Dataset<Row> web, Column from, Column to) {
    return web.groupBy(from, substring_index(to, ":", 1))
        .agg(
            max(struct(PROBABILITY.col(), SUPPORT.col(), LEFT_UID.col(), RIGHT_UID.col())).as(BEST))
        .select(col(BEST).getField(LEFT_UID.name()), col(BEST).getField(RIGHT_UID.name()))
        .toDF(LEFT_UID.name(), RIGHT_UID.name());
  }

  private static Column isMust() {
    return array_contains(EVIDENCE.col(), Findings.MUST_LINK);
  }
}
