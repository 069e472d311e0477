package dev.kolrank.feature;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;

import dev.kolrank.core.Tonight;
import dev.kolrank.table.features.Rounding;
import dev.kolrank.table.features.Rows;
import dev.kolrank.table.silver.AccountDay;
import dev.kolrank.table.silver.ActivityDay;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Finds days on which an account's followers jumped without a post behind it: more per day than
 * 500, a twentieth of the followers before, and ten times its usual change, with no post since
 * three days before the followers were last seen. Lower bounds do not count, nor does a change that
 * is no larger than the rounding of its ends.
 */
final class GrowthSpikes {
  static final String BEFORE = "followers_before";
  static final String GAIN = "gain_per_day";
  static final String LIMIT = "limit";
  static final String SINCE = "since";

  private static final String EXACT = "__exact";
  private static final String EXACT_BEFORE = "__exact_before";

  private static final int LEAST_GAIN = 500;
  private static final double LEAST_SHARE = 0.05;
  private static final double TIMES_USUAL = 10;
  private static final int LEAST_CHANGES = 5;

  /** Days before the jump began whose posts may explain it. */
  static final int DAYS_BEFORE = 3;

  private GrowthSpikes() {}

  /** One row per account and change of its followers; nothing of accounts with too few. */
  static Dataset<Row> among(Dataset<Row> accountDays, Dataset<Row> activityDays) {
    WindowSpec account = Window.partitionBy(ACCOUNT_UID.col());
    WindowSpec inOrder = account.orderBy(AccountDay.DAY.col());
    Column rounded = AccountDay.hasRoundedFollowers();
    Column isRounding =
        Rounding.explains(
            col(BEFORE), not(col(EXACT_BEFORE)), AccountDay.FOLLOWERS.col(), not(col(EXACT)));
    Column usual = percentile(abs(col(GAIN)), lit(0.5)).over(account);
    Column limit =
        greatest(
            lit((double) LEAST_GAIN),
            col(BEFORE).multiply(LEAST_SHARE),
            usual.multiply(TIMES_USUAL));
    Dataset<Row> changes =
        accountDays
            .where(AccountDay.knownFollowers().isNotNull())
            .groupBy(ACCOUNT_UID.col(), AccountDay.DAY.col())
            .agg(max(struct(AccountDay.FOLLOWERS.col(), not(rounded).as(EXACT))).as("seen"))
            .select(ACCOUNT_UID.col(), AccountDay.DAY.col(), col("seen.*"))
            .withColumn(BEFORE, lag(AccountDay.FOLLOWERS.col(), 1).over(inOrder))
            .withColumn(EXACT_BEFORE, lag(col(EXACT), 1).over(inOrder))
            .withColumn(SINCE, lag(AccountDay.DAY.col(), 1).over(inOrder))
            .where(col(SINCE).isNotNull().and(not(isRounding)))
            .withColumn(
                GAIN,
                AccountDay.FOLLOWERS
                    .col()
                    .minus(col(BEFORE))
                    .divide(datediff(AccountDay.DAY.col(), col(SINCE))))
            .withColumn(LIMIT, limit)
            .withColumn("changes", count(lit(1)).over(account))
            .where(col("changes").geq(LEAST_CHANGES))
            .withColumn("jumps", col(GAIN).gt(col(LIMIT)));
    Dataset<Row> posted = posted(changes.where(col("jumps")), activityDays);
    return changes
        .join(posted, new String[] {ACCOUNT_UID.name(), AccountDay.DAY.name()}, "left")
        .withColumn(
            Rows.IS_SPIKE.name(),
            col("jumps").and(coalesce(col("posted"), lit(false)).equalTo(false)));
  }

  /** The jumps that a post may explain. */
  private static Dataset<Row> posted(Dataset<Row> jumps, Dataset<Row> activityDays) {
    Column from = date_sub(col(SINCE), DAYS_BEFORE);
    String[] day = {ACCOUNT_UID.name(), "post_day"};
    Dataset<Row> days =
        Tonight.held(
            jumps.select(
                ACCOUNT_UID.col(),
                AccountDay.DAY.col(),
                explode(sequence(from, AccountDay.DAY.col())).as("post_day")));
    Dataset<Row> posts =
        activityDays
            .select(ACCOUNT_UID.col(), ActivityDay.DAY.col().as("post_day"))
            .join(days, day, "left_semi");
    return Tonight.held(
        days.join(posts, day, "left_semi")
            .select(ACCOUNT_UID.col(), AccountDay.DAY.col(), lit(true).as("posted"))
            .distinct());
  }
}
