package dev.kolrank.connector.storage;

import static org.apache.spark.sql.functions.col;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.SourceFailure;
import dev.kolrank.table.landing.Observation;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Records which sources failed in this batch, before the ledger says what was taken in. */
public record RecordFailures() implements Step {

  @Override
  public Table output() {
    return SourceFailure.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(Observation.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    return in.get(Observation.TABLE)
        .where(Observation.KIND.col().equalTo(Observation.FAILURE.name()))
        .select(
            Columns.BATCH.col(),
            Columns.SOURCE.col(),
            SourceFailure.PATH.as(Columns.SOURCE_FILE.col()),
            col(Observation.FAILURE.name() + ".*"));
  }
}
