package dev.kolrank.ranking;

import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log1p;
import static org.apache.spark.sql.functions.negate;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;

/**
 * The score. For a dimension, an account at quantile q of its platform stands for {@code tail(q) =
 * 1/(1-q) - 1} of its peers: the odds of a Pareto tail with exponent 1. A KOL's accounts add up,
 * {@code S = log1p(sum of tails)}; dimensions are weighted, {@code raw = sum of w * S}; the score
 * is {@code 100 * (1 - exp(-raw / scale))}, which rises with raw and stays below 100.
 *
 * @param weights per dimension, adding up to 1
 * @param correlation per dimension, how far the others speak for it when it was not observed
 * @param scale the raw score at which 63 of 100 points are reached
 */
public record Formula(Map<String, Double> weights, Map<String, Double> correlation, double scale) {

  public Formula {
    // sorted, since the order of an ordinary immutable map differs from one start to the next
    weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
    correlation = Collections.unmodifiableSortedMap(new TreeMap<>(correlation));
    double total = weights.values().stream().mapToDouble(w -> w).sum();
    if (!weights.keySet().containsAll(Signal.DIMENSIONS)
        || weights.size() != Signal.DIMENSIONS.size()) {
      throw new IllegalArgumentException(
          "score.weights names the dimensions " + String.join(", ", Signal.DIMENSIONS));
    }
    if (weights.values().stream().anyMatch(w -> w < 0) || Math.abs(total - 1) > 1e-9) {
      throw new IllegalArgumentException("score.weights must not be negative and add up to 1");
    }
    if (scale <= 0) {
      throw new IllegalArgumentException("score.scale must be above 0, got " + scale);
    }
  }

  static Column tail(Column quantile) {
    return lit(1.0).divide(lit(1.0).minus(quantile)).minus(1.0);
  }

  static Column dimensionScore(Column sumOfTails) {
    return log1p(sumOfTails);
  }

  Column score(Column raw) {
    return lit(100.0).multiply(lit(1.0).minus(exp(negate(raw.divide(scale)))));
  }

  /** Names this formula and its weights in every ranking row. */
  public String version() {
    return "tail-1 weights=%s correlation=%s scale=%s".formatted(weights, correlation, scale);
  }
}
