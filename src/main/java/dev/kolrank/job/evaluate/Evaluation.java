package dev.kolrank.job.evaluate;

import dev.kolrank.core.Step;
import dev.kolrank.identity.match.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/**
 * One measurement of the identities: kolrank's clusters and those of two simple methods against the
 * truth.
 *
 * @param accounts measured
 * @param methods what each method reached, kolrank first
 * @param bins whether probabilities hold what they promise
 * @param misses pairs of one person that were not brought together, by cause
 */
public record Evaluation(
    String truth,
    String variant,
    List<TruthAccount> accounts,
    Map<String, Agreement> methods,
    List<Bin> bins,
    Map<String, Long> misses) {
  public static final String KOLRANK = "kolrank";
  public static final String SAME_HANDLE = "same_handle";
  public static final String COMPONENTS = "components";
  private static final int BINS = 10;

  /**
   * Pairs of like probability.
   *
   * @param from the least probability in the bin, in tenths
   * @param pairs in it
   * @param expected mean of their probabilities
   * @param right share that is one person's
   */
  public record Bin(double from, long pairs, double expected, double right) {}

  /** Runs the identity steps over the truth's accounts and compares. */
  public static Evaluation of(
      SparkSession spark, List<Step> steps, Truth truth, Disguise disguise) {
    List<TruthAccount> accounts = disguise.of(truth.accounts());
    IdentityTrial trial = IdentityTrial.run(spark, steps, accounts);
    return of(
        truth.name(), disguise.toString(), accounts, trial.clusters(), trial.pairs());
  }

  static Evaluation of(
      String truth,
      String variant,
      List<TruthAccount> accounts,
      Map<String, String> clusters,
      List<IdentityTrial.Scored> pairs) {
    List<String[]> linked =
        pairs.stream()
            .filter(IdentityTrial.Scored::linked)
            .map(p -> new String[] {p.left(), p.right()})
            .toList();
    Map<String, Agreement> methods = new LinkedHashMap<>();
    methods.put(KOLRANK, new Agreement(accounts, clusters));
    methods.put(SAME_HANDLE, new Agreement(accounts, sameHandle(accounts)));
    methods.put(
        COMPONENTS, new Agreement(accounts, Agreement.connected(accounts, linked)));
    return new Evaluation(
        truth, variant, accounts, methods, bins(accounts, pairs), misses(accounts, clusters, pairs));
  }

  private static Map<String, String> sameHandle(List<TruthAccount> accounts) {
    Map<String, String> clusters = new TreeMap<>();
    for (TruthAccount account : accounts) {
      String handle = account.handle() == null ? null : Spelling.name(account.handle());
      clusters.put(account.uid(), handle == null ? account.uid() : "handle " + handle);
    }
    return clusters;
  }

  private static List<Bin> bins(
      List<TruthAccount> accounts, List<IdentityTrial.Scored> pairs) {
    Map<String, String> persons = persons(accounts);
    double[] sums = new double[BINS];
    long[] counts = new long[BINS];
    long[] right = new long[BINS];
    for (IdentityTrial.Scored pair : pairs) {
      String one = persons.get(pair.left());
      String other = persons.get(pair.right());
      if (one == null || other == null) {
        continue;
      }
      int bin = Math.min(BINS - 1, (int) (pair.probability() * BINS));
      sums[bin] += pair.probability();
      counts[bin]++;
      right[bin] += one.equals(other) ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (counts[i] > 0) {
        bins.add(
            new Bin(
                (double) i / BINS, counts[i], sums[i] / counts[i], (double) right[i] / counts[i]));
      }
    }
    return bins;
  }

  private static Map<String, Long> misses(
      List<TruthAccount> accounts, Map<String, String> clusters, List<IdentityTrial.Scored> pairs) {
    Map<String, IdentityTrial.Scored> scored = new HashMap<>();
    pairs.forEach(p -> scored.put(p.left() + " " + p.right(), p));
    Map<String, List<TruthAccount>> persons = new TreeMap<>();
    accounts.forEach(a -> persons.computeIfAbsent(a.person(), k -> new ArrayList<>()).add(a));
    Map<String, Long> misses = new TreeMap<>();
    for (List<TruthAccount> own : persons.values()) {
      for (int i = 0; i < own.size(); i++) {
        for (int j = 0; j < own.size(); j++) {
          TruthAccount a = own.get(i);
          TruthAccount b = own.get(j);
          boolean counts = a.uid().compareTo(b.uid()) < 0 && !a.platform().equals(b.platform());
          if (counts && !clusters.get(a.uid()).equals(clusters.get(b.uid()))) {
            misses.merge(cause(a, b, scored.get(a.uid() + " " + b.uid())), 1L, Long::sum);
          }
        }
      }
    }
    return misses;
  }

  private static String cause(TruthAccount a, TruthAccount b, IdentityTrial.Scored pair) {
    if (isNameless(a) || isNameless(b)) {
      return "an account has neither handle nor name";
    }
    if (pair == null) {
      return "names have too little in common";
    }
    return pair.linked() ? "linked, parted when clustered" : "probability below the threshold";
  }

  private static boolean isNameless(TruthAccount account) {
    return Spelling.handle(account.handle()) == null && Spelling.name(account.name()) == null;
  }

  static Map<String, String> persons(List<TruthAccount> accounts) {
    Map<String, String> persons = new HashMap<>();
    accounts.forEach(a -> persons.put(a.uid(), a.person()));
    return persons;
  }
}
