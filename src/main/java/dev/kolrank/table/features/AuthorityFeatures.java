package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Contract;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.silver.ActivityDay;
import java.util.List;
import org.apache.spark.sql.Column;

/** Whether others turn to an account, and how deep what it says goes. */
final class AuthorityFeatures {
  static final Feature MENTIONED_BY =
      new Feature(
          "mentioned_by",
          LongType,
          "accounts",
          List.of(28, 90),
          "Different tracked accounts of other people that mention it in the window",
          "no post of a tracked account mentions it in 90 days",
          Source.MENTION,
          Combine.SUM,
          1,
          in -> Statistics.someOf(Statistics.different(in.in(Rows.OTHER.col()))));

  static final Feature MENTIONED_IN_NICHE =
      new Feature(
          "mentioned_by_niche",
          LongType,
          "accounts",
          List.of(90),
          "Those of them whose first niche is its own",
          "no tracked account of its niche mentions it in the window",
          Source.MENTION,
          Combine.SUM,
          1,
          in ->
              Statistics.someOf(
                  Statistics.different(in.in(when(Rows.SAME_NICHE.col(), Rows.OTHER.col())))));

  static final Feature PARTNERS =
      new Feature(
          "collaboration_partners",
          LongType,
          "accounts",
          List.of(90),
          "Different tracked accounts of other people that name it as a partner of a post"
              + " in the window",
          "no tracked account does",
          Source.MENTION,
          Combine.SUM,
          1,
          in ->
              Statistics.someOf(
                  Statistics.different(in.in(when(Rows.PARTNER.col(), Rows.OTHER.col())))));

  static final Feature TEXT_DEPTH =
      new Feature(
          "text_depth",
          DoubleType,
          "characters",
          List.of(28, 90),
          "Characters of title and text of a post that has any, on average over the window",
          "no post of the window has text",
          Source.ACTIVITY_DAY,
          Combine.WEIGHTED_MEAN,
          1,
          in ->
              Statistics.ratio(
                  sum(in.in(ActivityDay.TEXT_LENGTH.col())),
                  sum(in.in(ActivityDay.WORDY_POSTS.col()))));

  static final Feature NICHE_WON =
      new Feature(
              "niche_engagement_won",
              DoubleType,
              "share",
              List.of(90),
              "Over the niches of its KOL, the sum of the niche's weight times the share that"
                  + " it wins of all interactions on its platform that belong to the niche",
              "no post of the window has interactions, or its KOL has no niche",
              Source.NICHE,
              Combine.WEIGHTED_MEAN,
              2,
              // weights of parts of one add up to a hair above it
              in -> least(lit(1.0), won()))
          .keeping(Contract.SHARE);

  static final List<Feature> ALL =
      List.of(MENTIONED_BY, MENTIONED_IN_NICHE, PARTNERS, TEXT_DEPTH, NICHE_WON);

  private AuthorityFeatures() {}

  private static Column won() {
    Column part = Rows.WEIGHT.col().multiply(Rows.WON.col()).as("x");
    return Statistics.inOrder(struct(Rows.NICHE.col(), part));
  }
}
