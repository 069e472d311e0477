package dev.kolrank.table.features;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import java.util.List;

/**
 * The registry: what each feature column means. Versions stay: a night's values are of the newest
 * version whose {@link #SINCE} is not after it.
 */
public final class FeatureDefinition {
  public static final Field NAME = required("name", StringType, "column name, window included");
  public static final Field ENTITY = required("entity", StringType, "account or kol");
  public static final Field VERSION =
      required("version", LongType, "rises when the definition changes");
  public static final Field TYPE = required("type", StringType, "Spark type");
  public static final Field UNIT = required("unit", StringType, "what it counts or measures");
  public static final Field WINDOW_DAYS =
      optional("window_days", LongType, "days back from the night; null for the latest state")
          .in("days");
  public static final Field DEFINITION =
      required("definition", StringType, "the definition in a sentence");
  public static final Field NULL_MEANING = required("null_meaning", StringType, "what null means");
  public static final Field SOURCE =
      required("source", StringType, "the table it is computed from");
  public static final Field FORMULA =
      optional("formula", StringType, "where the formula comes from; null for plain counting");
  public static final Field LOWEST =
      optional("lowest", DoubleType, "no value is below; null for any");
  public static final Field HIGHEST =
      optional("highest", DoubleType, "no value is above; null for any");
  public static final Field OWNER = required("owner", StringType, "who answers for it");
  public static final Field SINCE =
      required("since", DateType, "the first night of this version in the lake");

  public static final Table TABLE =
      Table.of(
          "features.feature_definition",
          "one row per feature column and version",
          WriteMode.UPSERT,
          List.of(
              NAME,
              ENTITY,
              VERSION,
              TYPE,
              UNIT,
              WINDOW_DAYS,
              DEFINITION,
              NULL_MEANING,
              SOURCE,
              FORMULA,
              LOWEST,
              HIGHEST,
              OWNER,
              SINCE),
          NAME,
          ENTITY,
          VERSION);

  private FeatureDefinition() {}
}
