package dev.kolrank.ranking;

import dev.kolrank.core.Field;
import dev.kolrank.table.features.AccountFeature;
import java.util.List;

/**
 * A feature that speaks for a dimension of the score; more is better.
 *
 * @param dimension the dimension
 * @param feature the feature's column
 * @param weight its share within the dimension
 * @param sign -1 where less is better
 */
record Signal(String dimension, Field feature, double weight, int sign) {

  /** The dimensions of the score, in the order of the documentation. */
  static final List<String> DIMENSIONS =
      List.of("reach", "resonance", "consistency", "loyalty", "momentum");

  /** Every signal. */
  static final List<Signal> ALL =
      List.of(
          of("reach", "effective_views", 0.5),
          of("reach", "followers", 0.3),
          of("reach", "engaged_people_90d", 0.2),
          of("resonance", "effective_engagements", 0.8),
          of("resonance", "engagement_rate_by_followers", 0.1),
          of("resonance", "shares_per_like_90d", 0.05),
          of("resonance", "saves_per_like_90d", 0.05),
          of("consistency", "active_weeks_share_90d", 0.6),
          new Signal("consistency", AccountFeature.feature("engagement_gini_90d"), 0.4, -1),
          of("loyalty", "returning_commenters_share_90d", 1.0),
          of("momentum", "follower_growth_28d", 0.7),
          of("momentum", "follower_growth_90d", 0.3));

  private static Signal of(String dimension, String feature, double weight) {
    return new Signal(dimension, AccountFeature.feature(feature), weight, 1);
  }
}
