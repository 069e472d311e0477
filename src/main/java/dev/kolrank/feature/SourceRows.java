package dev.kolrank.feature;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static dev.kolrank.table.Columns.PLATFORM;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.AccountPromotion;
import dev.kolrank.table.features.Features;
import dev.kolrank.table.features.KolNiche;
import dev.kolrank.table.features.Rows;
import dev.kolrank.table.features.Scope;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountDay;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.CommentDay;
import dev.kolrank.table.silver.EdgeDay;
import dev.kolrank.table.silver.LastPosts;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows that features are aggregated from, of the longest window, those of aliases under their
 * account.
 */
record SourceRows(Inputs in) {
  /** Whose niches the peers share. */
  static final Field NICHE = Rows.NICHE;

  static Column night(Inputs in) {
    return lit(Date.valueOf(in.asOf()));
  }

  Dataset<Row> accounts() {
    return folded(in.get(Account.TABLE));
  }

  Dataset<Row> accountDays() {
    return folded(recent(AccountDay.TABLE, AccountDay.DAY));
  }

  Dataset<Row> lastPosts() {
    return folded(in.get(LastPosts.TABLE));
  }

  Dataset<Row> activityDays() {
    return folded(recent(ActivityDay.TABLE, ActivityDay.DAY));
  }

  /**
   * One row per account and span of days between the windows' edges, with the days on which it
   * published.
   */
  Dataset<Row> activitySpans() {
    Column day = struct(ago(), ActivityDay.POSTS.col());
    Column days = collect_list(day).as(Rows.DAYS);
    return Spans.of(activityDays(), ActivityDay.TABLE, night(in), days);
  }

  /** Likewise, of the comments. */
  Dataset<Row> commentSpans() {
    Dataset<Row> days = folded(recent(CommentDay.TABLE, CommentDay.DAY));
    return Spans.of(days, CommentDay.TABLE, night(in));
  }

  /** Aggregates of {@link #activitySpans} that make the account's history. */
  Column[] history() {
    var span = new ArrayList<Column>(List.of(ago()));
    Rows.OF_SPANS.forEach(f -> span.add(f.col()));
    return new Column[] {
      collect_list(struct(span.toArray(Column[]::new))).as(Rows.SPANS),
      flatten(collect_list(col(Rows.DAYS))).as(Rows.DAYS)
    };
  }

  /** The accounts with, for each window, the values of their history in order. */
  static Dataset<Row> ordered(Dataset<Row> histories) {
    var columns = new ArrayList<Column>(List.of(col("*")));
    for (int window : Features.WINDOWS) {
      for (Field metric : Rows.ORDERED) {
        Column values = Rows.valuesOf(metric, new Scope(window));
        columns.add(sort_array(values).as(Rows.ascending(metric, window)));
      }
    }
    return histories.select(columns.toArray(Column[]::new));
  }

  private Column ago() {
    return datediff(night(in), ActivityDay.DAY.col()).as(Rows.AGO);
  }

  /** The KOL of each account and its first niche. */
  Dataset<Row> kols() {
    Dataset<Row> kols =
        KolAccount.current(in.history(KolAccount.TABLE)).select(ACCOUNT_UID.col(), KOL_ID.col());
    Dataset<Row> first =
        in.get(KolNiche.TABLE).groupBy(KOL_ID.col()).agg(KolNiche.first().as(NICHE.name()));
    return kols.join(first, new String[] {KOL_ID.name()}, "left");
  }

  /** One row per account and commenter, with how many of the account's posts in each window. */
  Dataset<Row> commenters() {
    Column[] posts =
        Rows.COMMENTER_WINDOWS.stream()
            .map(days -> posts(new Scope(days)).as(Rows.commenterPosts(days).name()))
            .toArray(Column[]::new);
    return comments()
        .withColumn("as_of", night(in))
        .groupBy(ACCOUNT_UID.col(), EdgeDay.FROM_UID.col())
        .agg(posts[0], Arrays.copyOfRange(posts, 1, posts.length));
  }

