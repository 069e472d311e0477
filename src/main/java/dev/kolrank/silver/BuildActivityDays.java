package dev.kolrank.silver;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.FIRST_SEEN;
import static dev.kolrank.table.Columns.POST_UID;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.Post;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rebuilds the tiles of the days whose posts were seen since the last night. A post of unknown time
 * counts on the day it was first seen; a repost of another's post counts for nobody.
 */
public record BuildActivityDays() implements Step {

  private static final String[] TILE = {ACCOUNT_UID.name(), ActivityDay.DAY.name()};
  private static final String[] ONE_POST = {POST_UID.name()};

  @Override
  public Table output() {
    return ActivityDay.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(PostObservation.TABLE, Replacement.TABLE, Post.TABLE);
  }

  @Override
  public Optional<Column> gone() {
    return Optional.of(ActivityDay.POSTS.col().equalTo(0));
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> posts = in.get(Post.TABLE).withColumn(ActivityDay.DAY.name(), day());
    Dataset<Row> counted = posts.where(not(coalesce(Post.REPOST.col(), lit(false))));
    // a tile that lost its last post comes out with none, and is taken away for that
    return touched(in, counted)
        .join(counted, TILE, "left")
        .groupBy(ACCOUNT_UID.col(), ActivityDay.DAY.col())
        .agg(
            count(POST_UID.col()).as(ActivityDay.POSTS.name()),
            count(when(sponsored().and(POST_UID.col().isNotNull()), lit(1)))
                .as(ActivityDay.SPONSORED_POSTS.name()),
            ascending(Post.VIEWS).as(ActivityDay.VIEWS.name()),
            ascending(Post.ENGAGEMENTS).as(ActivityDay.ENGAGEMENTS.name()),
            total(Post.LIKES).as(ActivityDay.LIKES.name()),
            total(Post.COMMENTS).as(ActivityDay.COMMENTS.name()),
            total(Post.SHARES).as(ActivityDay.SHARES.name()),
            total(Post.SAVES).as(ActivityDay.SAVES.name()),
            total(Post.VIEWS, Post.ENGAGEMENTS).as(ActivityDay.ENGAGED_VIEWS.name()),
            total(Post.ENGAGEMENTS, Post.VIEWS).as(ActivityDay.VIEWED_ENGAGEMENTS.name()));
  }

  private static Column day() {
    return coalesce(Post.PUBLISHED_ON.col(), to_date(FIRST_SEEN.col()));
  }

  /**
   * The tiles of the posts whose observations changed since the last night: where they count now,
   * and where they may have counted before.
   */
  private static Dataset<Row> touched(Inputs in, Dataset<Row> counted) {
    Dataset<Row> known =
        in.previous(ActivityDay.TABLE).select(ACCOUNT_UID.col(), ActivityDay.DAY.col());
    boolean first = known.isEmpty();
    Dataset<Row> sightings = Replaced.sightings(in, first);
    Dataset<Row> now =
        counted
            .join(sightings, ONE_POST, "left_semi")
            .select(ACCOUNT_UID.col(), ActivityDay.DAY.col());
    if (first) {
      return now.distinct();
    }
    Dataset<Row> before =
        sightings
            .groupBy(POST_UID.col())
            .agg(
                collect_set(ACCOUNT_UID.col()).as("accounts"),
                collect_set(ActivityDay.DAY.col()).as("days"))
            .select(ACCOUNT_UID.as(explode(col("accounts"))), col("days"))
            .select(ACCOUNT_UID.col(), ActivityDay.DAY.as(explode(col("days"))));
    return now.union(before.join(known, TILE, "left_semi")).distinct();
  }

  private static Column sponsored() {
    return coalesce(Post.PROMOTION.col().isin(Post.SPONSORED_PROMOTIONS.toArray()), lit(false));
  }

  /** The values that are given, in order, whatever the order of the rows. */
  private static Column ascending(Field metric) {
    return array_sort(collect_list(metric.col()));
  }

  private static Column total(Field metric) {
    return coalesce(sum(metric.col()), lit(0L));
  }

  /** The sum of one metric over the posts that also have another. */
  private static Column total(Field metric, Field given) {
    return coalesce(sum(when(given.col().isNotNull(), metric.col())), lit(0L));
  }
}
