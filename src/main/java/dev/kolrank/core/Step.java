package dev.kolrank.core;

import java.util.Set;
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

  /** The name that progress, audits and {@code --only} use. */
  default String name() {
    return output().name();
  }
}
