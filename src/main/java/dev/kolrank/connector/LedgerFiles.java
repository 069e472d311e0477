package dev.kolrank.connector;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Enters tonight's files into the ledger, after bronze holds their rows: until then the files count
 * as not taken in, and a rerun takes them in again under the same batch. So do those of a source
 * that is withheld.
 */
public record LedgerFiles() implements Step {
  private static final String[] KEY = {
    Columns.BATCH.name(), Columns.SOURCE.name(), Columns.SOURCE_FILE.name()
  };

  /** How many of the reader's records turned out to be envelopes, which no records are. */
  private static final String ENVELOPES = "__envelopes";

  /** Never null: else the join would first ask each row below for its name. */
  private static final Column DELIVERED =
      Columns.SOURCE_FILE.as(coalesce(CrawlRow.delivered(Columns.SOURCE_FILE.col()), lit("")));

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
    Dataset<Row> taken = CheckSources.taken(in, in.get(Observation.TABLE));
    return counts(taken)
        .join(files(taken), KEY)
        .withColumn(IngestedFile.RECORDS.name(), IngestedFile.RECORDS.col().minus(col(ENVELOPES)))
        .drop(ENVELOPES);
  }

  /** What the reader says of each file at its end. */
  private static Dataset<Row> files(Dataset<Row> taken) {
    return taken
        .where(Observation.KIND.col().equalTo(Observation.FILE.name()))
        .select(Columns.BATCH.col(), Columns.SOURCE.col(), DELIVERED, col("file.*"));
  }

  /** Rows by kind of each file; an archive is one file, so what its entries gave is added up. */
  private static Dataset<Row> counts(Dataset<Row> taken) {
    Column rejected = Observation.KIND.col().equalTo(Observation.REJECT.name());
    Column leads = Observation.LEADS.col();
    Map<Field, Column> counted = new LinkedHashMap<>();
    counted.put(IngestedFile.OBSERVED, leads.and(not(rejected)));
    counted.put(IngestedFile.REJECTED, leads.and(rejected));
    counted.put(IngestedFile.ACCOUNTS, isKind(Observation.ACCOUNT));
    counted.put(IngestedFile.POSTS, isKind(Observation.POST));
    counted.put(IngestedFile.COMMENTS, isKind(Observation.COMMENT));
    counted.put(IngestedFile.REJECTS, isKind(Observation.REJECT));
    return taken
        .groupBy(Columns.BATCH.col(), Columns.SOURCE.col(), Columns.SOURCE_FILE.col())
        .agg(
            count(when(Observation.KIND.col().equalTo(Observation.ENVELOPE_KIND), lit(1)))
                .as(ENVELOPES),
            columns(counted, (f, is) -> count(when(is, lit(1)))))
        .groupBy(Columns.BATCH.col(), Columns.SOURCE.col(), DELIVERED)
        .agg(sum(col(ENVELOPES)).as(ENVELOPES), columns(counted, (f, is) -> sum(f.col())));
  }

  private static Column[] columns(
      Map<Field, Column> counted, BiFunction<Field, Column, Column> expression) {
    return counted.entrySet().stream()
        .map(e -> e.getKey().as(expression.apply(e.getKey(), e.getValue())))
        .toArray(Column[]::new);
  }

  private static Column isKind(Field slot) {
    return Observation.KIND.col().equalTo(slot.name());
  }
}
