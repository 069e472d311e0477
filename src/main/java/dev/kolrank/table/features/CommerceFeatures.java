package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Contract;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.features.Feature.Variant;
import dev.kolrank.table.silver.ActivityDay;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** How much an account promotes. */
final class CommerceFeatures {
  /** The rules of conf/disclosure.conf as it ships, each of a country or union. */
  static final List<String> RULES = List.of("CN", "EU", "GB", "JP", "KR", "US");

  static final Feature SPONSORED_SHARE =
      new Feature(
              "sponsored_share",
              DoubleType,
              "share of posts",
              Features.WINDOWS,
              "Share of the window's posts with a paid-partnership mark or a disclosure marker",
              "no post in the window",
              Source.ACTIVITY_DAY,
              Combine.WEIGHTED_MEAN,
              1,
              in ->
                  Statistics.ratio(
                      sum(in.in(ActivityDay.SPONSORED_POSTS.col())),
                      sum(in.in(ActivityDay.POSTS.col()))))
          .keeping(Contract.SHARE);

  static final Feature ENGAGEMENT_KEPT =
      new Feature(
              "sponsored_engagement_kept",
              DoubleType,
              "ratio",
              List.of(90),
              "Geometric mean of 1 + interactions on the window's sponsored posts over that "
                  + "on its other posts: below 1 where promotion costs engagement",
              "the window has no sponsored or no other post with interactions",
              Source.ACTIVITY_DAY,
              Combine.WEIGHTED_MEAN,
              1,
              CommerceFeatures::kept)
          .after("ratio of geometric means");

  static final Feature UNDISCLOSED_SHARE =
      undisclosed(
          "undisclosed_share",
          "Share of the window's posts that advertise, as far as one sees, whose disclosure meets"
              + " no rule of conf/disclosure.conf",
          "no post of the window advertises",
          ActivityDay.ANY);

  static final Feature PROMOTION_FIT =
      new Feature(
              "promotion_fit",
              DoubleType,
              "0 to 1",
              List.of(),
              "Cosine between the topics of the last 90 days' posts that advertise and of those"
                  + " that do not: low where an account suddenly sells something else",
              "it did not advertise, or either side has no words that the niches know",
              Source.PROMOTION,
              Combine.WEIGHTED_MEAN,
              1,
              in -> max(AccountPromotion.PROMOTION_FIT.col()))
          .after("cosine similarity, Salton 1975")
          .keeping(Contract.SHARE);

  /** The same by rule. */
  static final List<Feature> UNDISCLOSED_IN =
      RULES.stream().map(CommerceFeatures::undisclosedIn).toList();

  static final List<Feature> ALL =
      Stream.concat(
              Stream.of(SPONSORED_SHARE, ENGAGEMENT_KEPT, PROMOTION_FIT, UNDISCLOSED_SHARE),
              UNDISCLOSED_IN.stream())
          .toList();

  private CommerceFeatures() {}

  /** The columns that say nothing where disclosure is judged by these rules alone. */
  static Stream<String> unknownUnder(Set<String> rules) {
    return IntStream.range(0, RULES.size())
        .filter(i -> !rules.contains(RULES.get(i)))
        .boxed()
        .flatMap(i -> UNDISCLOSED_IN.get(i).variants())
        .map(Variant::name);
  }

  private static Feature undisclosedIn(String rule) {
    return undisclosed(
        "undisclosed_share_" + rule.toLowerCase(Locale.ROOT),
        "Share of the window's posts that advertise, as far as one sees, whose disclosure does not"
            + " meet the rule "
            + rule,
        "no post of the window advertises, or conf/disclosure.conf has no such rule",
        rule);
  }

  private static Feature undisclosed(String name, String definition, String whenNull, String rule) {
    return new Feature(
            name,
            DoubleType,
            "share of posts",
            List.of(90),
            definition,
            whenNull,
            Source.HISTORY,
            Combine.WEIGHTED_MEAN,
            1,
            in -> {
              Column promoted = Rows.totalOf(ActivityDay.PROMOTED_POSTS, in);
              Column met = Rows.valuesOf(ActivityDay.DISCLOSURES, in);
              Column disclosed = size(filter(met, r -> r.equalTo(lit(rule))));
              return Statistics.ratio(promoted.minus(disclosed), promoted);
            })
        .keeping(Contract.SHARE);
  }

  private static Column kept(Scope in) {
    Column paid = sum(in.in(ActivityDay.SPONSORED_ENGAGED_POSTS.col()));
    Column paidLogs = sum(in.in(ActivityDay.SPONSORED_ENGAGEMENT_LOGS.col()));
    Column others = sum(in.in(ActivityDay.ENGAGED_POSTS.col())).minus(paid);
    Column otherLogs = sum(in.in(ActivityDay.ENGAGEMENT_LOGS.col())).minus(paidLogs);
    Column apart = Statistics.ratio(paidLogs, paid).minus(Statistics.ratio(otherLogs, others));
    return exp(apart.divide(ActivityDay.LOG_PARTS));
  }
}
