package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.identity.MatchBasis.ACCOUNTS;
import static dev.kolrank.table.identity.MatchBasis.FITTED_ON;
import static dev.kolrank.table.identity.MatchBasis.VERSION;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Materialized;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.identity.match.Comparison;
import dev.kolrank.identity.match.Population;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.MatchBasis;
import dev.kolrank.table.identity.MatchParameter;
import dev.kolrank.table.identity.NamePart;
import dev.kolrank.table.silver.Account;
import java.sql.Date;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Decides whether the night fits the model anew or goes on with the parameters of the night before.
 * If they changed a little each night, every pair would have to be compared each night.
 *
 * @param growth by what share of the accounts platforms may grow or shrink before parameters are
 *     fitted anew; who takes whose place changes no chance
 * @param days how long parameters are kept at most
 * @param version names program, comparisons and overrides: parameters of another one do not hold
 */
public record KeepBasis(double growth, int days, String version) implements Step {

  public KeepBasis {
    if (!(growth >= 0)) {
      throw new IllegalArgumentException("identity.refit.growth must be at least 0, got " + growth);
    }
    if (days < 1) {
      throw new IllegalArgumentException("identity.refit.days must be at least 1, got " + days);
    }
  }

  /** Rules and comparisons as declared: with others, other parameters would be fitted. */
  public static String declared() {
    return Arrays.toString(Blocking.values()) + Comparison.ALL;
  }

  @Override
  public Table output() {
    return MatchBasis.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(Account.TABLE, AccountAlias.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> accounts =
        AccountAlias.follow(
                in.get(Account.TABLE).select(ACCOUNT_UID.col()),
                ACCOUNT_UID.name(),
                in.get(AccountAlias.TABLE))
            .distinct()
            .withColumn(PLATFORM.name(), Directions.platformOf(ACCOUNT_UID.col()))
            .transform(Materialized::of);
    Dataset<Row> before = in.previous(MatchBasis.TABLE).transform(Materialized::of);
    Date night = Date.valueOf(in.asOf());
    if (holds(in, before, Basis.population(accounts))) {
      return before.withColumn(AS_OF.name(), lit(night));
    }
    return accounts
        .groupBy(PLATFORM.col())
        .agg(count(lit(1)).as(ACCOUNTS.name()))
        .select(
            AS_OF.as(lit(night)),
            PLATFORM.col(),
            ACCOUNTS.col(),
            FITTED_ON.as(lit(night)),
            VERSION.as(lit(version)));
  }

  private boolean holds(Inputs in, Dataset<Row> before, Population now) {
    List<Row> rows =
        before
            .select(AS_OF.col(), PLATFORM.col(), ACCOUNTS.col(), FITTED_ON.col(), VERSION.col())
            .collectAsList();
    if (rows.isEmpty()) {
      return false;
    }
    Row first = rows.get(0);
    LocalDate fitted = first.getDate(3).toLocalDate();
    Map<String, Long> then = new HashMap<>();
    rows.forEach(row -> then.put(row.getString(1), row.getLong(2)));
    return first.getString(4).equals(version)
        && ChronoUnit.DAYS.between(fitted, in.asOf()) < days
        && then.keySet().containsAll(now.accounts().keySet())
        && moved(then, now.accounts()) <= growth * new Population(then).all()
        // a night that broke off may have left only some of them
        && first.getDate(0).equals(newest(in, NamePart.TABLE))
        && first.getDate(0).equals(newest(in, MatchParameter.TABLE));
  }

  /** By how many accounts platforms grew or shrank. */
  private static long moved(Map<String, Long> then, Map<String, Long> now) {
    var platforms = new TreeSet<>(then.keySet());
    platforms.addAll(now.keySet());
    return platforms.stream()
        .mapToLong(p -> Math.abs(now.getOrDefault(p, 0L) - then.getOrDefault(p, 0L)))
        .sum();
  }

  private static Date newest(Inputs in, Table table) {
    return in.previous(table).agg(max(AS_OF.col())).first().getDate(0);
  }
}
