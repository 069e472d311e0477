package dev.kolrank.table.silver;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.OBSERVED_AT;
import static dev.kolrank.table.Columns.SOURCE;
import static dev.kolrank.table.Columns.SOURCE_FILE;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts that fell too far to be believed at first sight. While a value waits, and after it was
 * refuted, silver keeps the value before it.
 */
public final class QuarantinedValue {
  public static final Field KIND = required("kind", StringType, "account or post");
  public static final Field UID =
      required("uid", StringType, "the account_uid or post_uid that it was observed of");
  public static final Field COLUMN =
      required("column_name", StringType, "the count, as in followers or views");
  public static final Field VALUE = required("value", LongType, "the value observed");
  public static final Field ROUNDED =
      required("rounded", BooleanType, "whether the source gives it rounded");
  public static final Field KEPT_VALUE =
      required("kept_value", LongType, "the value before the fall");
  public static final Field SINCE =
      required("since", TimestampType, "the first of the observations that show this fall");
  public static final Field STATE =
      required(
          "state",
          StringType,
          "waiting; confirmed (another source or a later day shows the fall too, so the value"
              + " counts); or refuted (a later observation shows no such fall)");
  public static final Field DECIDED_AT =
      optional(
          "decided_at",
          TimestampType,
          "the observation that confirmed or refuted it; null while it waits");

  public static final String ACCOUNT = "account";
  public static final String POST = "post";
  public static final String WAITING = "waiting";
  public static final String CONFIRMED = "confirmed";
  public static final String REFUTED = "refuted";

  public static final Table TABLE =
      Table.upserted(
              "silver.quarantined_value",
              "one row per observed count that fell by quarantine.share or more from"
                  + " quarantine.least or more",
              List.of(
                  KIND,
                  UID,
                  COLUMN,
                  OBSERVED_AT,
                  SOURCE,
                  SOURCE_FILE,
                  VALUE,
                  ROUNDED,
                  KEPT_VALUE,
                  SINCE,
                  STATE,
                  DECIDED_AT),
              KIND,
              UID,
              COLUMN,
              OBSERVED_AT,
              SOURCE)
          .checked(
              new Check.OneOf(STATE, List.of(WAITING, CONFIRMED, REFUTED)),
              new Check.Holds("only a fall is quarantined", "value < kept_value"));

  private QuarantinedValue() {}

  /** How many values of the table wait. */
  public static long waiting(Dataset<Row> values) {
    return values.where(STATE.col().equalTo(WAITING)).count();
  }
}
