package dev.kolrank.connector;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.connector.read.CrawlRow;
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
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.landing.Observation;
import dev.kolrank.table.landing.SourceVerdict;
import java.util.Optional;
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
        Reject.TABLE,
        Replacement.TABLE);
  }

  @Override
  public Optional<Dataset<Row>> replaced(Inputs in) {
    return Optional.of(NoteReplacements.files(in));
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Column kind = Observation.KIND.col();
    Column rejected = kind.equalTo(Observation.REJECT.name());
    Column leads = Observation.LEADS.col();
    return CheckSources.taken(in, in.get(Observation.TABLE))
        .groupBy(
            Columns.BATCH.col(),
            Columns.SOURCE.col(),
            CrawlRow.delivered(Columns.SOURCE_FILE.col()).as(Columns.SOURCE_FILE.name()))
        .agg(
            first(Observation.FILE.col(), true).as("file"),
            count(when(leads.and(not(rejected)), lit(1))).as(IngestedFile.OBSERVED.name()),
            count(when(leads.and(rejected), lit(1))).as(IngestedFile.REJECTED.name()),
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
