package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.silver.Comment;
import java.util.List;

/** Whether the same people come back. */
public final class LoyaltyFeatures {
  /** On each comment: how many posts of the account its author commented on in 90 days. */
  public static final String POSTS_OF_AUTHOR = "posts_of_author";

  static final Feature RETURNING_COMMENTERS =
      new Feature(
          "returning_commenters_share",
          DoubleType,
          "share of people",
          List.of(90),
          "Share of the window's commenters who commented on two or more posts",
          "no comment of the window was crawled",
          Source.COMMENT,
          Combine.WEIGHTED_MEAN,
          1,
          in ->
              Statistics.ratio(
                  countDistinct(
                      in.in(when(col(POSTS_OF_AUTHOR).geq(2), Comment.AUTHOR_HASH.col()))),
                  countDistinct(in.in(Comment.AUTHOR_HASH.col()))));

  static final List<Feature> ALL = List.of(RETURNING_COMMENTERS);

  private LoyaltyFeatures() {}
}
