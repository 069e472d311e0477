package dev.kolrank.identity;

/**
 * What is known of the pairs between two clusters.
 *
 * @param linked how many pairs the evidence suffices for
 * @param linkedSum the sum of their probabilities
 * @param unlinked how many pairs were compared and do not suffice
 * @param unlinkedSum the sum of theirs
 * @param best the greatest probability of a linked pair
 * @param support the greatest support of a linked pair
 * @param isForbidden whether a cannot-link stands between them
 */
record Bond(
    int linked,
    double linkedSum,
    int unlinked,
    double unlinkedSum,
    double best,
    double support,
    boolean isForbidden) {

  static Bond of(Agglomerate.Edge edge) {
    double probability = edge.probability();
    return edge.linked()
        ? new Bond(1, probability, 0, 0, probability, edge.support(), edge.isForbidden())
        : new Bond(0, 0, 1, probability, 0, 0, edge.isForbidden());
  }

  Bond and(Bond other) {
    return new Bond(
        linked + other.linked,
        linkedSum + other.linkedSum,
        unlinked + other.unlinked,
        unlinkedSum + other.unlinkedSum,
        Math.max(best, other.best),
        Math.max(support, other.support),
        isForbidden || other.isForbidden);
  }

  int compared() {
    return linked + unlinked;
  }

  double weight(ClusterRule rule) {
    return linked + rule.unlinkedWeight() * unlinked;
  }

  double sum(ClusterRule rule) {
    return linkedSum + rule.unlinkedWeight() * unlinkedSum;
  }
}
