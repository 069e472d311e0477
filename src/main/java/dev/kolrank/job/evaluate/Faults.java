package dev.kolrank.job.evaluate;

import dev.kolrank.identity.match.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Pairs of one person that were missed, with the cause, and pairs that were joined wrongly. */
final class Faults {
  private final Map<String, String> clusters;
  private final Map<String, IdentityTrial.Scored> scored = new HashMap<>();
  private final Map<String, Long> causes = new TreeMap<>();
  private final List<String> told = new ArrayList<>();
  private final Map<Pair, IdentityTrial.Meeting> met;

  /**
   * Finds them.
   *
   * @param met how far pairs came that were not kept
   */
  Faults(
      List<TruthAccount> accounts,
      Map<String, String> clusters,
      List<IdentityTrial.Scored> pairs,
      Function<List<Pair>, Map<Pair, IdentityTrial.Meeting>> met) {
    this.clusters = clusters;
    pairs.forEach(p -> scored.put(p.left() + " " + p.right(), p));
    Map<String, List<TruthAccount>> persons = new TreeMap<>();
    Map<String, List<TruthAccount>> found = new TreeMap<>();
    for (TruthAccount account : accounts) {
      persons.computeIfAbsent(account.person(), k -> new ArrayList<>()).add(account);
      found.computeIfAbsent(clusters.get(account.uid()), k -> new ArrayList<>()).add(account);
    }
    List<Pair> unkept = new ArrayList<>();
    persons.values().forEach(own -> eachPair(own, (one, other) -> unkept(one, other, unkept)));
    this.met = met.apply(unkept);
    persons.values().forEach(own -> eachPair(own, this::miss));
    found.values().forEach(cluster -> eachPair(cluster, this::wrong));
  }

  /** How many pairs were missed, by cause. */
  Map<String, Long> causes() {
    return causes;
  }

  /** Each fault in a line. */
  List<String> told() {
    return told;
  }

  /** Two accounts, the smaller key first. */
  record Pair(String left, String right) {}

  private interface PairAction {
    void on(TruthAccount one, TruthAccount other);
  }

  private static void eachPair(List<TruthAccount> accounts, PairAction action) {
    for (TruthAccount one : accounts) {
      for (TruthAccount other : accounts) {
        if (one.uid().compareTo(other.uid()) < 0 && !one.platform().equals(other.platform())) {
          action.on(one, other);
        }
      }
    }
  }

  private boolean isMissed(TruthAccount one, TruthAccount other) {
    return !clusters.get(one.uid()).equals(clusters.get(other.uid()));
  }

  private void unkept(TruthAccount one, TruthAccount other, List<Pair> unkept) {
    if (isMissed(one, other) && !scored.containsKey(one.uid() + " " + other.uid())) {
      unkept.add(new Pair(one.uid(), other.uid()));
    }
  }

  private void miss(TruthAccount one, TruthAccount other) {
    if (isMissed(one, other)) {
      String cause = cause(one, other);
      causes.merge(cause, 1L, Long::sum);
      tell("missed", cause, one, other);
    }
  }

  private void wrong(TruthAccount one, TruthAccount other) {
    if (!one.person().equals(other.person())) {
      tell("wrong", "", one, other);
    }
  }

  private void tell(String fault, String cause, TruthAccount one, TruthAccount other) {
    IdentityTrial.Scored pair = scored.get(one.uid() + " " + other.uid());
    String probability = pair == null ? "" : String.format(Locale.ROOT, "%.3f", pair.probability());
    told.add(
        String.join(
            "\t",
            fault,
            shown(one),
            shown(other),
            probability,
            cause,
            pair == null ? "" : pair.why()));
  }

  private static String shown(TruthAccount account) {
    return account.name() == null ? account.uid() : account.uid() + " " + account.name();
  }

  private String cause(TruthAccount one, TruthAccount other) {
    if (isNameless(one) || isNameless(other)) {
      return "an account has neither handle nor name";
    }
    IdentityTrial.Scored pair = scored.get(one.uid() + " " + other.uid());
    if (pair == null) {
      IdentityTrial.Meeting meeting = met.get(new Pair(one.uid(), other.uid()));
      return (meeting == null ? IdentityTrial.Meeting.NEVER : meeting).told();
    }
    return pair.linked() ? "linked, parted when clustered" : "probability below the threshold";
  }

  private static boolean isNameless(TruthAccount account) {
    return Spelling.handle(account.handle()) == null && Spelling.name(account.name()) == null;
  }
}
