package dev.kolrank.table.features;

import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import java.util.List;

/** Every registered feature of each KOL, combined from its accounts as the feature declares. */
public final class KolFeature {
  public static final Field ACCOUNTS =
      Field.required("accounts", LongType, "its accounts, aliases folded").in("accounts");
  public static final Field COVERAGE =
      Field.required("coverage", DoubleType, "share of the feature columns that are not null");

  public static final Field STALENESS_DAYS =
      Field.required(
              "staleness_days", LongType, "days since the newest observation of its accounts")
          .in("days");

  public static final Table TABLE =
      Table.nightly(
              "features.kol_feature",
              "one row per KOL and night",
              AS_OF,
              Table.columns(
                  List.of(AS_OF, KOL_ID, ACCOUNTS),
                  Features.kolFields(),
                  List.of(COVERAGE, STALENESS_DAYS)),
              AS_OF,
              KOL_ID)
          .checked(new Check.InRange(COVERAGE, 0, 1));

  /** The same columns before those are withheld that break their contract. */
  public static final Table COMPUTED =
      Table.of(
          "features.kol_value",
          "one row per KOL, before anything is withheld",
          WriteMode.TRANSIENT,
          TABLE.fields(),
          KOL_ID);

  private KolFeature() {}
}
