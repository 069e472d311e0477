package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.core.Field;
import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.ActivityDay;
import java.util.List;
import org.apache.spark.sql.Column;

/** How strongly the people reached respond. */
final class ResonanceFeatures {
  static final Feature TYPICAL_ENGAGEMENTS =
      new Feature(
          "typical_engagements",
          LongType,
          "interactions",
          List.of(),
          "Interactions per post as a source states them",
          "no source states them",
          Source.ACCOUNT,
          Combine.SUM,
          1,
          in -> Statistics.latest(Account.TYPICAL_ENGAGEMENTS.col()));

  static final Feature ENGAGEMENTS_MEDIAN =
      new Feature(
          "engagements_median",
          DoubleType,
          "interactions",
          Features.WINDOWS,
          "Median interactions (likes, comments, shares, saves, coins, danmaku) of the posts"
              + " published in the window; a lower bound where those of some post are a lower bound"
              + " at or below it",
          "no post of the window has interactions",
          Source.HISTORY,
          Combine.SUM,
          2,
          in -> Statistics.median(Rows.ascending(ActivityDay.ENGAGEMENTS, in)));

  static final Feature ENGAGEMENT_RATE_BY_VIEWS =
      new Feature(
          "engagement_rate_by_views",
          DoubleType,
          "interactions per view",
          Features.WINDOWS,
          "Interactions divided by views, over the posts of the window that have both, neither a"
              + " lower bound",
          "no post of the window has both",
          Source.ACTIVITY_DAY,
          Combine.WEIGHTED_MEAN,
          2,
          in -> share(in, ActivityDay.VIEWED_ENGAGEMENTS, total(in, ActivityDay.ENGAGED_VIEWS)));

  static final Feature ENGAGEMENT_RATE_MEDIAN =
      new Feature(
          "engagement_rate_by_views_median",
          DoubleType,
          "interactions per view",
          Features.WINDOWS,
          "Median over the window's posts of interactions per view, where neither is a lower bound",
          "no post of the window has both",
          Source.HISTORY,
          Combine.WEIGHTED_MEAN,
          2,
          in -> Statistics.median(Rows.ascending(ActivityDay.VIEW_RATES, in)).divide(1e6));

  static final Feature LIKES_PER_VIEW =
      new Feature(
          "likes_per_view",
          DoubleType,
          "likes per view",
          Features.WINDOWS,
          "Likes divided by views, over the posts of the window that have both, neither a lower"
              + " bound",
          "no post of the window has both",
          Source.ACTIVITY_DAY,
          Combine.WEIGHTED_MEAN,
          2,
          in -> share(in, ActivityDay.VIEWED_LIKES, total(in, ActivityDay.LIKED_VIEWS)));

  static final Feature COMMENTS_PER_LIKE =
      new Feature(
          "comments_per_like",
          DoubleType,
          "comments per like",
          Features.WINDOWS,
          "Comments divided by likes, over the posts of the window that have both, neither a lower"
              + " bound",
          "no post of the window has both, or they have no likes",
          Source.ACTIVITY_DAY,
          Combine.WEIGHTED_MEAN,
          3,
          in -> share(in, ActivityDay.LIKED_COMMENTS, total(in, ActivityDay.COMMENTED_LIKES)));

  static final Feature SAVES_PER_LIKE =
      new Feature(
          "saves_per_like",
          DoubleType,
          "saves per like",
          Features.WINDOWS,
          "Saves divided by likes, over the posts of the window that have both, neither a lower"
              + " bound: who means to come"
              + " back",
          "no post of the window has both, as on platforms that show no saves, or they have no"
              + " likes",
          Source.ACTIVITY_DAY,
          Combine.WEIGHTED_MEAN,
          3,
          in -> share(in, ActivityDay.LIKED_SAVES, total(in, ActivityDay.SAVED_LIKES)));

