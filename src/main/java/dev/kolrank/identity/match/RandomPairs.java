package dev.kolrank.identity.match;

import java.util.HashMap;
import java.util.Map;

/** How many random pairs showed each level, for all platforms together and for each two. */
public final class RandomPairs {
  /** Pairs for which what is declared counts, and between two platforms what all others show. */
  private static final double PRIOR_PAIRS = 10;

  private static final double POOLED_PAIRS = 50;

  private final Map<String, Long> shown = new HashMap<>();
  private final Map<String, Long> compared = new HashMap<>();

  /** Notes that so many pairs of two platforms showed a level. */
  public void add(String platforms, String comparison, String level, long pairs) {
    for (String scope : new String[] {Estimate.POOLED, platforms}) {
      shown.merge(scope + " " + comparison + " " + level, pairs, Long::sum);
      compared.merge(scope + " " + comparison, pairs, Long::sum);
    }
  }

  /** The share of pairs that show a level; between two platforms drawn to that of all. */
  double share(String scope, Comparison comparison, Level level) {
    boolean all = scope.equals(Estimate.POOLED);
    double weight = all ? PRIOR_PAIRS : POOLED_PAIRS;
    double expected = all ? level.u() : share(Estimate.POOLED, comparison, level);
    long of = compared.getOrDefault(scope + " " + comparison.name(), 0L);
    long pairs = shown.getOrDefault(scope + " " + Estimate.key(comparison, level), 0L);
    return (pairs + weight * expected) / (of + weight);
  }
}
