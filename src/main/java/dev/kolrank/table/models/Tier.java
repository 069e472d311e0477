package dev.kolrank.table.models;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.AS_OF;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** Audience thresholds of the tiers, refitted as platforms grow. */
public final class Tier {
  /** From small to large. */
  public static final List<String> NAMES = List.of("nano", "micro", "mid", "macro", "mega");

  public static final Field TIER = required("tier", StringType, "nano, micro, mid, macro or mega");
  public static final Field FROM_AUDIENCE =
      required("from_audience", DoubleType, "the least effective audience of the tier")
          .in("people");

  public static final Table TABLE =
      Table.nightly(
          "models.tier",
          "one row per tier and night",
          AS_OF,
          List.of(AS_OF, TIER, FROM_AUDIENCE),
          AS_OF,
          TIER);

  private Tier() {}
}
