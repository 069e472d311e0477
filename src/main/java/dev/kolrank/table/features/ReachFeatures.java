package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.theta_sketch_estimate;
import static org.apache.spark.sql.functions.theta_union_agg;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.CommentDay;
import java.util.List;

/** How many people an account can and does reach. */
final class ReachFeatures {
  static final Feature FOLLOWERS =
      new Feature(
          "followers",
          LongType,
          "accounts",
          List.of(),
          "Followers or subscribers as last seen, but for a fall that waits in quarantine",
          "no source gives them",
          Source.ACCOUNT,
          Combine.SUM,
          2,
          in -> Statistics.latest(Account.FOLLOWERS.col()));

  static final Feature TYPICAL_VIEWS =
      new Feature(
          "typical_views",
          LongType,
          "views",
          List.of(),
          "Views per post as a source states them",
          "no source states them",
          Source.ACCOUNT,
          Combine.SUM,
          1,
          in -> Statistics.latest(Account.TYPICAL_VIEWS.col()));

  static final Feature VIEWS_MEDIAN =
      new Feature(
          "views_median",
          DoubleType,
          "views",
          Features.WINDOWS,
          "Median views of the posts published in the window; a lower bound where some post's"
              + " views are a lower bound at or below it",
          "no post of the window has views",
          Source.HISTORY,
          Combine.SUM,
          2,
          in -> Statistics.median(Rows.ascending(ActivityDay.VIEWS, in)));

  static final Feature VIEWS_TOP_DECILE =
      new Feature(
              "views_top_decile",
              DoubleType,
              "views",
              Features.WINDOWS,
              "Views that one in ten posts of the window reaches",
              "no post of the window has views",
              Source.HISTORY,
              Combine.SUM,
              1,
              in -> Statistics.quantile(Rows.ascending(ActivityDay.VIEWS, in), 0.9))
          .after("linear interpolation, Hyndman and Fan 1996, type 7");

  static final Feature VIEWS_SPREAD =
      new Feature(
              "views_spread",
              DoubleType,
              "standard deviation of ln views",
              Features.WINDOWS,
              "Standard deviation of ln(1 + views) over the window's posts: how far reach "
                  + "varies from post to post",
              "fewer than two posts of the window have views",
              Source.ACTIVITY_DAY,
              Combine.WEIGHTED_MEAN,
              1,
              in ->
                  Statistics.spread(
                      in,
                      ActivityDay.VIEWED_POSTS,
                      ActivityDay.VIEW_LOGS,
                      ActivityDay.VIEW_LOGS_SQUARED))
          .after(Statistics.SAMPLE_DEVIATION);

  static final Feature ENGAGED_PEOPLE =
      new Feature(
              "engaged_people",
              LongType,
              "people",
              Features.WINDOWS,
              "Different people who commented in the window, exact up to 4,096 and within 2 %"
                  + " beyond",
              "no comment of the window was crawled",
              Source.COMMENT_DAY,
              Combine.SUM,
              2,
              in ->
                  Statistics.someOf(
                      theta_sketch_estimate(theta_union_agg(in.in(CommentDay.PEOPLE.col())))))
          .after("theta sketches, Dasgupta et al. 2016");

  static final Feature EFFECTIVE_VIEWS =
      new Feature(
          "effective_views",
          DoubleType,
          "views",
          List.of(),
          "Views that a post typically gets: median of 28, else 90 days, else as a source states,"
              + " else of the newest posts known",
          "neither posts with views nor a stated average",
          Source.FEATURES,
          Combine.SUM,
          2,
          in ->
              coalesce(
                  in.feature("views_median_28d"),
                  in.feature("views_median_90d"),
                  in.feature("typical_views"),
                  in.feature("last_views_median")));

  static final List<Feature> ALL =
      List.of(
          FOLLOWERS,
          TYPICAL_VIEWS,
          VIEWS_MEDIAN,
          VIEWS_TOP_DECILE,
          VIEWS_SPREAD,
          ENGAGED_PEOPLE,
          EFFECTIVE_VIEWS);

  private ReachFeatures() {}
}
