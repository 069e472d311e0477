package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Contract;
import dev.kolrank.table.features.Feature.Source;
import java.util.List;
import org.apache.spark.sql.Column;

/** Whether the same people come back. */
final class LoyaltyFeatures {
  static final Feature RETURNING_COMMENTERS =
      new Feature(
              "returning_commenters_share",
              DoubleType,
              "share of people",
              List.of(28, 90),
              "Share of the window's commenters who commented on two or more posts",
              "no comment of the window was crawled",
              Source.COMMENTER,
              Combine.WEIGHTED_MEAN,
              1,
              in -> of(in, 2))
          .keeping(Contract.SHARE);

  static final Feature DEVOTED_COMMENTERS =
      new Feature(
              "devoted_commenters_share",
              DoubleType,
              "share of people",
              List.of(28, 90),
              "Share of the window's commenters who commented on three or more posts",
              "no comment of the window was crawled",
              Source.COMMENTER,
              Combine.WEIGHTED_MEAN,
              1,
              in -> of(in, 3))
          .keeping(Contract.SHARE);

  static final List<Feature> ALL = List.of(RETURNING_COMMENTERS, DEVOTED_COMMENTERS);

  private LoyaltyFeatures() {}

  private static Column of(Scope in, int least) {
    Column posts = Rows.postsOfCommenter(in);
    return Statistics.ratio(
        count(when(posts.geq(least), lit(1))), count(when(posts.gt(0), lit(1))));
  }
}
