package dev.kolrank.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What a step may see: declared tables and the night, nothing else. */
public interface Inputs {

  /**
   * The rows of a declared input as of this night: the state of an upserted table, this night's
   * slice of a nightly one. Any other table is refused.
   */
  Dataset<Row> get(Table table);

  /** All slices of a nightly input up to and including this night. */
  Dataset<Row> history(Table table);

  /**
   * The rows of a batched input that this step has not worked through yet; of observations those
   * made by the end of the night.
   */
  Dataset<Row> fresh(Table table);

  /**
   * The rows of a batched input that the step of another table has not worked through yet: more
   * than {@link #fresh(Table)} gives where a run ended between the two steps.
   */
  default Dataset<Row> fresh(Table table, Table of) {
    return fresh(table);
  }

  /**
   * The rows of {@code table} before this night: earlier slices of a nightly table (the newest one
   * only), earlier validity dates, or the stored state of an upserted one. Empty at first.
   */
  Dataset<Row> previous(Table table);

  /**
   * The newest slice of a nightly table that is at least so many nights old; empty if there is
   * none.
   */
  default Dataset<Row> earlier(Table table, int nights) {
    throw new UnsupportedOperationException("there are no earlier nights of " + table);
  }

  /** The night being computed; a step asks no other clock. */
  LocalDate asOf();

  /** The session, for small literal tables. */
  SparkSession spark();

  /** The last instant that this night sees. */
  default Instant end() {
    return asOf().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1_000);
  }
}
