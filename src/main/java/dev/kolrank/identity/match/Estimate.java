package dev.kolrank.identity.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Fits the model by expectation and maximisation over counted patterns. The chance of a likeness of
 * names follows from its rarity, up to a factor that pairs of one platform show; the chances of all
 * else come from random pairs. What matching pairs show, and others, is fitted for all platforms
 * together and drawn to that for each pair of platforms. Pairs that no block brings together stay
 * out: they match by no name.
 */
public final class Estimate {
  /** The key of what holds for all pairs of platforms. */
  public static final String POOLED = "*";

  private static final int MOST_ROUNDS = 60;
  private static final double SETTLED = 1e-6;

  /** Matching pairs for which what was expected beforehand counts, pooled. */
  private static final double PRIOR_PAIRS = 10;

  /** Matching pairs of two platforms for which the pooled shares count. */
  private static final double POOLED_PAIRS = 50;

  private static final double FIRST_RATE = 0.2;
  private static final double LEAST = 1e-9;

  private final List<Pattern> patterns;
  private final TreeSet<String> seen;
  private final Population population;
  private final RandomPairs random;
  private final TreeMap<String, Shares> fitted = new TreeMap<>();
  private final Map<String, Double> factors;
  private final Map<String, Map<String, Double>> chances = new HashMap<>();
  private final Sums matched = new Sums();
  private final Sums others = new Sums();
  private final List<int[]> countsAsMatched = new ArrayList<>();
  private final List<int[]> countsAsOther = new ArrayList<>();
  private double[] matching;

  /** Shares of matching pairs per level, and how many of an account's chances match. */
  private static final class Shares {
    private final Map<String, Double> m = new TreeMap<>();
    private double rate = FIRST_RATE;
    private double pairs;
  }

  private Estimate(
      List<Pattern> patterns, Population population, RandomPairs random, double controlShare) {
    this.patterns = patterns.stream().filter(p -> !p.isControl()).toList();
    this.seen =
        this.patterns.stream()
            .map(Pattern::platforms)
            .collect(Collectors.toCollection(TreeSet::new));
    this.factors =
        Coincidences.factors(
            patterns.stream().filter(Pattern::isControl).toList(), population, controlShare);
    this.population = population;
    this.random = random;
  }

  /**
   * The fitted parameters.
   *
   * @param patterns in a fixed order
   * @param controlShare what share of the pairs of one platform are among the patterns
   * @param random what random pairs showed
   */
  public static MatchModel fit(
      List<Pattern> patterns, Population population, RandomPairs random, double controlShare) {
    var estimate = new Estimate(patterns, population, random, controlShare);
    estimate.run();
    return estimate.model();
  }

