package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.kolrank.core.Field;
import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Contract;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.silver.ActivityDay;
import java.util.List;
import org.apache.spark.sql.Column;

/** How exactly the counts behind the other features are known. */
final class ExactnessFeatures {
  private static final String NO_COUNTS =
      "no post of the window has views or interactions, or its daily aggregates are of an older"
          + " kolrank";

  static final Feature ROUNDED_COUNTS_SHARE =
      share(
          "rounded_counts_share",
          "Share of the counts (views and interactions of each post of the window) that the source"
              + " gives rounded, as in 1.2万",
          ActivityDay.ROUNDED_COUNTS);

  static final Feature CENSORED_COUNTS_SHARE =
      share(
          "censored_counts_share",
          "Share of the counts (views and interactions of each post of the window) that are lower"
              + " bounds, as in 10万+: where it is above 0, the medians, means, sums and indexes"
              + " over these posts may be lower bounds too",
          ActivityDay.CENSORED_COUNTS);

  static final List<Feature> ALL = List.of(ROUNDED_COUNTS_SHARE, CENSORED_COUNTS_SHARE);

  private ExactnessFeatures() {}

  private static Feature share(String name, String definition, Field counts) {
    return new Feature(
            name,
            DoubleType,
            "share of counts",
            List.of(Features.LONGEST_WINDOW),
            definition,
            NO_COUNTS,
            Source.ACTIVITY_DAY,
            Combine.WEIGHTED_MEAN,
            1,
            in -> {
              Column all =
                  sum(in.in(ActivityDay.VIEWED_POSTS.col().plus(ActivityDay.ENGAGED_POSTS.col())));
              return Statistics.ratio(sum(in.in(counts.col())), all);
            })
        .keeping(Contract.SHARE);
  }
}
