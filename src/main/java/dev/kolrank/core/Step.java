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
   * Whether the rows are a mere selection from rows that are held already, so that computing them
   * once for the audit and again for the write costs less than keeping a copy.
   */
  default boolean selectsOnly() {
    return false;
  }

  /** Of a transient output: how its rows are kept apart; empty where they are kept together. */
  default Optional<Parts> parts() {
    return Optional.empty();
  }

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
