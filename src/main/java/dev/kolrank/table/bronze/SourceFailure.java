package dev.kolrank.table.bronze;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.BATCH;
import static dev.kolrank.table.Columns.SOURCE;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** Sources that the storage kept from being read: no file of theirs was taken in. */
public final class SourceFailure {
  public static final Field PATH =
      required("path", StringType, "the file or folder that could not be read or listed");
  public static final Field CAUSE = required("cause", StringType, "what the storage reported");

  /** What a failed reading tells beside its place. */
  public static final List<Field> AS_READ = List.of(CAUSE);

  public static final Table TABLE =
      Table.batched(
          "bronze.source_failure",
          "one row per batch, source folder that failed, and file or folder that failed it",
          BATCH,
          List.of(BATCH, SOURCE, PATH, CAUSE),
          BATCH,
          SOURCE,
          PATH);

  private SourceFailure() {}
}
