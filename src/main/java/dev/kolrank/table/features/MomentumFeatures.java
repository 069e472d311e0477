package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Contract;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.silver.AccountDay;
import dev.kolrank.table.silver.ActivityDay;
import java.util.List;
import org.apache.spark.sql.Column;

/** Which way an account is going. */
final class MomentumFeatures {
  /** Followers added to both ends, so that a small account's first hundred is no explosion. */
  private static final int PRIOR_FOLLOWERS = 1_000;

  /** Posts without a change that shrink the change of few posts. */
  private static final int PRIOR_POSTS = 5;

  static final Feature FOLLOWER_GROWTH =
      new Feature(
              "follower_growth",
              DoubleType,
              "log ratio per 28 days",
              Features.WINDOWS,
              "Logarithm of followers at the end over followers at the start of the window, both"
                  + " plus 1,000, per 28 days between the two observations; lower bounds do not"
                  + " count",
              "fewer than two days of the window have a follower count, or the change is no larger"
                  + " than the rounding of its ends",
              Source.ACCOUNT_DAY,
              Combine.WEIGHTED_MEAN,
              2,
              MomentumFeatures::growth)
          .after("logarithmic return, with a prior of 1,000 followers")
          .keeping(Contract.FINITE);

  static final Feature FOLLOWER_ACCELERATION =
      new Feature(
              "follower_acceleration",
              DoubleType,
              "log ratio per 28 days",
              List.of(),
              "Follower growth of the last 28 days minus that of the last 90",
              "either growth is unknown, as where rounding explains it",
              Source.FEATURES,
              Combine.WEIGHTED_MEAN,
              2,
              in -> col("follower_growth_28d").minus(col("follower_growth_90d")))
          .keeping(Contract.FINITE);

  static final Feature ENGAGEMENT_GROWTH =
      new Feature(
              "engagement_growth",
              DoubleType,
              "difference of mean ln interactions",
              List.of(28),
              "Mean of ln(1 + interactions) over the posts of the window minus that over the "
                  + "window before, shrunk towards 0 as if five posts more had shown no change",
              "either window has no post with interactions",
              Source.ACTIVITY_DAY,
              Combine.WEIGHTED_MEAN,
              1,
              MomentumFeatures::engagementGrowth)
          .after("difference of means, shrunk as by a normal prior worth five posts")
          .keeping(Contract.FINITE);

  static final Feature VIEWS_BURST =
      new Feature(
          "views_burst",
          DoubleType,
          "ln ratio",
          List.of(28, 90),
          "Logarithm of the window's most viewed post over its median, both plus one",
          "fewer than three posts of the window have views",
          Source.HISTORY,
          Combine.MAX,
          1,
          in -> Statistics.burst(Rows.ascending(ActivityDay.VIEWS, in)));

  static final List<Feature> ALL =
      List.of(FOLLOWER_GROWTH, FOLLOWER_ACCELERATION, ENGAGEMENT_GROWTH, VIEWS_BURST);

  private MomentumFeatures() {}

  private static Column growth(Scope in) {
    Column followers = AccountDay.knownFollowers();
    Column day = in.in(when(followers.isNotNull(), AccountDay.DAY.col()));
    Column rounded = AccountDay.hasRoundedFollowers();
    // of an account and its alias on one day the greater count, rather exact than rounded
    Column end = struct(day, followers, not(rounded));
    Column start = struct(day, negate(followers), rounded);
    Column last = max_by(followers, when(day.isNotNull(), end));
    Column isLastRounded = max_by(rounded, when(day.isNotNull(), end));
    Column first = min_by(followers, when(day.isNotNull(), start));
    Column isFirstRounded = min_by(rounded, when(day.isNotNull(), start));
    Column days = datediff(max(day), min(day));
    Column change = log(last.plus(PRIOR_FOLLOWERS).divide(first.plus(PRIOR_FOLLOWERS)));
    Column isReal = not(Rounding.explains(first, isFirstRounded, last, isLastRounded));
    return when(days.gt(0).and(isReal), change.multiply(28).divide(days));
  }

  private static Column engagementGrowth(Scope in) {
    Scope both = new Scope(2 * in.days());
    Column recent = sum(in.in(ActivityDay.ENGAGED_POSTS.col()));
    Column recentLogs = sum(in.in(ActivityDay.ENGAGEMENT_LOGS.col()));
    Column earlier = sum(both.in(ActivityDay.ENGAGED_POSTS.col())).minus(recent);
    Column earlierLogs = sum(both.in(ActivityDay.ENGAGEMENT_LOGS.col())).minus(recentLogs);
    Column change =
        Statistics.ratio(recentLogs, recent)
            .minus(Statistics.ratio(earlierLogs, earlier))
            .divide(ActivityDay.LOG_PARTS);
    Column weight = Statistics.ratio(recent.multiply(earlier), recent.plus(earlier));
    return change.multiply(weight).divide(weight.plus(PRIOR_POSTS));
  }
}