  private static Column posts(Scope window) {
    return size(array_distinct(flatten(collect_list(window.in(EdgeDay.POSTS.col())))));
  }

  /** The edges of comments under the account that they were made to. */
  Dataset<Row> comments() {
    return folded(
        recent(EdgeDay.TABLE, EdgeDay.DAY)
            .where(EdgeDay.KIND.col().equalTo(EdgeDay.COMMENT))
            .withColumn(ACCOUNT_UID.name(), EdgeDay.TO_UID.col()));
  }

  /** One row per account, day, and tracked account of another KOL that turns to it. */
  Dataset<Row> mentions() {
    Dataset<Row> edges =
        recent(EdgeDay.TABLE, EdgeDay.DAY)
            .where(EdgeDay.KIND.col().notEqual(EdgeDay.COMMENT))
            .withColumn(ACCOUNT_UID.name(), EdgeDay.FROM_UID.col());
    return new Mentions(accounts(), kols()).of(folded(edges));
  }

  /** One row per account that advertised. */
  Dataset<Row> promotions() {
    return folded(in.get(AccountPromotion.TABLE)).drop(AS_OF.name());
  }

  /** One row per account and day on which its followers changed. */
  Dataset<Row> spikes() {
    return spikes(rows -> rows);
  }

  /** The same of the accounts whose rows are picked. */
  Dataset<Row> spikes(UnaryOperator<Dataset<Row>> some) {
    Dataset<Row> posted =
        folded(
            recent(
                ActivityDay.TABLE,
                ActivityDay.DAY,
                Features.LONGEST_WINDOW + GrowthSpikes.DAYS_BEFORE));
    return GrowthSpikes.among(some.apply(accountDays()), some.apply(posted));
  }

  /** One row per account and account of another KOL that shares commenters with it. */
  Dataset<Row> pods() {
    return pods(rows -> rows);
  }

  /** The same of the accounts whose rows are picked. */
  Dataset<Row> pods(UnaryOperator<Dataset<Row>> some) {
    return Pods.among(comments(), kols().select(ACCOUNT_UID.col(), KOL_ID.col()), some);
  }

  /**
   * One row per account and niche of its KOL, with what the account wins of the niche's
   * interactions on its platform. Parts are rounded to whole interactions, so that they add up in
   * any order.
   */
  Dataset<Row> niches(Dataset<Row> features, String interactions) {
    Dataset<Row> weights =
        in.get(KolNiche.TABLE)
            .select(KOL_ID.col(), KolNiche.NICHE.as(KolNiche.NICHE.col()), KolNiche.WEIGHT.col());
    Column part = round(col(interactions).multiply(KolNiche.WEIGHT.col())).cast("bigint");
    Dataset<Row> parts =
        features
            .select(ACCOUNT_UID.col(), PLATFORM.col(), KOL_ID.col(), col(interactions))
            .where(col(interactions).gt(0))
            .join(weights, KOL_ID.name())
            .withColumn("part", part);
    String[] niche = {PLATFORM.name(), KolNiche.NICHE.name()};
    Dataset<Row> wholes =
        parts.groupBy(PLATFORM.col(), KolNiche.NICHE.col()).agg(sum(col("part")).as("whole"));
    return parts
        .join(wholes, niche, "inner")
        .withColumn(Rows.WON.name(), when(col("whole").gt(0), col("part").divide(col("whole"))))
        .where(Rows.WON.col().isNotNull());
  }

  private Dataset<Row> recent(Table table, Field day) {
    return recent(table, day, Features.LONGEST_WINDOW);
  }

  private Dataset<Row> recent(Table table, Field day, int days) {
    Column oldest = date_sub(night(in), days);
    return in.get(table).where(day.col().gt(oldest).and(day.col().leq(night(in))));
  }

  Dataset<Row> folded(Dataset<Row> rows) {
    return AccountAlias.follow(rows, ACCOUNT_UID.name(), in.get(AccountAlias.TABLE));
  }
}
