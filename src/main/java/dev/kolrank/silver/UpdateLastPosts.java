package dev.kolrank.silver;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sum;

import dev.kolrank.core.DayRanges;
import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.core.Tonight;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.features.Statistics;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.LastPosts;
import dev.kolrank.table.silver.Post;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Summarizes, for every account whose posts changed, the posts of the 90 days up to its newest one.
 * Reads the daily aggregates of these days alone, unless an account lost its newest day.
 */
public record UpdateLastPosts() implements Step {
  private static final String[] ACCOUNT = {ACCOUNT_UID.name()};
  private static final String[] TILE = TouchedDays.TILE;
  private static final String NEWEST = "newest";

  @Override
  public Table output() {
    return LastPosts.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(PostObservation.TABLE, Replacement.TABLE, Post.TABLE, ActivityDay.TABLE);
  }

  @Override
  public Optional<Column> gone() {
    return Optional.of(LastPosts.DAY.col().isNull());
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> days =
        in.get(ActivityDay.TABLE)
            .select(
                ACCOUNT_UID.col(),
                ActivityDay.DAY.col(),
                ActivityDay.POSTS.col(),
                ActivityDay.VIEWS.col(),
                ActivityDay.ENGAGEMENTS.col());
    Dataset<Row> known =
        in.previous(LastPosts.TABLE).select(ACCOUNT_UID.col(), col(TouchedDays.DAY));
    return known.isEmpty()
        ? summarized(newest(days), days)
        : changed(TouchedDays.ofPosts(in), known, days);
  }

  private static Dataset<Row> changed(Dataset<Row> touched, Dataset<Row> known, Dataset<Row> days) {
    var touchedDays = DayRanges.of(touched, col(TouchedDays.DAY));
    Dataset<Row> present =
        days.where(touchedDays.contain(ActivityDay.DAY))
            .select(ACCOUNT_UID.col(), ActivityDay.DAY.col())
            .join(touched, TILE, "left_semi");
    Dataset<Row> accounts = touched.select(ACCOUNT_UID.col()).distinct();
    Dataset<Row> before = known.join(accounts, ACCOUNT, "left_semi");
    // an account that lost its newest day may have any other day left
    Dataset<Row> lost =
        Tonight.held(
            before
                .join(touched, TILE, "left_semi")
                .join(present, TILE, "left_anti")
                .select(ACCOUNT_UID.col()));
    Dataset<Row> newest = newest(present.union(before.join(lost, ACCOUNT, "left_anti")));
    if (!lost.isEmpty()) {
      Dataset<Row> anyDay = days.join(lost, ACCOUNT, "left_semi");
      newest = newest(newest.withColumnRenamed(NEWEST, TouchedDays.DAY).union(newest(anyDay)));
    }
    Dataset<Row> held = Tonight.held(newest);
    var windows = DayRanges.of(held, col(NEWEST)).reachingBack(LastPosts.DAYS);
    return summarized(held, days.where(windows.contain(ActivityDay.DAY)))
        .unionByName(lost.join(held, ACCOUNT, "left_anti"), true);
  }

  private static Dataset<Row> newest(Dataset<Row> days) {
    return days.groupBy(ACCOUNT_UID.col()).agg(max(ActivityDay.DAY.col()).as(NEWEST));
  }

  private static Dataset<Row> summarized(Dataset<Row> newest, Dataset<Row> days) {
    Column inWindow =
        ActivityDay.DAY
            .col()
            .gt(date_sub(col(NEWEST), LastPosts.DAYS))
            .and(ActivityDay.DAY.col().leq(col(NEWEST)));
    return days.join(newest, ACCOUNT)
        .where(inWindow)
        .groupBy(ACCOUNT_UID.col())
        .agg(
            LastPosts.DAY.as(max(ActivityDay.DAY.col())),
            LastPosts.POSTS.as(sum(ActivityDay.POSTS.col())),
            LastPosts.VIEWS_MEDIAN.as(median(ActivityDay.VIEWS)),
            LastPosts.ENGAGEMENTS_MEDIAN.as(median(ActivityDay.ENGAGEMENTS)));
  }

  private static Column median(Field values) {
    return Statistics.median(sort_array(flatten(collect_list(values.col()))));
  }
}
