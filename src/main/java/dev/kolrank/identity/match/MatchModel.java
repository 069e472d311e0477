package dev.kolrank.identity.match;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fitted parameters and what follows from them: the weight of each level in bits and the
 * probability that two accounts are one person's.
 */
public final class MatchModel implements Serializable {
  /** Stands for a comparison: the share of all pairs that match, before anything is compared. */
  public static final String PRIOR = "prior";

  private static final long serialVersionUID = 1L;

  /**
   * One parameter.
   *
   * @param platforms both platforms, or {@link Estimate#POOLED}
   * @param m share of matching pairs that show the level
   * @param u share of other pairs that do
   * @param pairs matching pairs it rests on
   */
  public record Parameter(
      String platforms, String comparison, String level, double m, double u, double pairs)
      implements Serializable {
    String key() {
      return String.join(" ", platforms, comparison, level);
    }

    /** What the level weighs, in bits. */
    public double weight() {
      return log2(m / u);
    }
  }

  /**
   * A level's weight for one pair.
   *
   * @param bits all of it
   * @param rarity the part that is due to how rare this value is
   */
  public record Weight(String comparison, String level, double bits, double rarity) {}

  private final TreeMap<String, Parameter> parameters;
  private final TreeMap<String, Double> slopes = new TreeMap<>();

  /** From parameters by {@link Parameter#key}. */
  MatchModel(Map<String, Parameter> parameters) {
    this.parameters = new TreeMap<>(parameters);
    for (Comparison comparison : Comparison.ALL) {
      for (int band = 0; band < comparison.levels().size(); band++) {
        Level level = comparison.levels().get(band);
        if (level.way() == Level.Way.CHANCE) {
          slopes.put(comparison.name() + " " + level.name(), slope(comparison, band));
        }
      }
    }
  }

  /** How fast coincidences become rarer around a band, seen from the bands beside it. */
  private double slope(Comparison comparison, int band) {
    Level level = comparison.levels().get(band);
    Level before = beside(comparison, level, band - 1);
    Level behind = beside(comparison, level, band + 1);
    Parameter low = find(Estimate.POOLED, comparison.name(), before.name());
    Parameter high = find(Estimate.POOLED, comparison.name(), behind.name());
    if (low == null || high == null || before.equals(behind)) {
      return 1;
    }
    double rise = log2(high.u() / behind.band()) - log2(low.u() / before.band());
    return Math.max(0, Math.min(1, 1 - rise / (behind.middle() - before.middle())));
  }

  private static Level beside(Comparison comparison, Level level, int band) {
    boolean exists = band >= 0 && band < comparison.levels().size();
    Level beside = exists ? comparison.levels().get(band) : level;
    return beside.kind().equals(level.kind()) ? beside : level;
  }

  /** From stored parameters. */
  public static MatchModel of(List<Parameter> stored) {
    var parameters = new TreeMap<String, Parameter>();
    stored.forEach(p -> parameters.put(p.key(), p));
    return new MatchModel(parameters);
  }

  /** Every parameter, by platforms, comparison and level. */
  public List<Parameter> parameters() {
    return List.copyOf(parameters.values());
  }

  public boolean isEmpty() {
    return parameters.isEmpty();
  }

  /** Bits before anything is compared. */
  public double prior(String platforms) {
    Parameter prior = find(platforms, PRIOR, "");
    return prior == null ? Double.NEGATIVE_INFINITY : prior.weight();
  }

  /** What each comparison weighs for a pair, in the declared order. */
  public List<Weight> weights(
      String platforms, Map<String, String> levels, Map<String, Double> excess) {
    var weights = new ArrayList<Weight>();
    for (Comparison comparison : Comparison.ALL) {
      String level = levels.get(comparison.name());
      Parameter parameter = level == null ? null : find(platforms, comparison.name(), level);
      if (parameter != null) {
        Double value = excess.get(comparison.name());
        Level declared = comparison.level(level).orElseThrow();
        double slope = slopes.getOrDefault(comparison.name() + " " + level, 1.0);
        double rarity = value == null ? 0 : declared.rarity(value, slope);
        weights.add(
            new Weight(comparison.name(), level, weight(parameter, declared) + rarity, rarity));
      }
    }
    return weights;
  }

  /** A handle that spells another name than the other account's says nothing. */
  private static double weight(Parameter parameter, Level level) {
    boolean silent =
        parameter.comparison().equals(Comparison.HANDLE_NAME.name())
            && level.name().equals(Comparison.OTHER);
    return silent ? 0 : parameter.weight();
  }

  /** The probability that a pair with these levels is one person's, rarity left aside. */
  public double probability(String platforms, Map<String, String> levels) {
    return probability(platforms, weights(platforms, levels, Map.of()));
  }

  /** The probability that a pair with these weights is one person's. */
  public double probability(String platforms, List<Weight> weights) {
    double bits = prior(platforms);
    for (Weight weight : weights) {
      bits += weight.bits();
    }
    return 1 / (1 + Math.pow(2, -bits));
  }

  private Parameter find(String platforms, String comparison, String level) {
    Parameter own = parameters.get(String.join(" ", platforms, comparison, level));
    return own != null ? own : parameters.get(String.join(" ", Estimate.POOLED, comparison, level));
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