  static final Feature SHARES_PER_LIKE =
      new Feature(
          "shares_per_like",
          DoubleType,
          "shares per like",
          Features.WINDOWS,
          "Shares divided by likes, over the posts of the window that have both, neither a lower"
              + " bound: who passes it on",
          "no post of the window has both, as on platforms that show no shares, or they have no"
              + " likes",
          Source.ACTIVITY_DAY,
          Combine.WEIGHTED_MEAN,
          3,
          in -> share(in, ActivityDay.LIKED_SHARES, total(in, ActivityDay.SHARED_LIKES)));

  static final Feature EFFECTIVE_ENGAGEMENTS =
      new Feature(
          "effective_engagements",
          DoubleType,
          "interactions",
          List.of(),
          "Interactions that a post typically gets: median of 28, else 90 days, else as a source"
              + " states, else of the newest posts known",
          "neither posts with interactions nor a stated average",
          Source.FEATURES,
          Combine.SUM,
          2,
          in ->
              coalesce(
                  in.feature("engagements_median_28d"),
                  in.feature("engagements_median_90d"),
                  in.feature("typical_engagements"),
                  in.feature("last_engagements_median")));

  static final Feature ENGAGEMENT_RATE_BY_FOLLOWERS =
      new Feature(
          "engagement_rate_by_followers",
          DoubleType,
          "interactions per follower",
          List.of(),
          "Typical interactions of a post divided by followers",
          "interactions or followers are unknown, or there are no followers",
          Source.FEATURES,
          Combine.WEIGHTED_MEAN,
          1,
          in -> Statistics.ratio(in.feature("effective_engagements"), in.feature("followers")));

  static final Feature H_INDEX =
      new Feature(
              "h_index",
              LongType,
              "posts",
              List.of(90),
              "The most posts h of the window that each have h units of interactions or more,"
                  + " a unit being a tenth of what the median account of the platform gets on its "
                  + "median post",
              "no post of the window has interactions",
              Source.PLATFORM,
              Combine.MAX,
              1,
              in -> Statistics.hIndex(col(Statistics.ENGAGEMENTS), col(Statistics.UNIT)))
          .after("Hirsch 2005");

  static final Feature G_INDEX =
      new Feature(
              "g_index",
              LongType,
              "posts",
              List.of(90),
              "The most posts g of the window that together have g squared units of "
                  + "interactions or more, units as of the h-index",
              "no post of the window has interactions",
              Source.PLATFORM,
              Combine.MAX,
              1,
              in -> Statistics.gIndex(col(Statistics.ENGAGEMENTS), col(Statistics.UNIT)))
          .after("Egghe 2006");

  static final Feature ENGAGEMENTS_SPREAD =
      new Feature(
              "engagements_spread",
              DoubleType,
              "standard deviation of ln interactions",
              Features.WINDOWS,
              "Standard deviation of ln(1 + interactions) over the window's posts",
              "fewer than two posts of the window have interactions",
              Source.ACTIVITY_DAY,
              Combine.WEIGHTED_MEAN,
              1,
              in ->
                  Statistics.spread(
                      in,
                      ActivityDay.ENGAGED_POSTS,
                      ActivityDay.ENGAGEMENT_LOGS,
                      ActivityDay.ENGAGEMENT_LOGS_SQUARED))
          .after(Statistics.SAMPLE_DEVIATION);

  static final List<Feature> ALL =
      List.of(
          TYPICAL_ENGAGEMENTS,
          ENGAGEMENTS_MEDIAN,
          ENGAGEMENT_RATE_BY_VIEWS,
          ENGAGEMENT_RATE_MEDIAN,
          LIKES_PER_VIEW,
          COMMENTS_PER_LIKE,
          SAVES_PER_LIKE,
          SHARES_PER_LIKE,
          ENGAGEMENTS_SPREAD,
          H_INDEX,
          G_INDEX,
          EFFECTIVE_ENGAGEMENTS,
          ENGAGEMENT_RATE_BY_FOLLOWERS);

  private ResonanceFeatures() {}

  private static Column total(Scope in, Field metric) {
    return sum(in.in(metric.col()));
  }

  private static Column share(Scope in, Field part, Column whole) {
    return Statistics.ratio(total(in, part), whole);
  }
}
