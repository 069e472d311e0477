package dev.kolrank.silver;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.OBSERVED_AT;
import static org.apache.spark.sql.functions.to_date;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.AccountDay;
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
    return Set.of(AccountObservation.TABLE, Replacement.TABLE);
  }

  @Override
  public Optional<Column> gone() {
    return Optional.of(LatestValues.GONE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    return LatestValues.of(AccountDay.TABLE, AccountDay.OBSERVED, Map.of())
        .merge(
            counted(in.fresh(AccountObservation.TABLE)),
            counted(Replaced.observed(in, AccountObservation.TABLE)),
            in.previous(AccountDay.TABLE),
            Replacement.fresh(in, Replacement.ACCOUNT)
                .select(ACCOUNT_UID.as(Replacement.UID.col()), Replacement.DAY.col()));
  }

  private static Dataset<Row> counted(Dataset<Row> observations) {
    return observations
        .withColumn(AccountDay.DAY.name(), to_date(OBSERVED_AT.col()))
        .where(
            AccountDay.FOLLOWERS
                .col()
                .isNotNull()
                .or(AccountDay.FOLLOWING.col().isNotNull())
                .or(AccountDay.POSTS.col().isNotNull()));
  }
}
