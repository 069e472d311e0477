package dev.kolrank.table.identity;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.AS_OF;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** What names are made of: runs of letters, and what stands before and behind. */
public final class NamePart {
  public static final String GRAM = "gram";
  public static final String BEFORE = "before";
  public static final String BEHIND = "behind";

  public static final Field KIND = required("kind", StringType, "gram, before or behind");
  public static final Field PART = required("part", StringType, "the letters");
  public static final Field NAMES = required("names", LongType, "how many names show it");

  public static final Table TABLE =
      Table.nightly(
          "identity.name_part",
          "one row per kind, part and night, the commonest only",
          AS_OF,
          List.of(AS_OF, KIND, PART, NAMES),
          AS_OF,
          KIND,
          PART);

  private NamePart() {}
}
