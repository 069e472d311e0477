package dev.kolrank.table.features;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Contract;
import dev.kolrank.table.features.Feature.Source;
import java.util.List;

/** Over how many platforms and topics a KOL reaches; of KOLs alone. */
final class SpreadFeatures {
  static final Feature PLATFORMS_LIVE =
      new Feature(
          "platforms_live",
          LongType,
          "platforms",
          List.of(28),
          "Platforms on which the KOL published a post in the window",
          "it has no account with features",
          Source.KOL,
          Combine.MAX,
          2,
          in -> Rows.PLATFORMS_LIVE.col());

  static final Feature AUDIENCE_ENTROPY =
      new Feature(
              "audience_entropy",
              DoubleType,
              "nats",
              List.of(),
              "Entropy of the KOL's effective audience (features.account_audience) over platforms: 0 on"
                  + " one platform",
              "no account's audience is known or expected",
              Source.KOL,
              Combine.MAX,
              2,
              in -> Statistics.entropy(Rows.AUDIENCES.col()))
          .after("Shannon 1948");

  static final Feature AUDIENCE_HHI =
      new Feature(
              "audience_concentration",
              DoubleType,
              "0 to 1",
              List.of(),
              "Sum of the squared shares of the platforms in the KOL's effective audience: 1 "
                  + "on one platform",
              "no account's audience is known or expected",
              Source.KOL,
              Combine.MAX,
              2,
              in -> Statistics.concentration(Rows.AUDIENCES.col()))
          .after("Herfindahl and Hirschman")
          .keeping(Contract.SHARE);

  static final Feature ECHO =
      new Feature(
              "platform_echo",
              DoubleType,
              "share of weeks",
              List.of(90),
              "Share of the weeks with posts in the window in which the KOL posted on two or "
                  + "more platforms",
              "no post of the window was crawled",
              Source.KOL,
              Combine.MAX,
              1,
              in -> Rows.ECHO.col())
          .after("share of active weeks with two platforms or more")
          .keeping(Contract.SHARE);

  static final Feature TOPIC_BREADTH =
      new Feature(
              "topic_breadth",
              DoubleType,
              "nats",
              List.of(),
              "Entropy of the KOL's niches: 0 for one niche",
              "the KOL has no niche",
              Source.KOL,
              Combine.MAX,
              1,
              in -> Statistics.entropy(Rows.NICHE_WEIGHTS.col()))
          .after("Shannon 1948");

  static final Feature PUBLIC_ISSUES =
      new Feature(
              "public_issues_share",
              DoubleType,
              "share of what it talks about",
              List.of(),
              "Weight of news and politics among the KOL's niches",
              "the KOL has no niche",
              Source.KOL,
              Combine.MAX,
              1,
              in -> Rows.PUBLIC_WEIGHT.col())
          .keeping(Contract.SHARE);

  static final List<Feature> ALL =
      List.of(PLATFORMS_LIVE, AUDIENCE_ENTROPY, AUDIENCE_HHI, ECHO, TOPIC_BREADTH, PUBLIC_ISSUES);

  private SpreadFeatures() {}
}
