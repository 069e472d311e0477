package dev.kolrank.identity;

import static dev.kolrank.table.identity.AccountPair.EVIDENCE;
import static dev.kolrank.table.identity.AccountPair.LEFT_UID;
import static dev.kolrank.table.identity.AccountPair.LINKED;
import static dev.kolrank.table.identity.AccountPair.RIGHT_UID;
import static dev.kolrank.table.identity.AccountPair.SUPPORT;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What single observations say about a pair, in the columns of the pair table. */
final class Findings {
  static final String MUST_LINK = "must_link";
  static final String CANNOT_LINK = "cannot_link";

  private Findings() {}

  /** One finding per row about two accounts, in whichever order they come. */
  static Dataset<Row> of(
      Dataset<Row> rows, Column one, Column other, Column evidence, Column support, Column linked) {
    return rows.select(
        LEFT_UID.as(least(one, other)),
        RIGHT_UID.as(greatest(one, other)),
        EVIDENCE.as(evidence),
        SUPPORT.as(support),
        LINKED.as(linked));
  }

  /** One row per pair: any that links decides, a cannot-link forbids. */
  static Dataset<Row> perPair(Dataset<Row> findings) {
    Column forbidden = array_contains(EVIDENCE.col(), CANNOT_LINK);
    return findings
        .groupBy(LEFT_UID.col(), RIGHT_UID.col())
        .agg(
            sort_array(array_distinct(flatten(collect_list(EVIDENCE.col())))).as(EVIDENCE.name()),
            max(SUPPORT.col()).as(SUPPORT.name()),
            max(LINKED.col()).as(LINKED.name()))
        .withColumn(LINKED.name(), LINKED.col().and(not(forbidden)));
  }
}
