package dev.kolrank.table.features;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.AS_OF;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/**
 * How each feature is distributed tonight, how far that is from earlier nights, what is withheld.
 */
public final class FeatureDrift {
  /** Below 0.1 nothing has changed, above 0.25 much has: the usual reading of the index. */
  public static final double MUCH = 0.25;

  public static final Field ENTITY = required("entity", StringType, "account or kol");
  public static final Field FEATURE = required("feature", StringType, "the feature's column");
  public static final Field ROWS = required("rows", LongType, "entities of the night");
  public static final Field NULL_SHARE =
      required("null_share", DoubleType, "share of them without a value");
  public static final Field LEAST = optional("least", DoubleType, "least value; null for none");
  public static final Field GREATEST =
      optional("greatest", DoubleType, "greatest value; null for none");
  public static final Field BINS =
      required(
          "bins",
          createMapType(IntegerType, LongType),
          "values by the half powers of two of a thousand times them plus one, signed; of at most"
              + " 20,000 entities, drawn by the hash of their key");
  public static final Field COMPARED_7 =
      optional("compared_7", DateType, "the newest night at least 7 days before; null if none");
  public static final Field NULL_SHARE_7 =
      optional("null_share_7", DoubleType, "its share without a value; null without that night");
  public static final Field PSI_7 =
      optional(
          "psi_7",
          DoubleType,
          "population stability index against it; null where either has fewer than 50 values");
  public static final Field COMPARED_28 =
      optional("compared_28", DateType, "the newest night at least 28 days before; null if none");
  public static final Field NULL_SHARE_28 =
      optional("null_share_28", DoubleType, "its share without a value; null without that night");
  public static final Field PSI_28 =
      optional(
          "psi_28",
          DoubleType,
          "population stability index against it; null where either has fewer than 50 values");
  public static final Field WITHHELD =
      required(
          "withheld", BooleanType, "whether a value broke the contract, so that none is shown");
  public static final Field REASON =
      optional("reason", StringType, "what broke; null if it is not withheld");

  public static final Table TABLE =
      Table.nightly(
              "features.feature_drift",
              "one row per feature column and night",
              AS_OF,
              List.of(
                  AS_OF,
                  ENTITY,
                  FEATURE,
                  ROWS,
                  NULL_SHARE,
                  LEAST,
                  GREATEST,
                  BINS,
                  COMPARED_7,
                  NULL_SHARE_7,
                  PSI_7,
                  COMPARED_28,
                  NULL_SHARE_28,
                  PSI_28,
                  WITHHELD,
                  REASON),
              AS_OF,
              ENTITY,
              FEATURE)
          .checked(
              new Check.InRange(NULL_SHARE, 0, 1),
              new Check.Watched("no feature is withheld", "not withheld"),
              new Check.Watched(
                  "no feature is distributed otherwise than a week before",
                  "coalesce(psi_7, 0) <= " + MUCH),
              new Check.Watched(
                  "no feature is distributed otherwise than four weeks before",
                  "coalesce(psi_28, 0) <= " + MUCH),
              new Check.Watched(
                  "no feature is suddenly unknown",
                  "coalesce(null_share - null_share_7, 0) <= 0.2"));

  private FeatureDrift() {}
}
