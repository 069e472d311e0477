package dev.kolrank.table.bronze;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.BATCH;
import static dev.kolrank.table.Columns.SOURCE;
import static dev.kolrank.table.landing.SourceProfile.COLUMN_NAME;
import static dev.kolrank.table.landing.SourceProfile.RULE;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.table.landing.SourceProfile;
import java.util.List;

/** What each source gave of each column, beside what its earlier batches let expect. */
public final class SourceCheck {
  public static final String TAKEN = "taken";
  public static final String ACCEPTED = "accepted";
  public static final String WITHHELD = "withheld";
  public static final String FAILED = "failed";

  public static final Field BATCHES_BEFORE =
      required("batches_before", LongType, "earlier batches compared with, at most 7")
          .in("batches");
  public static final Field EXPECTED =
      optional(
              "expected",
              DoubleType,
              "values to be expected: rows times the share given in those batches; null if none")
          .in("rows");
  public static final Field DRIFTED =
      required("drifted", BooleanType, "whether fewer were given than the settings allow");
  public static final Field VERDICT =
      required(
          "verdict",
          StringType,
          "of the whole source: taken; accepted, drift on purpose; withheld, nothing of it was"
              + " taken in; failed, the storage did not give it (bronze.source_failure says why)"
              + " and nothing of it was taken in");

  /** The columns in order. */
  public static final List<Field> FIELDS =
      Table.columns(SourceProfile.MEASURES, List.of(BATCHES_BEFORE, EXPECTED, DRIFTED, VERDICT));

  public static final Table TABLE =
      Table.batched(
              "bronze.source_check",
              "one row per batch, source folder, rule and column",
              BATCH,
              FIELDS,
              BATCH,
              SOURCE,
              RULE,
              COLUMN_NAME)
          .checked(
              new Check.OneOf(VERDICT, List.of(TAKEN, ACCEPTED, WITHHELD, FAILED)),
              new Check.Holds("no more is given than there are rows", "given <= rows"));

  private SourceCheck() {}
}
