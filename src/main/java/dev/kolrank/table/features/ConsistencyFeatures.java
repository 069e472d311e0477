package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.silver.ActivityDay;
import java.util.List;

/** How steadily an account publishes and is answered. */
final class ConsistencyFeatures {
  static final Feature POSTS =
      new Feature(
          "posts",
          LongType,
          "posts",
          Features.WINDOWS,
          "Posts published in the window",
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
          Source.ACTIVITY_DAY,
          Combine.MAX,
          1,
          in ->
              countDistinct(in.in(floor(datediff(col("as_of"), ActivityDay.DAY.col()).divide(7))))
                  .divide(Math.ceil(in.days() / 7.0)));

  static final Feature ENGAGEMENT_GINI =
      new Feature(
          "engagement_gini",
          DoubleType,
          "0 to 1",
          List.of(90),
          "Gini coefficient of interactions over the window's posts: near 1 when one post has all",
          "fewer than two posts of the window have interactions",
          Source.ACTIVITY_DAY,
          Combine.WEIGHTED_MEAN,
          1,
          in -> Statistics.gini(Statistics.merged(in.in(ActivityDay.ENGAGEMENTS.col()))));

  static final List<Feature> ALL = List.of(POSTS, ACTIVE_WEEKS, ENGAGEMENT_GINI);

  private ConsistencyFeatures() {}
}
