package dev.kolrank.table.ranking;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.KOL_ID;
import static dev.kolrank.table.Columns.PLATFORM;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import java.util.List;

/** An account's place among the accounts of its platform, per dimension of the score. */
public final class AccountQuantile {
  public static final Field DIMENSION =
      required("dimension", StringType, "reach, resonance, consistency, loyalty or momentum");
  public static final Field QUANTILE =
      required("quantile", DoubleType, "share of its platform's accounts below it, 0 to 1");
  public static final Field OBSERVED =
      required("observed", DoubleType, "share of the dimension's signals that were observed");

  public static final Table TABLE =
      Table.of(
          "ranking.account_quantile",
          "one row per account and dimension",
          WriteMode.TRANSIENT,
          List.of(ACCOUNT_UID, KOL_ID, PLATFORM, DIMENSION, QUANTILE, OBSERVED),
          ACCOUNT_UID,
          DIMENSION);

  private AccountQuantile() {}
}
