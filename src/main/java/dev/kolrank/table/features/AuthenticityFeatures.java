package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.core.Field;
import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Contract;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.CommentDay;
import java.util.List;
import org.apache.spark.sql.Column;

/** Signs of bought or arranged reactions; features.flag_evidence says what gave them. */
final class AuthenticityFeatures {
  private static final String ROBUST =
      "robust z-score: distance from the median over the interquartile range / 1.349";

  static final Feature SPIKES =
      new Feature(
              "follower_spikes",
              LongType,
              "days",
              List.of(90),
              "Days of the window on which followers rose per day, since they were seen before, by"
                  + " more than 500, more than a twentieth of what they were and more than ten"
                  + " times the account's median change, without a post from three days before they"
                  + " were seen before to that day; lower bounds, and changes no larger than the"
                  + " rounding of their ends, do not count",
              "fewer than five changes of the follower count were seen in 90 days",
              Source.SPIKE,
              Combine.SUM,
              2,
              in -> sum(in.in(when(Rows.IS_SPIKE.col(), 1L).otherwise(0L))))
          .after("outlier rule over the median absolute change");

  static final Feature ENGAGEMENT_BAND =
      new Feature(
              "engagement_band",
              DoubleType,
              "robust standard deviations",
              List.of(),
              "How far the logarithm of a typical post's interactions, plus a half, per follower,"
                  + " plus one, lies from the median of the peers: platform, niche and size, or the"
                  + " next wider group of twenty",
              "interactions or followers are unknown, or the platform has fewer than twenty such"
                  + " accounts",
              Source.PEERS,
              Combine.WEIGHTED_MEAN,
              2,
              in ->
                  Statistics.logRatio(in.feature("effective_engagements"), in.feature("followers")))
          .after(ROBUST)
          .keeping(Contract.FINITE);

  static final Feature COMMENT_LIKE_BAND =
      new Feature(
              "comment_like_band",
              DoubleType,
              "robust standard deviations",
              List.of(),
              "The same of comments, plus a half, per like, plus one, over the posts of 90 days"
                  + " that have both, neither a lower bound: bought likes bring no comments",
              "no post of the window has likes and comments, or the platform has too few such"
                  + " accounts",
              Source.PEERS,
              Combine.WEIGHTED_MEAN,
              3,
              in -> among(ActivityDay.LIKED_COMMENTS, ActivityDay.COMMENTED_LIKES))
          .after(ROBUST)
          .keeping(Contract.FINITE);

  static final Feature LIKE_VIEW_BAND =
      new Feature(
              "like_view_band",
              DoubleType,
              "robust standard deviations",
              List.of(),
              "The same of likes, plus a half, per view, plus one, over the posts of 90 days that"
                  + " have both, neither a lower bound: bought views bring no likes",
              "no post of the window has views and likes, or the platform has too few such "
                  + "accounts",
              Source.PEERS,
              Combine.WEIGHTED_MEAN,
              3,
              in -> among(ActivityDay.VIEWED_LIKES, ActivityDay.LIKED_VIEWS))
          .after(ROBUST)
          .keeping(Contract.FINITE);

  static final Feature DUPLICATES =
      new Feature(
              "duplicate_comments_share",
              DoubleType,
              "share of texts",
              List.of(28, 90),
              "Share of the window's comment texts of 8 characters and more that were written"
                  + " more than once",
              "fewer than ten such texts of the window were crawled",
              Source.COMMENT_DAY,
              Combine.WEIGHTED_MEAN,
              1,
              in -> Statistics.repeated(Statistics.merged(in.in(CommentDay.TEXTS.col()))))
          .keeping(Contract.SHARE);

  static final Feature TEMPLATES =
      new Feature(
              "templated_comments_share",
              DoubleType,
              "share of texts",
              List.of(28, 90),
              "The same of the texts' letters alone: what differs by figures, signs and emoji"
                  + " is one template",
              "fewer than ten such texts of the window were crawled",
              Source.COMMENT_DAY,
              Combine.WEIGHTED_MEAN,
              1,
              in -> Statistics.repeated(Statistics.merged(in.in(CommentDay.TEMPLATES.col()))))
          .keeping(Contract.SHARE);

  static final Feature POD_OVERLAP =
      new Feature(
              "pod_overlap",
              DoubleType,
              "share of people",
              List.of(90),
              "The greatest share of commenters, of the side that has fewer, that it has in"
                  + " common with another person's account of ten commenters or more; people who"
                  + " comment on more than thirty accounts are not counted as common",
              "fewer than ten commenters of the window were crawled, or it shares none",
              Source.POD,
              Combine.MAX,
              1,
              in -> max(Rows.SHARED_SHARE.col()))
          .after("overlap coefficient, Szymkiewicz and Simpson")
          .keeping(Contract.SHARE);

  static final Feature HOUR_BURST =
      new Feature(
              "comment_hour_burst",
              DoubleType,
              "share of comments",
              List.of(28, 90),
              "Share of the window's comments that were written in the busiest hour of the "
                  + "day",
              "fewer than thirty comments of the window were crawled",
              Source.COMMENT_DAY,
              Combine.WEIGHTED_MEAN,
              1,
              in -> Statistics.busiest(flatten(collect_list(in.in(CommentDay.HOURS.col()))), 24))
          .keeping(Contract.SHARE);

  static final Feature BENFORD =
      new Feature(
              "benford_distance",
              DoubleType,
              "mean absolute deviation",
              List.of(90),
              "Mean absolute deviation of the first digits of the window's views and "
                  + "interactions of ten and more from Benford's law",
              "fewer than fifty such numbers",
              Source.HISTORY,
              Combine.WEIGHTED_MEAN,
              1,
              in ->
                  Statistics.benford(
                      concat(
                          Rows.ascending(ActivityDay.VIEWS, in),
                          Rows.ascending(ActivityDay.ENGAGEMENTS, in))))
          .after("Nigrini 2012")
          .keeping(Contract.SHARE);

  static final List<Feature> ALL =
      List.of(
          SPIKES,
          ENGAGEMENT_BAND,
          COMMENT_LIKE_BAND,
          LIKE_VIEW_BAND,
          DUPLICATES,
          TEMPLATES,
          POD_OVERLAP,
          HOUR_BURST,
          BENFORD);

  private AuthenticityFeatures() {}

  /** Of two sums over the same posts; null where there is nothing to compare. */
  private static Column among(Field part, Field whole) {
    Column over = Rows.sumOf(part).col();
    Column under = Rows.sumOf(whole).col();
    return when(over.plus(under).gt(0), Statistics.logRatio(over, under));
  }
}
