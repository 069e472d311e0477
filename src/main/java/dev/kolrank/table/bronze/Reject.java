package dev.kolrank.table.bronze;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.BATCH;
import static dev.kolrank.table.Columns.SOURCE;
import static dev.kolrank.table.Columns.SOURCE_FILE;
import static dev.kolrank.table.Columns.SOURCE_LINE;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** What could not be taken in, and why. */
public final class Reject {
  public static final Field PART =
      required("part", StringType, "what was rejected: a whole record, or its account, post, …");
  public static final Field REASON = required("reason", StringType, "why, in a few words");
  public static final Field RAW =
      optional(
          "raw",
          StringType,
          "the record's text, the first 64 KiB; null where it may name private people");

  public static final Table TABLE =
      Table.batched(
          "bronze.reject",
          "one row per rejected record, or rejected part of one",
          BATCH,
          List.of(BATCH, SOURCE, SOURCE_FILE, SOURCE_LINE, PART, REASON, RAW));

  private Reject() {}
}
