package dev.kolrank.table.landing;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.BATCH;
import static dev.kolrank.table.Columns.SOURCE;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import java.util.List;

/** How much tonight's files gave of each column that their connector's rules set. */
public final class SourceProfile {
  /** Stands in place of a column for the records themselves. */
  public static final String RECORDS = "*";

  public static final Field RULE =
      required(
          "rule", StringType, "the rule of the mapping in words; record for all of the source's");
  public static final Field COLUMN_NAME =
      required("column_name", StringType, "the column that the rule sets; * for its records");
  public static final Field ROWS =
      required("rows", LongType, "observations by the rule; of *: records that it takes")
          .in("rows");
  public static final Field GIVEN =
      required("given", LongType, "those with a value; of *: those not rejected").in("rows");
  public static final Field UNREADABLE =
      required("unreadable", LongType, "those without, whose text could not be read").in("rows");

  /** What is counted. */
  public static final List<Field> MEASURES =
      List.of(BATCH, SOURCE, RULE, COLUMN_NAME, ROWS, GIVEN, UNREADABLE);

  public static final Table TABLE =
      Table.of(
          "landing.source_profile",
          "one row per source folder, rule and column of tonight's batch",
          WriteMode.TRANSIENT,
          MEASURES,
          SOURCE,
          RULE,
          COLUMN_NAME);

  private SourceProfile() {}
}
