package dev.kolrank.job.evaluate;

import dev.kolrank.identity.match.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Pairs of one person that were missed, with the cause, and pairs that were joined wrongly. */
final class Faults {
  private final Map<String, String> clusters;
  private final Map<String, IdentityTrial.Scored> scored = new HashMap<>();
  private final Map<String, Long> causes = new TreeMap<>();
  private final List<String> told = new ArrayList<>();

  Faults(
      List<TruthAccount> accounts, Map<String, String> clusters, List<IdentityTrial.Scored> pairs) {
    this.clusters = clusters;
    pairs.forEach(p -> scored.put(p.left() + " " + p.right(), p));
    Map<String, List<TruthAccount>> persons = new TreeMap<>();
    Map<String, List<TruthAccount>> found = new TreeMap<>();
    for (TruthAccount account : accounts) {
      persons.computeIfAbsent(account.person(), k -> new ArrayList<>()).add(account);
      found.computeIfAbsent(clusters.get(account.uid()), k -> new ArrayList<>()).add(account);
    }
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

  private void miss(TruthAccount one, TruthAccount other) {
    if (!clusters.get(one.uid()).equals(clusters.get(other.uid()))) {
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
      return "not compared, or a hundred to one against it";
    }
    return pair.linked() ? "linked, parted when clustered" : "probability below the threshold";
  }

  private static boolean isNameless(TruthAccount account) {
    return Spelling.handle(account.handle()) == null && Spelling.name(account.name()) == null;
  }
}
