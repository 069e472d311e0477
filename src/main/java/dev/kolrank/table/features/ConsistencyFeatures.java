package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Contract;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.silver.ActivityDay;
import java.util.List;
import org.apache.spark.sql.Column;

/** How steadily an account publishes and is answered. */
final class ConsistencyFeatures {
  static final Feature POSTS =
      new Feature(
          "posts",
          LongType,
          "posts",
          Features.WINDOWS,
          "Posts published in the window; one of unknown date counts on the day it was first seen",
          "no post of the last 90 days was crawled",
          Source.ACTIVITY_DAY,
          Combine.SUM,
          1,
          in -> coalesce(sum(in.in(ActivityDay.POSTS.col())), lit(0)));

  static final Feature ACTIVE_WEEKS =
      new Feature(
              "active_weeks_share",
              DoubleType,
              "share of weeks",
              List.of(28, 90),
              "Share of the window's weeks, counted back from the night, in which it published",
              "no post of the last 90 days was crawled",
              Source.HISTORY,
              Combine.MAX,
              1,
              in ->
                  size(array_distinct(transform(Rows.daysOf(in), d -> floor(ago(d).divide(7)))))
                      .divide(Math.ceil(in.days() / 7.0)))
          .keeping(Contract.SHARE);

  static final Feature ENGAGEMENT_GINI =
      new Feature(
              "engagement_gini",
              DoubleType,
              "0 to 1",
              List.of(90),
              "Gini coefficient of interactions over the window's posts: near 1 when one post has"
                  + " all",
              "fewer than two posts of the window have interactions",
              Source.HISTORY,
              Combine.WEIGHTED_MEAN,
              1,
              in -> Statistics.gini(Rows.ascending(ActivityDay.ENGAGEMENTS, in)))
          .after("Gini 1912")
          .keeping(Contract.SHARE);

  static final Feature POSTS_PER_WEEK =
      new Feature(
          "posts_per_week",
          DoubleType,
          "posts per week",
          List.of(28, 90),
          "Posts of the window divided by its weeks",
          "no post of the last 90 days was crawled",
          Source.ACTIVITY_DAY,
          Combine.SUM,
          1,
          in ->
              coalesce(sum(in.in(ActivityDay.POSTS.col())), lit(0))
                  .multiply(7.0)
                  .divide(in.days()));

  static final Feature LONGEST_GAP =
      new Feature(
          "longest_gap_days",
          LongType,
          "days",
          List.of(28, 90),
          "The most days from one post of the window to the next, or from the last one to"
              + " the night",
          "no post in the window",
          Source.HISTORY,
          Combine.MAX,
          1,
          in ->
              Statistics.longestGap(
                  array_sort(transform(Rows.daysOf(in), ConsistencyFeatures::ago))));

  static final Feature RHYTHM =
      new Feature(
              "weekly_rhythm",
              DoubleType,
              "-1 to 1",
              List.of(28, 90),
              "Autocorrelation of the window's posts per day at seven days: for a fixed weekly plan"
                  + " as much as the lag leaves of the window, 0.75 of 28 days and 0.92 of 90",
              "no post in the window, or every day has as many",
              Source.HISTORY,
              Combine.MAX,
              1,
              in -> Statistics.autocorrelation(Rows.daysOf(in), in.days(), 7))
          .after("sample autocorrelation, Box and Jenkins 1970")
          .keeping(Contract.CORRELATION);

  static final List<Feature> ALL =
      List.of(POSTS, POSTS_PER_WEEK, ACTIVE_WEEKS, LONGEST_GAP, RHYTHM, ENGAGEMENT_GINI);

  private ConsistencyFeatures() {}

  private static Column ago(Column day) {
    return day.getField(Rows.AGO);
  }
}
