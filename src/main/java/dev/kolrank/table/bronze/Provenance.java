package dev.kolrank.table.bronze;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Field;
import java.util.List;

/** What every observation says about its own quality. */
public final class Provenance {
  public static final Field ROUNDED =
      required(
          "rounded",
          createArrayType(StringType),
          "counts that the source gives in fewer digits than the number has");
  public static final Field CENSORED =
      required(
          "censored",
          createArrayType(StringType),
          "counts that are lower bounds, as the source caps them");
  public static final Field UNREADABLE =
      required(
          "unreadable",
          createArrayType(StringType),
          "columns whose source text could not be read, and are null for that");
  public static final Field REPAIRED =
      required("repaired", BooleanType, "whether text that was encoded twice has been mended");
  public static final Field EXTRA =
      optional(
          "extra",
          StringType,
          "fields of the record that no column takes, as JSON; null if there are none");

  public static final List<Field> FIELDS = List.of(ROUNDED, CENSORED, UNREADABLE, REPAIRED, EXTRA);

  private Provenance() {}
}
