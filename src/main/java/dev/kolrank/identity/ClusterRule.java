package dev.kolrank.identity;

import java.io.Serializable;

/**
 * When accounts are one person.
 *
 * @param leastMean two clusters become one while the mean probability of the pairs between them is
 *     at least this
 * @param unlinkedWeight what a compared pair that does not suffice weighs in the mean; a linked one
 *     weighs 1. It found little, which for accounts of one person is common too
 * @param uncomparedWeight what a pair weighs that no blocking rule brought together
 * @param uncomparedProbability the probability that it counts with
 * @param largest components of more accounts are split before: a web of links is no person
 */
public record ClusterRule(
    double leastMean,
    double unlinkedWeight,
    double uncomparedWeight,
    double uncomparedProbability,
    int largest)
    implements Serializable {

  /** Refuses what is out of range. */
  public ClusterRule {
    share("least-mean", leastMean);
    share("unlinked-weight", unlinkedWeight);
    share("uncompared-weight", uncomparedWeight);
    share("uncompared-probability", uncomparedProbability);
    if (largest < 2) {
      throw new IllegalArgumentException(
          "identity.clusters.largest must be at least 2, got " + largest);
    }
  }

  private static void share(String key, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "identity.clusters.%s must lie between 0 and 1, got %s".formatted(key, value));
    }
  }

  /** The mean probability of pairs. */
  double mean(Bond bond, long pairs) {
    long silent = Math.max(0, pairs - bond.compared());
    double weight = bond.weight(this) + uncomparedWeight * silent;
    return (bond.sum(this) + uncomparedWeight * uncomparedProbability * silent) / weight;
  }
}
