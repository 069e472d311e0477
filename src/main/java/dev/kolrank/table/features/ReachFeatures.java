package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.Comment;
import java.util.List;

/** How many people an account can and does reach. */
final class ReachFeatures {
  static final Feature FOLLOWERS =
      new Feature(
          "followers",
          LongType,
          "accounts",
          List.of(),
          "Followers or subscribers as last seen",
          "no source gives them",
          Source.ACCOUNT,
          Combine.SUM,
          1,
          in -> max(Account.FOLLOWERS.col()));

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
          in -> max(Account.TYPICAL_VIEWS.col()));

  static final Feature VIEWS_MEDIAN =
      new Feature(
          "views_median",
          DoubleType,
          "views",
          Features.WINDOWS,
          "Median views of the posts published in the window",
          "no post of the window has views",
          Source.ACTIVITY_DAY,
          Combine.SUM,
          1,
          in -> Statistics.median(Statistics.merged(in.in(ActivityDay.VIEWS.col()))));

  static final Feature ENGAGED_PEOPLE =
      new Feature(
          "engaged_people",
          LongType,
          "people",
          Features.WINDOWS,
          "Different people who commented in the window",
          "no comment of the window was crawled",
          Source.COMMENT,
          Combine.SUM,
          1,
          in -> Statistics.someOf(countDistinct(in.in(Comment.AUTHOR_HASH.col()))));

  static final Feature EFFECTIVE_VIEWS =
      new Feature(
          "effective_views",
          DoubleType,
          "views",
          List.of(),
          "Views that a post typically gets: median of 28, else 90 days, else as a source states",
          "neither posts with views nor a stated average",
          Source.FEATURES,
          Combine.SUM,
          1,
          in ->
              coalesce(
                  in.feature("views_median_28d"),
                  in.feature("views_median_90d"),
                  in.feature("typical_views")));

  static final List<Feature> ALL =
      List.of(FOLLOWERS, TYPICAL_VIEWS, VIEWS_MEDIAN, ENGAGED_PEOPLE, EFFECTIVE_VIEWS);

  private ReachFeatures() {}
}
