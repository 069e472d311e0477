package dev.kolrank.job;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import dev.kolrank.core.UserError;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.AccountPair;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tells why two accounts are, or are not, taken for one person's: a waterfall of weights. */
public final class ExplainPair {
  private ExplainPair() {}

  /**
   * The lines of the explanation, from the newest night. Keys that were folded stand for the
   * account that they name, and it is said.
   *
   * @throws UserError when the pair was not compared, or was nothing worth keeping
   */
  public static List<String> of(Query query, String one, String other) {
    return of(
        query.rows("select * from " + AccountPair.TABLE.name()),
        query.rows("select * from " + AccountAlias.TABLE.name()),
        one,
        other);
  }

  static List<String> of(Dataset<Row> pairs, Dataset<Row> aliases, String one, String other) {
    Map<String, String> folded = folded(pairs, aliases, one, other);
    List<String> lines = new ArrayList<>();
    folded.forEach((key, account) -> lines.add(key + " is folded into " + account));
    String left = folded.getOrDefault(one, one);
    String right = folded.getOrDefault(other, other);
    if (left.equals(right)) {
      throw new UserError("%s and %s are one account: %s".formatted(one, other, left));
    }
    boolean ordered = left.compareTo(right) < 0;
    List<Row> found =
        pairs
            .where(AccountPair.LEFT_UID.col().equalTo(ordered ? left : right))
            .where(AccountPair.RIGHT_UID.col().equalTo(ordered ? right : left))
            .orderBy(AS_OF.col().desc())
            .limit(1)
            .collectAsList();
    if (found.isEmpty()) {
      lines.add(
          "nothing brought %s and %s together: neither names the other, and what they have in common"
                  .formatted(left, right)
              + " is no more than chance");
      throw new UserError(String.join("\n", lines));
    }
    lines.addAll(lines(found.get(0)));
    return lines;
  }

  /** Which of both keys was folded, by the newest night, into which account. */
  private static Map<String, String> folded(
      Dataset<Row> pairs, Dataset<Row> aliases, String one, String other) {
    Date night = pairs.agg(max(AS_OF.col())).first().getDate(0);
    Map<String, String> folded = new TreeMap<>();
    aliases
        .where(AS_OF.col().equalTo(lit(night)))
        .where(AccountAlias.ALIAS_UID.col().isin(one, other))
        .select(AccountAlias.ALIAS_UID.col(), ACCOUNT_UID.col())
        .collectAsList()
        .forEach(row -> folded.put(row.getString(0), row.getString(1)));
    return folded;
  }

  /** The waterfall of one row of {@link AccountPair}. */
  static List<String> lines(Row pair) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s and %s, night of %s"
            .formatted(
                pair.getAs(AccountPair.LEFT_UID.name()),
                pair.getAs(AccountPair.RIGHT_UID.name()),
                pair.getAs("as_of")));
    lines.add("%-12s %-12s %8s %8s %10s".formatted("comparison", "level", "bits", "rarity", "sum"));
    Double prior = pair.getAs(AccountPair.PRIOR.name());
    double sum = prior == null ? 0 : prior;
    if (prior != null) {
      lines.add(line("prior", "", sum, "", sum));
    }
    for (Row weight : pair.<Row>getList(pair.fieldIndex(AccountPair.WEIGHTS.name()))) {
      double bits = weight.getDouble(2);
      double rarity = weight.getDouble(3);
      sum += bits;
      String rare = rarity == 0 ? "" : String.format(Locale.ROOT, "%+.2f", rarity);
      lines.add(line(weight.getString(0), weight.getString(1), bits, rare, sum));
    }
    double probability = pair.<Double>getAs(AccountPair.PROBABILITY.name());
    lines.add(
        String.format(
            Locale.ROOT,
            "%s with probability %.4f; evidence: %s",
            pair.<Boolean>getAs(AccountPair.LINKED.name()) ? "linked" : "not linked",
            probability,
            String.join(", ", pair.<String>getList(pair.fieldIndex(AccountPair.EVIDENCE.name())))));
    return lines;
  }

  private static String line(
      String comparison, String level, double bits, String rarity, double sum) {
    return String.format(
        Locale.ROOT, "%-12s %-12s %+8.2f %8s %+10.2f", comparison, level, bits, rarity, sum);
  }
}
