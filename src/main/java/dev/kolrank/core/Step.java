package dev.kolrank.core;

import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One node of the nightly plan: reads named tables, returns the rows of exactly one. Steps are
 * records; their components are validated parameters and take part in the step's fingerprint.
 */
public interface Step {

  /** The table this step alone produces. */
  Table output();

  /** Every table {@link #rows} may ask for. */
  Set<Table> inputs();

  /** Pure: writes nothing; depends only on {@code in} and the step's own components. */
  Dataset<Row> rows(Inputs in);

  /**
   * Of an upserted output: which rows only name a key that has lost its row. Such a key is taken
   * away in the commit that writes the others.
   */
  default Optional<Column> gone() {
    return Optional.empty();
  }

  /**
   * Of a batched output: the batch and file of stored rows that tonight's rows replace, beside what
   * an earlier try left of tonight's batch.
   */
  default Optional<Dataset<Row>> replaced(Inputs in) {
    return Optional.empty();
  }

  /** The name that progress, audits and {@code --only} use. */
  default String name() {
    return output().name();
  }
}
