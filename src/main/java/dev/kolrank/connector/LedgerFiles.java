package dev.kolrank.connector;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Reject;
import dev.kolrank.table.landing.Observation;
import dev.kolrank.table.landing.SourceVerdict;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Enters tonight's files into the ledger, after bronze holds their rows: until then the files count
 * as not taken in, and a rerun takes them in again under the same batch. So do those of a source
 * that is withheld.
 */
public record LedgerFiles() implements Step {

  @Override
  public Table output() {
    return IngestedFile.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(
        Observation.TABLE,
        SourceVerdict.TABLE,
        AccountObservation.TABLE,
        PostObservation.TABLE,
        CommentObservation.TABLE,
        Reject.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Column kind = Observation.KIND.col();
    Column observed = when(kind.isin("account", "post", "comment"), Observation.ORDINAL.col());
    Column any = when(kind.notEqual("file"), Observation.ORDINAL.col());
    return CheckSources.taken(in, in.get(Observation.TABLE))
        .groupBy(Columns.BATCH.col(), Columns.SOURCE.col(), Columns.SOURCE_FILE.col())
        .agg(
            first(Observation.FILE.col(), true).as("file"),
            countDistinct(observed).as(IngestedFile.OBSERVED.name()),
            countDistinct(any).minus(countDistinct(observed)).as(IngestedFile.REJECTED.name()),
            rows(Observation.ACCOUNT, IngestedFile.ACCOUNTS),
            rows(Observation.POST, IngestedFile.POSTS),
            rows(Observation.COMMENT, IngestedFile.COMMENTS),
            rows(Observation.REJECT, IngestedFile.REJECTS))
        .select(col("*"), col("file.*"));
  }

  private static Column rows(Field slot, Field as) {
    return count(when(Observation.KIND.col().equalTo(slot.name()), lit(1))).as(as.name());
  }
}
