package dev.kolrank.silver;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.QuarantinedValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Brings the latest profile of every account seen since the last night up to date. */
public record UpdateAccounts() implements Step {

  @Override
  public Table output() {
    return Account.TABLE;
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
    var quarantine = Quarantine.of(in, Guarded.ACCOUNTS);
    return LatestValues.of(Account.TABLE, Account.OBSERVED, Map.of())
        .merge(
            quarantine.settled(in.fresh(AccountObservation.TABLE)),
            quarantine.believed(Replaced.observed(in, AccountObservation.TABLE)),
            in.previous(Account.TABLE),
            Guarded.ACCOUNTS.remade(in));
  }
}
