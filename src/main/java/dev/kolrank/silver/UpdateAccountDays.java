package dev.kolrank.silver;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.OBSERVED_AT;
import static org.apache.spark.sql.functions.to_date;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.silver.AccountDay;
import java.util.List;
import java.util.Set;
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
    return Set.of(AccountObservation.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> fresh =
        in.fresh(AccountObservation.TABLE)
            .withColumn(AccountDay.DAY.name(), to_date(OBSERVED_AT.col()))
            .where(
                AccountDay.FOLLOWERS
                    .col()
                    .isNotNull()
                    .or(AccountDay.FOLLOWING.col().isNotNull())
                    .or(AccountDay.POSTS.col().isNotNull()));
    return new LatestValues(List.of(ACCOUNT_UID, AccountDay.DAY), AccountDay.OBSERVED)
        .merge(fresh, in.previous(AccountDay.TABLE));
  }
}
