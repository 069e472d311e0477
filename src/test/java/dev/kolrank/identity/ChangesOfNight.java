package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;
import static dev.kolrank.table.Columns.KOL_ID;

import dev.kolrank.StepCase;
import dev.kolrank.table.identity.AccountPair;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.identity.KolChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * What became of KOL ids in a night, as the step tells it and as it is found without Spark, one
 * line per change.
 *
 * @param before the KOL of every account when it was last there
 * @param now the KOL of those that are there tonight
 * @param lastLinks the evidence of last night's links
 * @param links that of tonight's
 */
record ChangesOfNight(
    Map<String, String> before,
    Map<String, String> now,
    Map<List<String>, String> lastLinks,
    Map<List<String>, String> links) {

  /** What links everybody where they are: told of those whose links tell nothing. */
  private static final List<String> HERE = List.of("here");

  /** What the step tells. */
  Set<String> told() {
    StepCase log =
        given(KolAccount.TABLE, assigned(changed()))
            .and(AccountPair.TABLE, pairs(links))
            .givenPrevious(AccountPair.TABLE, pairs(lastLinks))
            .givenPrevious(KolAccount.TABLE, assigned(before))
            .when(new LogKolChanges());
    Set<String> told = new TreeSet<>();
    for (Row row : log.rows()) {
      told.add(
          "%s %s from %s: %s by %s"
              .formatted(
                  row.getAs(KolChange.CHANGE.name()),
                  row.getAs(KOL_ID.name()),
                  row.getAs(KolChange.FROM_KOL_ID.name()),
                  row.getList(row.fieldIndex(KolChange.ACCOUNTS.name())),
                  row.getList(row.fieldIndex(KolChange.CAUSE.name()))));
    }
    return told;
  }

  /** What there is to tell. */
  Set<String> expected() {
    Map<String, Set<String>> causes = causes();
    return accounts().entrySet().stream()
        .map(
            change -> {
              Set<String> why = causes.get(change.getKey());
              return "%s: %s by %s"
                  .formatted(change.getKey(), change.getValue(), why.isEmpty() ? HERE : why);
            })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** How many changes have links that explain them. */
  int explained() {
    return (int) causes().values().stream().filter(why -> !why.isEmpty()).count();
  }

  private Map<String, String> changed() {
    Map<String, String> changed = new TreeMap<>(now);
    changed.entrySet().removeAll(before.entrySet());
    return changed;
  }

  private Map<String, String> after() {
    Map<String, String> after = new TreeMap<>(before);
    after.putAll(now);
    return after;
  }

  /** The accounts of each change. */
  private Map<String, Set<String>> accounts() {
    Set<String> known = Set.copyOf(before.values());
    Set<String> living = Set.copyOf(after().values());
    Map<String, Set<String>> accounts = new TreeMap<>();
    changed()
        .forEach(
            (account, to) -> {
              String from = before.get(account);
              if (from != null || !known.contains(to)) {
                boolean splits = from != null && (living.contains(from) || !known.contains(to));
                String kind = from == null ? "new" : splits ? "split" : "merge";
                accounts
                    .computeIfAbsent(
                        "%s %s from %s".formatted(kind, to, from), c -> new TreeSet<>())
                    .add(account);
              }
            });
    return accounts;
  }

  private Map<String, Set<String>> causes() {
    Map<String, String> after = after();
    Map<String, Set<String>> causes = new TreeMap<>();
    accounts()
        .forEach(
            (change, accounts) -> {
              Set<String> why = new TreeSet<>();
              accounts.forEach(account -> why.addAll(why(account, after)));
              causes.put(change, why);
            });
    return causes;
  }

  /** The links that an account gained where it is, and lost where it was. */
  private Set<String> why(String account, Map<String, String> after) {
    String from = before.get(account);
    Set<String> why = new TreeSet<>();
    if (from == null) {
      return why;
    }
    links.forEach(
        (link, evidence) -> {
          String other = other(link, account);
          boolean is = other != null && Objects.equals(after.get(other), after.get(account));
          if (is && !from.equals(before.get(other))) {
            why.add(evidence);
          }
        });
    lastLinks.forEach(
        (link, evidence) -> {
          String other = other(link, account);
          boolean was = other != null && from.equals(before.get(other));
          if (was && !Objects.equals(after.get(other), after.get(account))) {
            why.add(links.containsKey(link) ? Causes.OUTWEIGHED : Causes.LOST + evidence);
          }
        });
    return why;
  }

  private static String other(List<String> link, String account) {
    return link.contains(account) ? link.get(link.get(0).equals(account) ? 1 : 0) : null;
  }

  private static String pairs(Map<List<String>, String> links) {
    List<String> lines =
        new ArrayList<>(List.of("left_uid | right_uid | evidence | linked | probability"));
    links.forEach(
        (link, evidence) ->
            lines.add(
                "%s | %s | [%s] | true | 0.99".formatted(link.get(0), link.get(1), evidence)));
    return String.join("\n", lines);
  }

  private static String assigned(Map<String, String> ids) {
    List<String> lines = new ArrayList<>(List.of("account_uid | kol_id | linked_by"));
    ids.forEach((account, id) -> lines.add("%s | %s | %s".formatted(account, id, HERE)));
    return String.join("\n", lines);
  }
}
