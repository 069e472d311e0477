package dev.kolrank.job.evaluate;

import dev.kolrank.core.Step;
import dev.kolrank.engine.DeltaLake;
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
 * @param faults missed and wrong pairs, as a person reads them
 */
public record Evaluation(
    String truth,
    String variant,
    List<TruthAccount> accounts,
    Map<String, Agreement> methods,
    List<Bin> bins,
    Map<String, Long> misses,
    List<String> faults) {
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
   * @param right share that is one person's, with Wilson's interval, as if pairs were independent
   */
  public record Bin(double from, long pairs, double expected, Agreement.Share right) {}

  /**
   * Runs the identity steps over the truth's accounts and compares.
   *
   * @param threshold the least probability that links
   */
  public static Evaluation of(
      SparkSession spark, List<Step> steps, double threshold, Truth truth, Disguise disguise) {
    List<TruthAccount> accounts = disguise.of(truth.accounts());
    IdentityTrial trial = IdentityTrial.run(spark, steps, accounts);
    return of(truth.name(), disguise.toString(), accounts, trial, threshold);
  }

  /** Runs the identity steps over what a lake took in of the truth's crawl, and compares. */
  public static Evaluation of(List<Step> steps, double threshold, Truth truth, DeltaLake lake) {
    IdentityTrial trial = IdentityTrial.run(steps, lake);
    return of(truth.name(), "as crawled", trial.seen(truth.accounts()), trial, threshold);
  }

  private static Evaluation of(
      String truth,
      String variant,
      List<TruthAccount> accounts,
      IdentityTrial trial,
      double threshold) {
    Map<String, String> clusters = trial.clusters();
    List<IdentityTrial.Scored> pairs = trial.pairs();
    Map<String, Agreement> methods = new LinkedHashMap<>();
    methods.put(KOLRANK, new Agreement(accounts, clusters));
    methods.put(SAME_HANDLE, new Agreement(accounts, sameHandle(accounts)));
    methods.put(COMPONENTS, new Agreement(accounts, components(accounts, pairs, threshold)));
    var faults = new Faults(accounts, clusters, pairs, trial::met);
    return new Evaluation(
        truth, variant, accounts, methods, bins(accounts, pairs), faults.causes(), faults.told());
  }

  /** What pairs connect that are as probable as those which are linked, declared or not. */
  static Map<String, String> components(
      List<TruthAccount> accounts, List<IdentityTrial.Scored> pairs, double threshold) {
    List<String[]> probable =
        pairs.stream()
            .filter(p -> p.probability() >= threshold)
            .map(p -> new String[] {p.left(), p.right()})
            .toList();
    return PlainComponents.of(accounts, probable);
  }

  private static Map<String, String> sameHandle(List<TruthAccount> accounts) {
    Map<String, String> clusters = new TreeMap<>();
    for (TruthAccount account : accounts) {
      String handle = account.handle() == null ? null : Spelling.name(account.handle());
      clusters.put(account.uid(), handle == null ? account.uid() : "handle " + handle);
    }
    return clusters;
  }

  static List<Bin> bins(List<TruthAccount> accounts, List<IdentityTrial.Scored> pairs) {
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
        Agreement.Share share = Agreement.share(right[i], counts[i]);
        bins.add(new Bin((double) i / BINS, counts[i], sums[i] / counts[i], share));
      }
    }
    return bins;
  }

  static Map<String, String> persons(List<TruthAccount> accounts) {
    Map<String, String> persons = new HashMap<>();
    accounts.forEach(a -> persons.put(a.uid(), a.person()));
    return persons;
  }
}
