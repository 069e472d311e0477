package dev.kolrank.table.bronze;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.BATCH;
import static dev.kolrank.table.Columns.SOURCE;
import static dev.kolrank.table.Columns.SOURCE_FILE;
import static dev.kolrank.table.Columns.SOURCE_LINE;
import static org.apache.spark.sql.types.DataTypes.LongType;
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

  public static final Field LAST_LINE =
      optional(
          "last_line",
          LongType,
          "where a stretch that could not be read ends, its last line; null where the record was"
              + " read, and refused for what it says");
  public static final Field FROM_BYTE =
      optional(
              "from_byte",
              LongType,
              "where that stretch begins in the text of the file or entry, as decompressed (UTF-16"
                  + " as UTF-8), counted from 0; null as last_line")
          .in("bytes");
  public static final Field TO_BYTE =
      optional(
              "to_byte",
              LongType,
              "the byte behind it; null as last_line, and where the end is not known since the file"
                  + " breaks there")
          .in("bytes");

  public static final Table TABLE =
      Table.batched(
          "bronze.reject",
          "one row per rejected record, or rejected part of one",
          BATCH,
          List.of(
              BATCH,
              SOURCE,
              SOURCE_FILE,
              SOURCE_LINE,
              PART,
              REASON,
              RAW,
              LAST_LINE,
              FROM_BYTE,
              TO_BYTE));

  private Reject() {}
}
