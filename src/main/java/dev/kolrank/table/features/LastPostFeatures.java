package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.core.Field;
import dev.kolrank.table.Columns;
import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.silver.LastPosts;
import java.util.List;
import org.apache.spark.sql.Column;

/** What the newest posts known of an account got, for accounts without posts in the windows. */
final class LastPostFeatures {
  static final Feature DAYS_SINCE_POST =
      new Feature(
          "days_since_post",
          LongType,
          "days",
          List.of(),
          "Days from the newest post known to the as-of date",
          "no post of the account was crawled",
          Source.LAST_POSTS,
          Combine.MIN,
          1,
          in -> greatest(datediff(max(Columns.AS_OF.col()), max(LastPosts.DAY.col())), lit(0)));

  static final Feature LAST_VIEWS =
      new Feature(
          "last_views_median",
          DoubleType,
          "views",
          List.of(),
          "Median views of the posts of the 90 days up to the newest post known",
          "none of these posts has views",
          Source.LAST_POSTS,
          Combine.SUM,
          1,
          in -> newest(LastPosts.VIEWS_MEDIAN));

  static final Feature LAST_ENGAGEMENTS =
      new Feature(
          "last_engagements_median",
          DoubleType,
          "interactions",
          List.of(),
          "Median interactions of the posts of the 90 days up to the newest post known",
          "none of these posts has interactions",
          Source.LAST_POSTS,
          Combine.SUM,
          1,
          in -> newest(LastPosts.ENGAGEMENTS_MEDIAN));

  static final List<Feature> ALL = List.of(DAYS_SINCE_POST, LAST_VIEWS, LAST_ENGAGEMENTS);

  private LastPostFeatures() {}

  /** Of an account and its aliases, the value of the one that published last. */
  private static Column newest(Field value) {
    Column dated = struct(LastPosts.DAY.col(), value.as(value.col()));
    return max(when(value.col().isNotNull(), dated)).getField(value.name());
  }
}
