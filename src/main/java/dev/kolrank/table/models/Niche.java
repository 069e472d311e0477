package dev.kolrank.table.models;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.AS_OF;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** The fitted niches: cluster centres in the taxonomy's anchor space. */
public final class Niche {
  public static final Field CLUSTER = required("cluster", LongType, "number of the cluster");
  public static final Field NICHE = required("niche", StringType, "the nearest taxonomy entry");
  public static final Field CENTRE =
      required(
          "centre",
          createArrayType(DoubleType),
          "the centre, one coordinate per taxonomy entry in its order");
  public static final Field WORDS =
      required(
          "words",
          createArrayType(StringType),
          "the words that tell the cluster from the others, strongest first");
  public static final Field ACCOUNTS =
      required(
              "accounts",
              LongType,
              "KOLs that the whole fit was made on, the same for all clusters")
          .in("accounts");

  public static final Table TABLE =
      Table.nightly(
          "models.niche",
          "one row per cluster and night",
          AS_OF,
          List.of(AS_OF, CLUSTER, NICHE, CENTRE, WORDS, ACCOUNTS),
          AS_OF,
          CLUSTER);

  private Niche() {}
}
