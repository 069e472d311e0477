package dev.kolrank.identity;

import java.io.Serializable;

/**
 * When accounts are one person.
 *
 * @param leastMean two clusters become one while the mean probability of the pairs between them is
 *     at least this
 * @param groupMean the same for two clusters of several accounts each: joined wrongly, they make
 *     two people one
 * @param groupSure these need two links between them, or one of this probability
 * @param unlinkedWeight what a compared pair that does not suffice weighs in the mean; a linked one
 *     weighs 1. It found little, which for accounts of one person is common too
 * @param uncomparedWeight what a pair weighs that no blocking rule brought together
 * @param uncomparedProbability the probability that it counts with
 * @param largest components of more accounts are split before: a web of links is no person
 */
public record ClusterRule(
    double leastMean,
    double groupMean,
    double groupSure,
    double unlinkedWeight,
    double uncomparedWeight,
    double uncomparedProbability,
    int largest)
    implements Serializable {

  /** Refuses what is out of range. */
  public ClusterRule {
    share("least-mean", leastMean);
    share("groups.least-mean", groupMean);
    share("groups.sure", groupSure);
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

  /**
   * Whether the bond between two clusters suffices to make them one.
   *
   * @param left accounts of the one
   * @param right accounts of the other
   */
  boolean suffices(Bond bond, int left, int right) {
    double mean = mean(bond, (long) left * right);
    if (Math.min(left, right) < 2) {
      return mean >= leastMean;
    }
    return mean >= groupMean && (bond.linked() >= 2 || bond.best() >= groupSure);
  }

  /** The mean probability of pairs. */
  double mean(Bond bond, long pairs) {
    long silent = Math.max(0, pairs - bond.compared());
    double weight = bond.weight(this) + uncomparedWeight * silent;
    return (bond.sum(this) + uncomparedWeight * uncomparedProbability * silent) / weight;
  }
}
