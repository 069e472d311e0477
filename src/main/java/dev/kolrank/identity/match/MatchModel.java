package dev.kolrank.identity.match;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
    Key key() {
      return new Key(platforms, comparison, level);
    }

    /** What the level weighs, in bits, where it says anything (see {@link MatchModel#weights}). */
    public double weight() {
      return log2(m / u);
    }
  }

  /** What a parameter is looked up by. */
  private record Key(String platforms, String comparison, String level)
      implements Comparable<Key>, Serializable {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::platforms)
            .thenComparing(Key::comparison)
            .thenComparing(Key::level);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * A level with what it weighs, worked out once.
   *
   * @param slope how fast coincidences become rarer around it
   */
  private record Known(Level level, double bits, double slope) implements Serializable {}

  /**
   * A level's weight for one pair.
   *
   * @param bits all of it
   * @param rarity the part that is due to how rare this value is
   */
  public record Weight(String comparison, String level, double bits, double rarity) {}

  private final TreeMap<Key, Parameter> parameters = new TreeMap<>();
  private final HashMap<Key, Known> known = new HashMap<>();

  private MatchModel(List<Parameter> parameters) {
    parameters.forEach(p -> this.parameters.put(p.key(), p));
    for (Comparison comparison : Comparison.ALL) {
      Map<String, Double> slopes = slopes(comparison);
      for (Parameter parameter : parameters) {
        if (parameter.comparison().equals(comparison.name())) {
          Level level = comparison.level(parameter.level()).orElseThrow();
          double slope = slopes.getOrDefault(level.name(), 1.0);
          known.put(parameter.key(), new Known(level, weight(parameter), slope));
        }
      }
    }
  }

  private Map<String, Double> slopes(Comparison comparison) {
    Map<String, Double> slopes = new HashMap<>();
    for (int band = 0; band < comparison.levels().size(); band++) {
      Level level = comparison.levels().get(band);
      if (level.way() == Level.Way.CHANCE) {
        slopes.put(level.name(), slope(comparison, band));
      }
    }
    return slopes;
  }

  /** How fast coincidences become rarer around a band, seen from the bands beside it. */
  private double slope(Comparison comparison, int band) {
    Level level = comparison.levels().get(band);
    Level before = beside(comparison, level, band - 1);
    Level behind = beside(comparison, level, band + 1);
    Parameter low = parameters.get(new Key(Estimate.POOLED, comparison.name(), before.name()));
    Parameter high = parameters.get(new Key(Estimate.POOLED, comparison.name(), behind.name()));
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

  /** From parameters in any order. */
  public static MatchModel of(List<Parameter> parameters) {
    return new MatchModel(parameters);
  }

  /** Every parameter, by platforms, comparison and level. */
  public List<Parameter> parameters() {
    return List.copyOf(parameters.values());
  }

  /** Bits before anything is compared. */
  public double prior(String platforms) {
    Parameter own = parameters.get(new Key(platforms, PRIOR, ""));
    Parameter prior = own != null ? own : parameters.get(new Key(Estimate.POOLED, PRIOR, ""));
    return prior == null ? Double.NEGATIVE_INFINITY : prior.weight();
  }

  /** What each comparison weighs for a pair, in the declared order. */
  public List<Weight> weights(
      String platforms, Map<String, String> levels, Map<String, Double> excess) {
    var weights = new ArrayList<Weight>();
    for (Comparison comparison : Comparison.ALL) {
      String level = levels.get(comparison.name());
      Known found = level == null ? null : find(platforms, comparison.name(), level);
      if (found != null) {
        Double value = excess.get(comparison.name());
        double rarity = value == null ? 0 : found.level().rarity(value, found.slope());
        weights.add(new Weight(comparison.name(), level, found.bits() + rarity, rarity));
      }
    }
    return weights;
  }

  /** A handle that spells another name than the other account's says nothing. */
  private static double weight(Parameter parameter) {
    boolean silent =
        parameter.comparison().equals(Comparison.HANDLE_NAME.name())
            && parameter.level().equals(Comparison.OTHER);
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

  private Known find(String platforms, String comparison, String level) {
    Known own = known.get(new Key(platforms, comparison, level));
    return own != null ? own : known.get(new Key(Estimate.POOLED, comparison, level));
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
