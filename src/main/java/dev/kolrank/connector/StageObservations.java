package dev.kolrank.connector;

import static org.apache.spark.sql.functions.col;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Reject;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.bronze.SourceFailure;
import dev.kolrank.table.landing.Observation;
import dev.kolrank.table.landing.SourceVerdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Puts one kind of what passed the door into its bronze table.
 *
 * @param output the bronze table
 * @param slot the landing column that holds its rows
 */
public record StageObservations(Table output, Field slot) implements Step {

  /** The four steps that fill bronze. */
  public static List<Step> all() {
    return List.of(
        new StageObservations(AccountObservation.TABLE, Observation.ACCOUNT),
        new StageObservations(PostObservation.TABLE, Observation.POST),
        new StageObservations(CommentObservation.TABLE, Observation.COMMENT),
        new StageObservations(Reject.TABLE, Observation.REJECT));
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(Observation.TABLE, Replacement.TABLE, SourceVerdict.TABLE, SourceFailure.TABLE);
  }

  @Override
  public Optional<Dataset<Row>> replaced(Inputs in) {
    return Optional.of(NoteReplacements.files(in));
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    return CheckSources.taken(in, in.get(Observation.TABLE))
        .where(Observation.KIND.col().equalTo(slot.name()))
        .select(
            Columns.BATCH.col(),
            Columns.SOURCE.col(),
            Columns.SOURCE_FILE.col(),
            Columns.SOURCE_LINE.col(),
            col(slot.name() + ".*"));
  }

  @Override
  public boolean selectsOnly() {
    return true;
  }

  @Override
  public String toString() {
    return "StageObservations[%s]".formatted(slot.name());
  }
}
