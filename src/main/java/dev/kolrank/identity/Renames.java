package dev.kolrank.identity;

import static dev.kolrank.identity.ResolveAliases.KEY;
import static dev.kolrank.identity.ResolveAliases.SHORTEST_NAME;
import static dev.kolrank.identity.ResolveAliases.TARGET;
import static dev.kolrank.identity.ResolveAliases.TARGET_FOLLOWERS;
import static dev.kolrank.identity.ResolveAliases.found;
import static dev.kolrank.identity.ResolveAliases.keys;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.FIRST_SEEN;
import static dev.kolrank.table.Columns.LAST_SEEN;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.silver.Account.ACCOUNT_ID;
import static dev.kolrank.table.silver.Account.FOLLOWERS;
import static dev.kolrank.table.silver.Account.NAME;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds accounts that changed their handle, where a source knows them by nothing else. */
final class Renames {
  private static final int RULE = 5;
  private static final double FACTOR = 1.5;

  private Renames() {}

  /**
   * A handle that was last seen before another of the same name and about as many followers came up
   * is the same account, renamed.
   */
  static Dataset<Row> of(Dataset<Row> accounts) {
    Dataset<Row> given =
        accounts
            .where(ACCOUNT_ID.col().startsWith("@"))
            .select(
                ACCOUNT_UID.col(),
                PLATFORM.col(),
                Folding.fold(NAME.col()).as(KEY),
                FOLLOWERS.col(),
                FIRST_SEEN.col(),
                LAST_SEEN.col())
            .where(length(col(KEY)).geq(SHORTEST_NAME));
    Dataset<Row> later =
        given.select(
            ACCOUNT_UID.col().as("later_uid"),
            PLATFORM.col(),
            col(KEY),
            FOLLOWERS.col().as(TARGET_FOLLOWERS),
            FIRST_SEEN.col().as("later_seen"));
    Column newest = struct(col("later_seen"), col("later_uid"));
    return given
        .join(later, keys())
        .where(LAST_SEEN.col().lt(col("later_seen")))
        .where(similar(FACTOR))
        .groupBy(ACCOUNT_UID.col())
        .agg(max(newest).getField("later_uid").as(TARGET))
        .select(found(RULE, "renamed"));
  }

  /**
   * Whether both follower counts are known and none is more than {@code factor} times the other.
   */
  static Column similar(double factor) {
    Column fewer = least(FOLLOWERS.col(), col(TARGET_FOLLOWERS));
    Column more = greatest(FOLLOWERS.col(), col(TARGET_FOLLOWERS));
    Column known = FOLLOWERS.col().isNotNull().and(col(TARGET_FOLLOWERS).isNotNull());
    return known.and(more.leq(fewer.multiply(factor)));
  }
}
