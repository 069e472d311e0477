package dev.kolrank.job.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * How well clusters of accounts agree with the truth: over pairs of accounts of two platforms, and
 * by account (B-cubed), where accounts of one platform count too. Intervals come from drawing
 * persons anew, with a fixed seed.
 */
public final class Agreement {
  private static final int DRAWS = 500;
  private static final long SEED = 7;
  private static final double LOW = 0.025;

  /** Standard deviations that hold 95 %. */
  private static final double TWO_SIDED = 1.96;

  /** Of all platforms together. */
  public static final String ALL = "all";

  /**
   * Precision, recall and their harmonic mean, each with its 95 % interval.
   *
   * @param scope {@link #ALL}, or both platforms
   * @param kind pairs or b_cubed
   */
  public record Score(
      String scope,
      String kind,
      Share precision,
      Share recall,
      Share f1,
      long correct,
      long claimed,
      long expected) {}

  /** A share between its bounds. */
  public record Share(double value, double low, double high) {}

  /** A share of so many, with Wilson's 95 % interval: it holds for few and for shares near one. */
  static Share share(long part, long whole) {
    double value = ratio((double) part, (double) whole);
    double of = whole + TWO_SIDED * TWO_SIDED;
    double middle = (part + TWO_SIDED * TWO_SIDED / 2) / of;
    double reach =
        TWO_SIDED / of * Math.sqrt(whole * value * (1 - value) + TWO_SIDED * TWO_SIDED / 4);
    return new Share(value, Math.max(0, middle - reach), Math.min(1, middle + reach));
  }

  /** What one person adds: right, claimed and expected. */
  private static final class Tally {
    private double right;
    private double claimed;
    private double expected;
  }

  private final Map<String, Map<String, Tally>> pairs = new TreeMap<>();
  private final Map<String, double[]> cubes = new TreeMap<>();
  private long largestWrong;

  /**
   * Compares.
   *
   * @param clusters the cluster of every account, by its key
   */
  public Agreement(List<TruthAccount> accounts, Map<String, String> clusters) {
    Map<String, List<TruthAccount>> claimed = new TreeMap<>();
    Map<String, List<TruthAccount>> expected = new TreeMap<>();
    for (TruthAccount account : accounts) {
      String cluster = clusters.get(account.uid());
      claimed.computeIfAbsent(cluster, k -> new ArrayList<>()).add(account);
      expected.computeIfAbsent(account.person(), k -> new ArrayList<>()).add(account);
      pairs.computeIfAbsent(ALL, k -> new TreeMap<>()).put(account.person(), new Tally());
    }
    expected.values().forEach(this::expect);
    claimed.values().forEach(this::claim);
    for (TruthAccount account : accounts) {
      cube(account, claimed.get(clusters.get(account.uid())), expected.get(account.person()));
    }
  }

  /** Accounts of the largest cluster that holds more than one person's. */
  public long largestWrong() {
    return largestWrong;
  }

  /** The scores: all pairs, pairs by platforms, and B-cubed. */
  public List<Score> scores() {
    List<Score> scores = new ArrayList<>();
    pairs.forEach((scope, persons) -> scores.add(pairScore(scope, persons)));
    scores.add(cubeScore());
    return scores;
  }

  private void expect(List<TruthAccount> accounts) {
    eachPair(
        accounts,
        (a, b) -> {
          for (Tally tally : tallies(a, b, a.person())) {
            tally.expected++;
          }
        });
  }

  private void claim(List<TruthAccount> cluster) {
    if (cluster.stream().map(TruthAccount::person).distinct().count() > 1) {
      largestWrong = Math.max(largestWrong, cluster.size());
    }
    eachPair(
        cluster,
        (a, b) -> {
          boolean right = a.person().equals(b.person());
          for (String person : List.of(a.person(), b.person())) {
            for (Tally tally : tallies(a, b, person)) {
              tally.claimed += 0.5;
              tally.right += right ? 0.5 : 0;
            }
          }
        });
  }

  private interface PairAction {
    void on(TruthAccount one, TruthAccount other);
  }

  private static void eachPair(List<TruthAccount> accounts, PairAction action) {
    for (int i = 0; i < accounts.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (!accounts.get(i).platform().equals(accounts.get(j).platform())) {
          action.on(accounts.get(i), accounts.get(j));
        }
      }
    }
  }

  private List<Tally> tallies(TruthAccount a, TruthAccount b, String person) {
    String platforms =
        a.platform().compareTo(b.platform()) < 0
            ? a.platform() + "|" + b.platform()
            : b.platform() + "|" + a.platform();
    return List.of(
        pairs.get(ALL).get(person),
        pairs
            .computeIfAbsent(platforms, k -> new TreeMap<>())
            .computeIfAbsent(person, k -> new Tally()));
  }

  private void cube(TruthAccount account, List<TruthAccount> cluster, List<TruthAccount> accounts) {
    long both = cluster.stream().filter(a -> a.person().equals(account.person())).count();
    double[] sums = cubes.computeIfAbsent(account.person(), k -> new double[3]);
    sums[0] += (double) both / cluster.size();
    sums[1] += (double) both / accounts.size();
    sums[2]++;
  }

  private static Score pairScore(String scope, Map<String, Tally> persons) {
    double[][] rows =
        persons.values().stream()
            .map(t -> new double[] {t.right, t.claimed, t.expected})
            .toArray(double[][]::new);
    double[] all = sum(rows);
    return score(
        scope,
        "pairs",
        rows,
        s -> new double[] {ratio(s[0], s[1]), ratio(s[0], s[2])},
        Math.round(all[0]),
        Math.round(all[1]),
        Math.round(all[2]));
  }

  private Score cubeScore() {
    double[][] rows = cubes.values().toArray(double[][]::new);
    long accounts = Math.round(sum(rows)[2]);
    return score(
        ALL,
        "b_cubed",
        rows,
        s -> new double[] {ratio(s[0], s[2]), ratio(s[1], s[2])},
        accounts,
        accounts,
        accounts);
  }

  private interface Shares {
    double[] of(double[] sums);
  }

  private static Score score(
      String scope,
      String kind,
      double[][] persons,
      Shares shares,
      long right,
      long claimed,
      long expected) {
    var random = new Random(SEED);
    double[][] draws = new double[3][DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] sums = new double[3];
      for (int i = 0; i < persons.length; i++) {
        add(sums, persons[random.nextInt(persons.length)]);
      }
      double[] drawn = shares.of(sums);
      draws[0][draw] = drawn[0];
      draws[1][draw] = drawn[1];
      draws[2][draw] = f1(drawn);
    }
    double[] value = shares.of(sum(persons));
    return new Score(
        scope,
        kind,
        share(value[0], draws[0]),
        share(value[1], draws[1]),
        share(f1(value), draws[2]),
        right,
        claimed,
        expected);
  }

  private static Share share(double value, double[] draws) {
    Arrays.sort(draws);
    int low = (int) (LOW * draws.length);
    return new Share(value, draws[low], draws[draws.length - 1 - low]);
  }

  private static double f1(double[] shares) {
    return ratio(2 * shares[0] * shares[1], shares[0] + shares[1]);
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private static double[] sum(double[][] rows) {
    double[] sums = new double[3];
    for (double[] row : rows) {
      add(sums, row);
    }
    return sums;
  }

  private static void add(double[] sums, double[] row) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += row[i];
    }
  }
}
