package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.core.Field;
import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Contract;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.silver.CommentDay;
import java.util.List;
import org.apache.spark.sql.Column;

/** How those who comment feel. */
final class SentimentFeatures {
  /** Fewer comments say more about who wrote them than about the account. */
  private static final int LEAST = 5;

  static final Feature JUDGED_COMMENTS =
      new Feature(
          "judged_comments",
          LongType,
          "comments",
          List.of(28, 90),
          "Comments of the window in a language that a model or the lexicon of sentiment knows:"
              + " what the features of sentiment rest on",
          "no comment of the window was judged",
          Source.COMMENT_DAY,
          Combine.SUM,
          1,
          in -> Statistics.someOf(judged(in)));

  static final Feature NET_SENTIMENT =
      new Feature(
              "net_sentiment",
              DoubleType,
              "-1 to 1",
              List.of(28, 90),
              "Share of the window's judged comments that feel good minus the share that feel bad",
              "fewer than 5 comments of the window were judged",
              Source.COMMENT_DAY,
              Combine.WEIGHTED_MEAN,
              1,
              in ->
                  when(
                      judged(in).geq(LEAST),
                      total(in, CommentDay.POSITIVE)
                          .minus(total(in, CommentDay.NEGATIVE))
                          .divide(judged(in))))
          .after("net sentiment: (positive - negative) / all judged")
          .keeping(Contract.CORRELATION);

  static final Feature CONTROVERSY =
      new Feature(
              "controversy",
              DoubleType,
              "bits",
              List.of(28, 90),
              "Entropy of good against bad among the window's comments that feel either: 1 where"
                  + " they are halves, 0 where all agree",
              "fewer than 5 comments of the window feel good or bad",
              Source.COMMENT_DAY,
              Combine.WEIGHTED_MEAN,
              1,
              SentimentFeatures::controversy)
          .after("Shannon 1948")
          .keeping(Contract.SHARE);

  static final Feature SENTIMENT_TREND =
      new Feature(
              "sentiment_trend",
              DoubleType,
              "-2 to 2",
              List.of(),
              "Net sentiment of the last 28 days minus that of the last 90",
              "either is unknown",
              Source.FEATURES,
              Combine.WEIGHTED_MEAN,
              1,
              in -> col("net_sentiment_28d").minus(col("net_sentiment_90d")))
          .keeping(new Contract(-2, 2));

  static final List<Feature> ALL =
      List.of(JUDGED_COMMENTS, NET_SENTIMENT, CONTROVERSY, SENTIMENT_TREND);

  private SentimentFeatures() {}

  private static Column controversy(Scope in) {
    Column good = total(in, CommentDay.POSITIVE);
    Column bad = total(in, CommentDay.NEGATIVE);
    Column nats = Statistics.entropy(array(good.cast(DoubleType), bad.cast(DoubleType)));
    return when(good.plus(bad).geq(LEAST), nats.divide(log(lit(2.0))));
  }

  private static Column judged(Scope in) {
    return total(in, CommentDay.POSITIVE)
        .plus(total(in, CommentDay.NEUTRAL))
        .plus(total(in, CommentDay.NEGATIVE));
  }

  private static Column total(Scope in, Field comments) {
    return sum(in.in(comments.col()));
  }
}
