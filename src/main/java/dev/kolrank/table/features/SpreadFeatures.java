package dev.kolrank.table.features;

import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Contract;
import dev.kolrank.table.features.Feature.Source;
import java.util.List;

/** Over how many platforms and topics a KOL reaches; of KOLs alone. */
final class SpreadFeatures {
  static final Feature AUDIENCE_ENTROPY =
      new Feature(
              "audience_entropy",
              DoubleType,
              "nats",
              List.of(),
              "Entropy of the KOL's effective audience over platforms: 0 on one platform",
              "no account's audience is known",
              Source.KOL,
              Combine.MAX,
              1,
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
              "no account's audience is known",
              Source.KOL,
              Combine.MAX,
              1,
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

  static final List<Feature> ALL = List.of(AUDIENCE_ENTROPY, AUDIENCE_HHI, ECHO, TOPIC_BREADTH);

  private SpreadFeatures() {}
}
