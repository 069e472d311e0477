package dev.kolrank.table.gold;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** Why a KOL has its score: contributions that add up to it. */
public final class ScoreContribution {
  public static final Field DIMENSION =
      required("dimension", StringType, "reach, resonance, consistency, loyalty or momentum");
  public static final Field CONTRIBUTION =
      required("contribution", DoubleType, "points of the score");
  public static final Field QUANTILE =
      required("quantile", DoubleType, "the account's place among its platform's accounts, 0 to 1");

  public static final Table TABLE =
      Table.nightly(
              "gold.score_contribution",
              "one row per KOL, dimension, account and night",
              AS_OF,
              List.of(AS_OF, KOL_ID, DIMENSION, ACCOUNT_UID, CONTRIBUTION, QUANTILE),
              AS_OF,
              KOL_ID,
              DIMENSION,
              ACCOUNT_UID)
          .checked(new Check.InRange(QUANTILE, 0, 1), new Check.InRange(CONTRIBUTION, 0, 100));

  private ScoreContribution() {}
}
