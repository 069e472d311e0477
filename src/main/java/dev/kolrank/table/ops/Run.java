package dev.kolrank.table.ops;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import java.util.List;

/** Each run of a night: that it began, and how it ended. */
public final class Run {
  public static final Field RUN_ID =
      required("run_id", StringType, "when it started and a random part");
  public static final Field AS_OF = required("as_of", DateType, "the night");
  public static final String BEGUN = "begun";
  public static final String DONE = "done";
  public static final String FAILED = "failed";
  public static final Field STATE =
      required("state", StringType, "begun, done or failed; a run that only began was killed");
  public static final Field STARTED_AT = required("started_at", TimestampType, "start");
  public static final Field ENDED_AT =
      required("ended_at", TimestampType, "end; the start where it begins");
  public static final Field CRAWL = required("crawl", StringType, "the crawl folder");
  public static final Field FILES = required("files", LongType, "files taken in").in("files");
  public static final Field RECORDS = required("records", LongType, "records read").in("records");
  public static final Field REJECTS = required("rejects", LongType, "reject rows").in("rows");
  public static final Field MESSAGE =
      optional("message", StringType, "the failure in a sentence; null if done");

  public static final Table TABLE =
      Table.of(
          "ops.run",
          "one row per beginning and one per end of a run",
          WriteMode.APPEND,
          List.of(
              RUN_ID, AS_OF, STATE, STARTED_AT, ENDED_AT, CRAWL, FILES, RECORDS, REJECTS, MESSAGE),
          RUN_ID,
          STATE);

  private Run() {}
}