  private void run() {
    fitted.put(POOLED, new Shares());
    scopes().forEach(platforms -> fitted.put(platforms, new Shares()));
    for (Comparison comparison : Comparison.ALL) {
      for (Level level : comparison.levels()) {
        fitted.values().forEach(s -> s.m.put(key(comparison, level), level.m()));
      }
    }
    patterns.forEach(this::place);
    matching = new double[patterns.size()];
    double before = -1;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double sum = expect();
      maximise();
      if (Math.abs(sum - before) <= SETTLED * Math.max(1, sum)) {
        return;
      }
      before = sum;
    }
  }

  /** Every two platforms: a pair may come up later of two that have none yet. */
  private Set<String> scopes() {
    Set<String> scopes = new TreeSet<>(seen);
    for (String one : population.accounts().keySet()) {
      for (String other : population.accounts().keySet()) {
        scopes.add(Population.key(one, other));
      }
    }
    return scopes;
  }

  /** Finds once what a pattern's pairs count for: all rounds add up the same. */
  private void place(Pattern pattern) {
    var asMatched = new ArrayList<String>();
    var shown = new ArrayList<String>();
    pattern
        .levels()
        .forEach(
            (comparison, level) -> {
              shown.add(comparison);
              shown.add(comparison + " " + level);
            });
    var scoped = new ArrayList<String>();
    for (String scope : List.of(POOLED, pattern.platforms())) {
      asMatched.add(scope);
      shown.forEach(key -> scoped.add(scope + " " + key));
    }
    asMatched.addAll(scoped);
    countsAsMatched.add(matched.places(asMatched));
    countsAsOther.add(others.places(scoped));
  }

  /** How many pairs of each pattern match, as the parameters now say. */
  private double expect() {
    MatchModel model = model();
    double sum = 0;
    for (int i = 0; i < matching.length; i++) {
      Pattern pattern = patterns.get(i);
      double share =
          pattern
              .label()
              .map(same -> same ? 1.0 : 0.0)
              .orElseGet(() -> model.probability(pattern.platforms(), pattern.levels()));
      matching[i] = share * pattern.count();
      sum += matching[i];
    }
    return sum;
  }

  private void maximise() {
    matched.clear();
    others.clear();
    for (int i = 0; i < matching.length; i++) {
      matched.add(countsAsMatched.get(i), matching[i]);
      others.add(countsAsOther.get(i), patterns.get(i).count() - matching[i]);
    }
    fitChances();
    Shares pooled = fitted.get(POOLED);
    fitted.forEach((scope, shares) -> shares.pairs = matched.of(scope));
    fitted.forEach(
        (scope, shares) -> {
          boolean all = scope.equals(POOLED);
          double weight = all ? PRIOR_PAIRS : POOLED_PAIRS;
          for (Comparison comparison : Comparison.ALL) {
            double of = matched.of(scope + " " + comparison.name());
            for (Level level : comparison.levels()) {
              String key = key(comparison, level);
              double expected = all ? level.m() : pooled.m.get(key);
              double count = matched.of(scope + " " + key);
              shares.m.put(key, Math.max(LEAST, (count + weight * expected) / (of + weight)));
            }
          }
          double chances = all ? allChances() : population.smaller(scope);
          double expected = all ? FIRST_RATE : pooled.rate;
          shares.rate = Math.min(1, (shares.pairs + weight * expected) / (chances + weight));
        });
  }

  private double allChances() {
    return seen.stream().mapToDouble(population::smaller).sum();
  }

  /**
   * What candidates that do not match show, and how they stand among their rivals. Between two
   * platforms it is drawn to what holds for all, so far as random pairs of the two are as others.
   */
  private void fitChances() {
    for (String scope : fitted.keySet()) {
      Map<String, Double> found = new HashMap<>();
      for (Comparison comparison : Comparison.ALL) {
        Map<String, Double> expected = expected(scope, comparison);
        double compared = others.of(scope + " " + comparison.name()) + POOLED_PAIRS;
        expected.forEach(
            (key, chance) -> {
              double shown = others.of(scope + " " + key);
              found.put(key, (shown + POOLED_PAIRS * chance) / compared);
            });
      }
      chances.put(scope, found);
    }
  }

  /** What shares of them are expected to show each level, before any is counted. */
  private Map<String, Double> expected(String scope, Comparison comparison) {
    Map<String, Double> expected = new TreeMap<>();
    for (Level level : comparison.levels()) {
      String key = key(comparison, level);
      if (scope.equals(POOLED) && level.way() == Level.Way.COUNTED) {
        expected.put(key, random.share(POOLED, comparison, level));
      } else if (scope.equals(POOLED) && level.way() == Level.Way.FITTED) {
        expected.put(key, level.u());
      } else if (level.way() == Level.Way.COUNTED) {
        double others = random.share(POOLED, comparison, level);
        double ofScope = random.share(scope, comparison, level) / others;
        expected.put(key, chances.get(POOLED).get(key) * ofScope);
      }
    }
    double sum = expected.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!scope.equals(POOLED)) {
      // levels that are not counted keep their part
      double counted =
          expected.keySet().stream().mapToDouble(key -> chances.get(POOLED).get(key)).sum();
      expected.replaceAll((key, share) -> share * counted / sum);
    }
    return expected;
  }

  private MatchModel model() {
    var parameters = new ArrayList<MatchModel.Parameter>();
    fitted.forEach(
        (scope, shares) -> {
          boolean all = scope.equals(POOLED);
          double smaller = all ? 1 : population.smaller(scope);
          double larger = all ? 1 : population.larger(scope);
          double prior = shares.rate / larger;
          parameters.add(
              new MatchModel.Parameter(
                  scope, MatchModel.PRIOR, "", prior, 1 - prior, shares.pairs));
          for (Comparison comparison : Comparison.ALL) {
            for (Level level : comparison.levels()) {
              String key = key(comparison, level);
              double m = shares.m.get(key);
              double u =
                  switch (level.way()) {
                    case CHANCE -> factors.get(key) * level.band() / smaller;
                    // to stand before all rivals proves nothing: where nobody matches one does too
                    case FITTED -> Math.max(m, chance(POOLED, key).orElse(level.u()));
                    case COUNTED ->
                        chance(scope, key).orElse(random.share(scope, comparison, level));
                    case CERTAIN -> Math.max(LEAST, m) * odds(prior) / odds(level.low());
                    case FIXED -> Math.max(LEAST, m) / Math.pow(2, level.low());
                  };
              parameters.add(
                  new MatchModel.Parameter(
                      scope, comparison.name(), level.name(), Math.max(LEAST, m), u, shares.pairs));
            }
          }
        });
    return MatchModel.of(parameters);
  }

  private Optional<Double> chance(String scope, String key) {
    return Optional.ofNullable(chances.getOrDefault(scope, Map.of()).get(key));
  }

  private static double odds(double probability) {
    return probability / (1 - probability);
  }

  static String key(Comparison comparison, Level level) {
    return comparison.name() + " " + level.name();
  }
}
