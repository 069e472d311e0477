package dev.kolrank.identity.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * By what factor likeness by chance is more, or less, frequent than its rarity says. Pairs of one
 * platform show it: hardly any two of them are one person's. Among namesakes the factor rises with
 * rarity, since whole names coincide, however rare their letters are together.
 */
final class Coincidences {
  /** Coincidences for which the factor of the band below counts. */
  private static final double PRIOR_COUNT = 0.5;

  /** Coincidences seen that weigh as much as what the band below lets expect. */
  private static final double TRUST = 2;

  /** Coincidences are never taken to be rarer than this part of what was expected. */
  private static final double LEAST_OF = 10;

  private Coincidences() {}

  /**
   * The factor of each level that chance makes, by comparison and level. From band to band it is
   * carried on where few pairs show any.
   *
   * @param controls patterns of pairs of one platform
   * @param controlShare what share of all such pairs they are
   */
  static Map<String, Double> factors(
      List<Pattern> controls, Population population, double controlShare) {
    Map<String, Long> shown = shown(controls);
    Map<String, Double> factors = new HashMap<>();
    for (Comparison comparison : Comparison.ALL) {
      Map<String, Double> carried = new HashMap<>();
      for (Level level : comparison.levels()) {
        if (level.way() == Level.Way.CHANCE) {
          double below = carried.getOrDefault(level.kind(), level.u());
          double expected = population.coincidences() * controlShare * level.band();
          String key = Estimate.key(comparison, level);
          double factor = factor(level, shown.getOrDefault(key, 0L), expected, below);
          factors.put(key, factor);
          carried.put(level.kind(), factor);
        }
      }
    }
    return factors;
  }

  private static double factor(Level level, long count, double expected, double below) {
    double due = (count + PRIOR_COUNT) / (expected + PRIOR_COUNT / below);
    // where hardly any is due by chance, those seen must outweigh what was expected the sooner
    double trust = count / (count + TRUST);
    double seen =
        count == 0
            ? due
            : Math.max(due, Math.pow(count / expected, trust) * Math.pow(below, 1 - trust));
    // a platform gives a handle once: that its own pairs never share one proves nothing
    boolean isSeldom = level.kind().equals("exact") || level.kind().equals("short");
    double least = isSeldom ? level.u() : level.u() / LEAST_OF;
    return Math.max(least, seen);
  }

  private static Map<String, Long> shown(List<Pattern> controls) {
    Map<String, Long> shown = new HashMap<>();
    for (Pattern control : controls) {
      control
          .levels()
          .forEach((c, level) -> shown.merge(c + " " + level, control.count(), Long::sum));
    }
    return shown;
  }
}
