package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Contract;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.silver.ActivityDay;
import java.util.List;
import org.apache.spark.sql.Column;

/** How much an account promotes. */
final class CommerceFeatures {
  static final Feature SPONSORED_SHARE =
      new Feature(
              "sponsored_share",
              DoubleType,
              "share of posts",
              Features.WINDOWS,
              "Share of the window's posts with a paid-partnership mark or a disclosure marker",
              "no post in the window",
              Source.ACTIVITY_DAY,
              Combine.WEIGHTED_MEAN,
              1,
              in ->
                  Statistics.ratio(
                      sum(in.in(ActivityDay.SPONSORED_POSTS.col())),
                      sum(in.in(ActivityDay.POSTS.col()))))
          .keeping(Contract.SHARE);

  static final Feature ENGAGEMENT_KEPT =
      new Feature(
          "sponsored_engagement_kept",
          DoubleType,
          "ratio",
          List.of(90),
          "Geometric mean of 1 + interactions on the window's sponsored posts over that "
              + "on its other posts: below 1 where promotion costs engagement",
          "the window has no sponsored or no other post with interactions",
          Source.ACTIVITY_DAY,
          Combine.WEIGHTED_MEAN,
          1,
          CommerceFeatures::kept);

  static final List<Feature> ALL = List.of(SPONSORED_SHARE, ENGAGEMENT_KEPT);

  private CommerceFeatures() {}

  private static Column kept(Scope in) {
    Column paid = sum(in.in(ActivityDay.SPONSORED_ENGAGED_POSTS.col()));
    Column paidLogs = sum(in.in(ActivityDay.SPONSORED_ENGAGEMENT_LOGS.col()));
    Column others = sum(in.in(ActivityDay.ENGAGED_POSTS.col())).minus(paid);
    Column otherLogs = sum(in.in(ActivityDay.ENGAGEMENT_LOGS.col())).minus(paidLogs);
    Column apart = Statistics.ratio(paidLogs, paid).minus(Statistics.ratio(otherLogs, others));
    return exp(apart.divide(ActivityDay.LOG_PARTS));
  }
}
