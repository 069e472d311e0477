package dev.kolrank.identity;

import static dev.kolrank.identity.Citations.BIO_TEXT;
import static dev.kolrank.identity.Citations.FROM;
import static dev.kolrank.identity.Citations.IS_ID;
import static dev.kolrank.identity.Citations.WHERE;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.silver.Account.HANDLE;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.table.matching.AccountLabel;
import dev.kolrank.table.matching.NamedProfile;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Who cites whom and how firmly: one row per citing account and cited profile. Those that nobody
 * tracks count as rivals for an account's own profile on a platform; only such go on as may be it.
 */
final class Directions {
  static final String TO = NamedProfile.TO_UID.name();
  static final String IN_BIO = "in_bio";
  static final String POSTS = "posts";
  static final String SHARE = "share";
  static final String ALIKE = "alike";
  static final String IS_TOP = "is_top";
  static final String IS_FIRM = "is_firm";
  static final String IS_FAN = "is_fan";
  static final String SAME_PLATFORM = "same_platform";

  /** Whether nobody tracks it by that id; under another kind of id it may be tracked. */
  static final String IS_UNKNOWN_ID = "is_unknown_id";

  /** Before the platform of a profile that nobody tracks. */
  static final String STRANGER = "?";

  private static final double FIRM_SHARE = 0.5;
  private static final int FIRM_POSTS = 2;
  private static final String ALL_POSTS = "all_posts";
  static final String MADE = "made_posts";
  private static final String STRENGTH = "strength";

  private Directions() {}

  /**
   * The directions.
   *
   * @param citations as {@link Citations} gives them, FROM being the folded account
   * @param tracked the cited profiles that {@link Directory} found
   * @param labels per account its names and whether it is a fan's ({@link AccountLabel})
   * @param made posts per account
   */
  static Dataset<Row> of(
      Dataset<Row> citations, Dataset<Row> tracked, Dataset<Row> labels, Dataset<Row> made) {
    Dataset<Row> counted = counted(citations, tracked);
    Dataset<Row> compared = compared(counted.join(made, FROM.name(), "left"), labels);
    Column firmPosts =
        col(SHARE)
            .geq(FIRM_SHARE)
            .and(col(POSTS).geq(FIRM_POSTS).or(col(MADE).equalTo(1).and(col(POSTS).equalTo(1))));
    Column strength = struct(col(IN_BIO), col(SHARE), col(ALIKE));
    var rivals = Window.partitionBy(FROM.col(), PLATFORM.col());
    return compared
        .withColumn(STRENGTH, strength)
        .withColumn("place", rank().over(rivals.orderBy(col(STRENGTH).desc())))
        .withColumn(
            "level",
            count(lit(1)).over(Window.partitionBy(FROM.col(), PLATFORM.col(), col(STRENGTH))))
        .select(
            FROM.col(),
            col(TO),
            PLATFORM.col(),
            HANDLE.col(),
            not(col(TO).startsWith(STRANGER)).as(NamedProfile.IS_TRACKED.name()),
            NamedProfile.IS_BY_NAME.col(),
            col(IS_UNKNOWN_ID),
            col(IN_BIO),
            col(POSTS),
            col(SHARE),
            col(ALIKE),
            col(IS_FAN),
            col("place").equalTo(1).and(col("level").equalTo(1)).as(IS_TOP),
            col(IN_BIO).or(firmPosts).as(IS_FIRM),
            PLATFORM.col().equalTo(platformOf(FROM.col())).as(SAME_PLATFORM))
        .where(NamedProfile.IS_TRACKED.col().or(col(IS_TOP).and(col(IN_BIO))));
  }

  static Column platformOf(Column uid) {
    return substring_index(uid, ":", 1);
  }

  /** Per citing account and cited profile: in the bio, in how many posts, of how many. */
  private static Dataset<Row> counted(Dataset<Row> citations, Dataset<Row> tracked) {
    Column stranger = concat_ws(":", lit(STRANGER), PLATFORM.col(), HANDLE.col());
    Column post = when(WHERE.col().notEqual(BIO_TEXT), WHERE.col());
    String[] profile = {PLATFORM.name(), HANDLE.name(), IS_ID.name()};
    Dataset<Row> named =
        citations
            .join(tracked.withColumnRenamed(ACCOUNT_UID.name(), TO), profile, "left")
            .withColumn(TO, coalesce(col(TO), stranger))
            .where(col(TO).notEqual(FROM.col()));
    Column byName = coalesce(col(Directory.BY_NAME), lit(false));
    Dataset<Row> all =
        citations.groupBy(FROM.col(), PLATFORM.col()).agg(count_distinct(post).as(ALL_POSTS));
    String[] ways = {FROM.name(), PLATFORM.name()};
    return named
        .groupBy(FROM.col(), PLATFORM.col(), col(TO))
        .agg(
            max(WHERE.col().equalTo(BIO_TEXT)).as(IN_BIO),
            min(byName).as(NamedProfile.IS_BY_NAME.name()),
            max(IS_ID.col().and(col(TO).startsWith(STRANGER))).as(IS_UNKNOWN_ID),
            count_distinct(post).as(POSTS),
            min(HANDLE.col()).as(HANDLE.name()))
        .join(all, ways)
        .withColumn(
            SHARE,
            when(col(ALL_POSTS).gt(0), col(POSTS).cast("double").divide(col(ALL_POSTS)))
                .otherwise(0.0));
  }

  /** With how much the names on both sides are alike. */
  private static Dataset<Row> compared(Dataset<Row> counted, Dataset<Row> labels) {
    Dataset<Row> citing =
        labels.select(
            ACCOUNT_UID.col().as(FROM.name()),
            AccountLabel.NAMES.col().as("own_names"),
            AccountLabel.ABOUT.col().eqNullSafe(LabelAccounts.FAN).as(IS_FAN));
    Dataset<Row> cited = labels.select(ACCOUNT_UID.col().as(TO), AccountLabel.NAMES.col());
    Column alike =
        Folding.resemblance(col("own_names"), coalesce(AccountLabel.NAMES.col(), HANDLE.col()));
    return counted
        .join(citing, FROM.name())
        .join(cited, new String[] {TO}, "left")
        .withColumn(ALIKE, alike);
  }
}
