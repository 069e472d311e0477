package dev.kolrank.identity;

import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.identity.MatchBasis.ACCOUNTS;
import static dev.kolrank.table.identity.MatchBasis.FITTED_ON;
import static dev.kolrank.table.identity.MatchBasis.VERSION;

import dev.kolrank.core.Inputs;
import dev.kolrank.identity.match.Population;
import dev.kolrank.table.identity.MatchBasis;
import java.time.LocalDate;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The accounts that the parameters in force were fitted on.
 *
 * @param population their number by platform, which all chances are reckoned with until the next
 *     fit
 * @param version of the program and what it was told
 */
record Basis(LocalDate fittedOn, Population population, String version) {

  /** The basis of the night. */
  static Basis of(Inputs in) {
    var accounts = new TreeMap<String, Long>();
    LocalDate fittedOn = in.asOf();
    String version = "";
    for (Row row :
        in.get(MatchBasis.TABLE)
            .select(PLATFORM.col(), ACCOUNTS.col(), FITTED_ON.col(), VERSION.col())
            .collectAsList()) {
      accounts.put(row.getString(0), row.getLong(1));
      fittedOn = row.getDate(2).toLocalDate();
      version = row.getString(3);
    }
    return new Basis(fittedOn, new Population(accounts), version);
  }

  /** How many accounts each platform has tonight. */
  static Population population(Dataset<Row> traits) {
    var accounts = new TreeMap<String, Long>();
    for (Row row : traits.groupBy(PLATFORM.col()).count().collectAsList()) {
      accounts.put(row.getString(0), row.getLong(1));
    }
    return new Population(accounts);
  }

  /** Whether the parameters of the night before are carried over; else tonight fits anew. */
  static boolean isKept(Inputs in) {
    return of(in).fittedOn().isBefore(in.asOf());
  }
}
