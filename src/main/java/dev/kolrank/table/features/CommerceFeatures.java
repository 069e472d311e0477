package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.silver.ActivityDay;
import java.util.List;

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
                  sum(in.in(ActivityDay.POSTS.col()))));

  static final List<Feature> ALL = List.of(SPONSORED_SHARE);

  private CommerceFeatures() {}
}
