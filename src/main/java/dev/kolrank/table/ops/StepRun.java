package dev.kolrank.table.ops;

import static dev.kolrank.core.Field.required;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import java.util.List;

/** Each step that ran, the fingerprint of its result and the work it took. */
public final class StepRun {
  public static final Field RUN_ID = required("run_id", StringType, "the run");
  public static final Field STEP = required("step", StringType, "the step, named by its table");
  public static final Field AS_OF = required("as_of", DateType, "the night");
  public static final Field FINGERPRINT =
      required(
          "fingerprint",
          StringType,
          "digest of the step, its inputs' versions and the code; an equal one is not run again");
  public static final Field THROUGH_BATCH =
      required("through_batch", LongType, "ingest batches worked through");
  public static final Field ROWS =
      Field.optional("rows", LongType, "rows of the step; null for an ephemeral step").in("rows");
  public static final Field VERSION =
      Field.optional(
          "version",
          LongType,
          "Delta version of the table after the step; null for an ephemeral step, whose rows exist"
              + " during the run alone");
  public static final Field ENDED_AT = required("ended_at", TimestampType, "end");
  public static final Field SECONDS = required("seconds", DoubleType, "duration").in("s");

  public static final Field JOBS =
      Field.optional("jobs", LongType, "Spark jobs started").in("jobs");
  public static final Field CPU_SECONDS =
      Field.optional(
              "cpu_seconds", DoubleType, "CPU time of its tasks and of the driver's planning")
          .in("s");
  public static final Field ROWS_READ =
      Field.optional("rows_read", LongType, "rows that its tasks read from files and caches")
          .in("rows");
  public static final Field BYTES_READ =
      Field.optional("bytes_read", LongType, "bytes that its tasks read from files and caches")
          .in("bytes");
  public static final Field BYTES_WRITTEN =
      Field.optional("bytes_written", LongType, "bytes that its tasks wrote to files").in("bytes");

  public static final Table TABLE =
      Table.of(
          "ops.step_run",
          "one row per run and step",
          WriteMode.APPEND,
          List.of(
              RUN_ID,
              STEP,
              AS_OF,
              FINGERPRINT,
              THROUGH_BATCH,
              ROWS,
              VERSION,
              ENDED_AT,
              SECONDS,
              JOBS,
              CPU_SECONDS,
              ROWS_READ,
              BYTES_READ,
              BYTES_WRITTEN),
          RUN_ID,
          STEP);

  private StepRun() {}
}
