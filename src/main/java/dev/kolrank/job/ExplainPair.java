package dev.kolrank.job;

import dev.kolrank.core.UserError;
import dev.kolrank.table.identity.AccountPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tells why two accounts are, or are not, taken for one person's: a waterfall of weights. */
public final class ExplainPair {
  private ExplainPair() {}

  /**
   * The lines of the explanation, from the newest night.
   *
   * @throws UserError when the pair was not compared, or was nothing worth keeping
   */
  public static List<String> of(Query query, String one, String other) {
    boolean ordered = one.compareTo(other) < 0;
    Dataset<Row> pairs = query.rows("select * from " + AccountPair.TABLE.name());
    List<Row> found =
        pairs
            .where(AccountPair.LEFT_UID.col().equalTo(ordered ? one : other))
            .where(AccountPair.RIGHT_UID.col().equalTo(ordered ? other : one))
            .orderBy(pairs.col("as_of").desc())
            .limit(1)
            .collectAsList();
    if (found.isEmpty()) {
      throw new UserError(
          "nothing brought %s and %s together: neither names the other, and what they have in common"
                  .formatted(one, other)
              + " is no more than chance");
    }
    return lines(found.get(0));
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
