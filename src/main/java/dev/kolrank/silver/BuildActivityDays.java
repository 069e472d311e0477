package dev.kolrank.silver;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.CENSORED;
import static dev.kolrank.table.Columns.FIRST_SEEN;
import static dev.kolrank.table.Columns.POST_UID;
import static dev.kolrank.table.Columns.ROUNDED;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log1p;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import dev.kolrank.core.DayRanges;
import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.Post;
import java.util.List;
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

  /** Of millionths; no rate of anything real comes near, and more is no whole number. */
  private static final double GREATEST_RATE = 1e18;

  private static final String[] TILE = TouchedDays.TILE;
  private static final String PAID = "__sponsored";

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
    Dataset<Row> posts = counted(in).withColumn(PAID, sponsored());
    Dataset<Row> tiles = tiles(posts);
    for (Field values :
        List.of(ActivityDay.VIEWS, ActivityDay.ENGAGEMENTS, ActivityDay.VIEW_RATES)) {
      tiles = tiles.withColumn(values.name(), few(values.col()));
    }
    return tiles;
  }

  private static Dataset<Row> tiles(Dataset<Row> posts) {
    return posts
        .groupBy(ACCOUNT_UID.col(), ActivityDay.DAY.col())
        .agg(
            ActivityDay.POSTS.as(count(POST_UID.col())),
            ActivityDay.SPONSORED_POSTS.as(count(when(col(PAID), POST_UID.col()))),
            ActivityDay.VIEWS.as(ascending(Post.VIEWS.col())),
            ActivityDay.ENGAGEMENTS.as(ascending(Post.ENGAGEMENTS.col())),
            ActivityDay.VIEW_RATES.as(ascending(rate())),
            ActivityDay.LIKED_COMMENTS.as(total(Post.COMMENTS, Post.LIKES)),
            ActivityDay.COMMENTED_LIKES.as(total(Post.LIKES, Post.COMMENTS)),
            ActivityDay.LIKED_SHARES.as(total(Post.SHARES, Post.LIKES)),
            ActivityDay.SHARED_LIKES.as(total(Post.LIKES, Post.SHARES)),
            ActivityDay.LIKED_SAVES.as(total(Post.SAVES, Post.LIKES)),
            ActivityDay.SAVED_LIKES.as(total(Post.LIKES, Post.SAVES)),
            ActivityDay.ENGAGED_VIEWS.as(total(Post.VIEWS, Post.ENGAGEMENTS)),
            ActivityDay.VIEWED_ENGAGEMENTS.as(total(Post.ENGAGEMENTS, Post.VIEWS)),
            ActivityDay.LIKED_VIEWS.as(total(Post.VIEWS, Post.LIKES)),
            ActivityDay.VIEWED_LIKES.as(total(Post.LIKES, Post.VIEWS)),
            ActivityDay.VIEWED_POSTS.as(count(Post.VIEWS.col())),
            ActivityDay.VIEWS_TOTAL.as(total(Post.VIEWS.col())),
            ActivityDay.VIEWS_SQUARED.as(squares(Post.VIEWS)),
            ActivityDay.VIEW_LOGS.as(logs(Post.VIEWS, 1)),
            ActivityDay.VIEW_LOGS_SQUARED.as(logs(Post.VIEWS, 2)),
            ActivityDay.ENGAGED_POSTS.as(count(Post.ENGAGEMENTS.col())),
            ActivityDay.ENGAGEMENTS_TOTAL.as(total(Post.ENGAGEMENTS.col())),
            ActivityDay.ENGAGEMENTS_SQUARED.as(squares(Post.ENGAGEMENTS)),
            ActivityDay.ENGAGEMENT_LOGS.as(logs(Post.ENGAGEMENTS, 1)),
            ActivityDay.ENGAGEMENT_LOGS_SQUARED.as(logs(Post.ENGAGEMENTS, 2)),
            ActivityDay.SPONSORED_ENGAGED_POSTS.as(count(when(col(PAID), Post.ENGAGEMENTS.col()))),
            ActivityDay.SPONSORED_ENGAGEMENT_LOGS.as(
                total(when(col(PAID), log(Post.ENGAGEMENTS, 1)))),
            ActivityDay.WORDY_POSTS.as(count(when(length(words()).gt(0), lit(1)))),
            ActivityDay.TEXT_LENGTH.as(total(length(words()).cast("bigint"))),
            ActivityDay.PROMOTED_POSTS.as(count(Post.PROMOTION.col())),
            ActivityDay.DISCLOSURES.as(sort_array(flatten(collect_list(disclosures())))),
            ActivityDay.ROUNDED_COUNTS.as(flagged(ROUNDED)),
            ActivityDay.CENSORED_COUNTS.as(flagged(CENSORED)));
  }

  /**
   * The posts of the touched tiles, and a row without a post of each that there is: a tile that
   * lost its last post has none then, and is taken away for that.
   */
  private static Dataset<Row> counted(Inputs in) {
    Dataset<Row> counted =
        in.get(Post.TABLE)
            .where(not(coalesce(Post.REPOST.col(), lit(false))))
            .withColumn(ActivityDay.DAY.name(), day())
            .drop(Post.SIGHTED.name());
    Dataset<Row> known =
        in.previous(ActivityDay.TABLE).select(ACCOUNT_UID.col(), ActivityDay.DAY.col());
    if (known.isEmpty()) {
      return counted;
    }
    Dataset<Row> touched = TouchedDays.ofPosts(in);
    var days = DayRanges.of(touched, ActivityDay.DAY.col());
    return counted
        .where(countsOn(days))
        .join(touched, TILE, "left_semi")
        .unionByName(
            known.where(days.contain(ActivityDay.DAY)).join(touched, TILE, "left_semi"), true);
  }

  /** Whether the day that a post counts on may be one of these. */
  static Column countsOn(DayRanges days) {
    return days.contain(Post.PUBLISHED_ON).or(Post.PUBLISHED_ON.col().isNull());
  }

  /** The day that a post counts on. */
  static Column day() {
    return coalesce(Post.PUBLISHED_ON.col(), to_date(FIRST_SEEN.col()));
  }

  private static Column sponsored() {
    return coalesce(Post.PROMOTION.col().isin(Post.SPONSORED_PROMOTIONS.toArray()), lit(false));
  }

  /** Of a post that advertises, the rules that it meets and {@link ActivityDay#ANY}. */
  private static Column disclosures() {
    Column met = Post.DISCLOSED_IN.col();
    return when(
        Post.PROMOTION.col().isNotNull().and(size(met).gt(0)),
        concat(met, array(lit(ActivityDay.ANY))));
  }

  private static Column words() {
    return concat_ws("\n", Post.TITLE.col(), Post.TEXT.col());
  }

  /** The values that are given, in order, whatever the order of the rows. */
  private static Column ascending(Column values) {
    return sort_array(collect_list(values));
  }

  /** All values; of very many some, evenly spaced by rank. */
  private static Column few(Column ascending) {
    Column n = size(ascending);
    int most = ActivityDay.MOST_VALUES;
    Column spaced =
        transform(
            sequence(lit(0), lit(most - 1)),
            i -> get(ascending, floor(i.plus(0.5).multiply(n).divide(most)).cast("int")));
    return when(n.leq(most), ascending).otherwise(spaced);
  }

  /** How many counts of the posts have the flag. */
  private static Column flagged(Field flag) {
    return count(when(isNamed(flag, Post.VIEWS), lit(1)))
        .plus(count(when(isNamed(flag, Post.ENGAGEMENTS), lit(1))));
  }

  private static Column isNamed(Field flag, Field metric) {
    return coalesce(array_contains(flag.col(), metric.name()), lit(false));
  }

  /** The metric; null where it is only a lower bound, whose ratios are no ratios. */
  private static Column bounded(Field metric) {
    return when(not(isNamed(CENSORED, metric)), metric.col());
  }

  private static Column rate() {
    Column views = when(Post.VIEWS.col().gt(0), bounded(Post.VIEWS));
    Column rate = round(bounded(Post.ENGAGEMENTS).multiply(1e6).divide(views));
    return when(rate.gt(GREATEST_RATE), GREATEST_RATE).otherwise(rate).cast("bigint");
  }

  private static Column total(Column metric) {
    return coalesce(sum(metric), lit(0L));
  }

  /** The sum of one metric over the posts that also have another, neither a lower bound. */
  private static Column total(Field metric, Field given) {
    return total(when(bounded(given).isNotNull(), bounded(metric)));
  }

  private static Column squares(Field metric) {
    Column exact = metric.col().cast(createDecimalType(19, 0));
    return coalesce(sum(exact.multiply(exact)), lit(0)).cast(createDecimalType(38, 0));
  }

  private static Column logs(Field metric, int power) {
    return total(log(metric, power));
  }

  /** In whole parts, which add up the same in any order. */
  private static Column log(Field metric, int power) {
    Column value = log1p(metric.col());
    Column raised = power == 1 ? value : value.multiply(value);
    return round(raised.multiply(ActivityDay.LOG_PARTS)).cast("bigint");
  }
}
