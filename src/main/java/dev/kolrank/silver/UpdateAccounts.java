package dev.kolrank.silver;

import static dev.kolrank.table.Columns.ACCOUNT_UID;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.Account;
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
    return Set.of(AccountObservation.TABLE, Replacement.TABLE);
  }

  @Override
  public Optional<Column> gone() {
    return Optional.of(LatestValues.GONE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    return LatestValues.of(Account.TABLE, Account.OBSERVED, Map.of())
        .merge(
            in.fresh(AccountObservation.TABLE),
            Replaced.observed(in, AccountObservation.TABLE),
            in.previous(Account.TABLE),
            Replacement.fresh(in, Replacement.ACCOUNT)
                .select(ACCOUNT_UID.as(Replacement.UID.col())));
  }
}
