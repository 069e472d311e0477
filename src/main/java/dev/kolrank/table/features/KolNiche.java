package dev.kolrank.table.features;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;
import org.apache.spark.sql.Column;

/** Soft membership of KOLs in niches. */
public final class KolNiche {
  /** The niche of public issues, by its id in the taxonomy. */
  public static final String PUBLIC_ISSUES = "news-politics";

  public static final Field NICHE = required("niche", StringType, "taxonomy entry");
  public static final Field WEIGHT =
      required(
          "weight",
          DoubleType,
          "share of what the KOL talks about; the shares of a KOL add up to 1");

  public static final Table TABLE =
      Table.nightly(
              "features.kol_niche",
              "one row per KOL, niche and night",
              AS_OF,
              List.of(AS_OF, KOL_ID, NICHE, WEIGHT),
              AS_OF,
              KOL_ID,
              NICHE)
          .checked(new Check.InRange(WEIGHT, 0, 1));

  private KolNiche() {}

  /** Of a KOL's rows the heaviest niche, of equally heavy ones the first by name. */
  public static Column first() {
    return min(struct(negate(WEIGHT.col()), NICHE.col())).getField(NICHE.name());
  }
}
