package dev.kolrank.table.features;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import java.util.List;

/** Where a KOL's words lie in the taxonomy's anchor space, which all languages share. */
public final class KolAnchor {
  public static final Field ANCHORS =
      required(
          "anchors",
          createArrayType(DoubleType),
          "unit vector, one coordinate per taxonomy entry in its order");
  public static final Field TOKENS =
      required(
          "tokens", createArrayType(StringType), "different tokens of the KOL's texts, sorted");

  public static final Table TABLE =
      Table.of(
          "features.kol_anchor",
          "one row per KOL that says anything the taxonomy knows",
          WriteMode.TRANSIENT,
          List.of(KOL_ID, ANCHORS, TOKENS),
          KOL_ID);

  private KolAnchor() {}
}
