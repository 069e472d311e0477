package dev.kolrank.core;

import static org.apache.spark.sql.functions.broadcast;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Keys of what changed since the last night, or of what was found in it. They are few beside what
 * the tables hold, so they are worked out once and sent to the rows that they pick, instead of
 * bringing all rows together.
 */
public final class Tonight {
  /** More keys than these do not fit beside each task: a first night, or a backfill. */
  private static final long MOST_SENT = 1_000_000;

  private Tonight() {}

  /** The rows, computed here and now. */
  public static Dataset<Row> held(Dataset<Row> keys) {
    Dataset<Row> held = Materialized.of(keys);
    boolean areFew = Materialized.isLocal(held) || held.count() <= MOST_SENT;
    return areFew ? broadcast(held) : held;
  }
}
