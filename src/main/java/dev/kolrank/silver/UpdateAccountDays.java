package dev.kolrank.silver;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.OBSERVED_AT;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.core.Tonight;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.AccountDay;
import dev.kolrank.table.silver.QuarantinedValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Keeps what was last seen of an account on each day: the series that growth is read from. */
public record UpdateAccountDays() implements Step {

  @Override
  public Table output() {
    return AccountDay.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(AccountObservation.TABLE, Replacement.TABLE, QuarantinedValue.TABLE);
  }

  @Override
  public Optional<Column> gone() {
    return Optional.of(LatestValues.GONE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    var quarantine = Quarantine.of(in, Guarded.ACCOUNT_DAYS);
    Dataset<Row> all = counted(Replaced.observed(in, AccountObservation.TABLE));
    return LatestValues.of(AccountDay.TABLE, AccountDay.OBSERVED, Map.of())
        .merge(
            dated(quarantine.settled(counted(in.fresh(AccountObservation.TABLE)))),
            dated(quarantine.believed(all)),
            in.previous(AccountDay.TABLE),
            remade(in, dated(all)));
  }

  /** Every day of an account whose falls are judged anew, and the days that lost an observation. */
  private static Dataset<Row> remade(Inputs in, Dataset<Row> all) {
    Dataset<Row> accounts = Guarded.ACCOUNT_DAYS.remade(in);
    if (accounts.isEmpty()) {
      return accounts.withColumn(AccountDay.DAY.name(), lit(null).cast(AccountDay.DAY.type()));
    }
    return Tonight.held(
        all.join(accounts, ACCOUNT_UID.name())
            .select(ACCOUNT_UID.col(), AccountDay.DAY.col())
            .union(
                Replacement.fresh(in, Replacement.ACCOUNT)
                    .select(ACCOUNT_UID.as(Replacement.UID.col()), Replacement.DAY.col()))
            .distinct());
  }

  /** A day on which all that was seen is quarantined keeps its row, without the values. */
  private static Dataset<Row> counted(Dataset<Row> observations) {
    return observations.where(Guarded.ACCOUNT_DAYS.isGiven());
  }

  private static Dataset<Row> dated(Dataset<Row> observations) {
    return observations.withColumn(AccountDay.DAY.name(), to_date(OBSERVED_AT.col()));
  }
}
