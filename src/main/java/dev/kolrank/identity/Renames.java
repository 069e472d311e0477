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
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Finds accounts that changed their handle, where a source knows them by nothing else. */
final class Renames {
  private static final int RULE = 5;
  private static final double FACTOR = 1.5;

  /** The handle before, the one after, and their native id or a namesake of another size. */
  private static final int MOST_BEARERS = 3;

  private static final String UID = "bearer_uid";
  private static final String FROM = "bearer_from";
  private static final String UNTIL = "bearer_until";
  private static final String TOGETHER = "together";

  private Renames() {}

  /**
   * A handle that was last seen before another of the same rare name and about as many followers
   * came up is the same account, renamed; unless a third might be it, too.
   */
  static Dataset<Row> of(Dataset<Row> accounts) {
    Dataset<Row> given = rare(accounts).where(ACCOUNT_ID.col().startsWith("@"));
    Dataset<Row> bearers =
        given.select(
            ACCOUNT_UID.col().as(UID),
            PLATFORM.col(),
            col(KEY),
            FOLLOWERS.col().as(TARGET_FOLLOWERS),
            FIRST_SEEN.col().as(FROM),
            LAST_SEEN.col().as(UNTIL));
    Column isBefore = LAST_SEEN.col().lt(col(FROM));
    Column unknown = FOLLOWERS.col().isNull().or(col(TARGET_FOLLOWERS).isNull());
    Column together =
        not(isBefore)
            .and(not(col(UNTIL).lt(FIRST_SEEN.col())))
            .and(unknown.or(similar(FACTOR)))
            // handles that differ in case only are one account
            .and(lower(ACCOUNT_UID.col()).notEqual(lower(col(UID))));
    var ofName = Window.partitionBy(PLATFORM.col(), col(KEY));
    return given
        .join(bearers, keys())
        .withColumn(TOGETHER, max(coalesce(together, lit(true))).over(ofName))
        .where(not(col(TOGETHER)).and(isBefore).and(similar(FACTOR)))
        .groupBy(ACCOUNT_UID.col())
        .agg(max(struct(col(FROM), col(UID))).getField(UID).as(TARGET))
        .select(found(RULE, "renamed"));
  }

  /** Accounts whose name is long and has few bearers on its platform, whatever their key is. */
  private static Dataset<Row> rare(Dataset<Row> accounts) {
    return accounts
        .where(ACCOUNT_ID.col().rlike("^[^#~]"))
        .withColumn(KEY, Folding.fold(NAME.col()))
        .where(length(col(KEY)).geq(SHORTEST_NAME))
        .withColumn("bearers", count(lit(1)).over(Window.partitionBy(PLATFORM.col(), col(KEY))))
        .where(col("bearers").leq(MOST_BEARERS));
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
