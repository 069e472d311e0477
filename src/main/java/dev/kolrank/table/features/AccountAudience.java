package dev.kolrank.table.features;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.KOL_ID;
import static dev.kolrank.table.Columns.PLATFORM;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import java.util.List;

/** How many people a post of an account typically reaches. */
public final class AccountAudience {
  public static final Field EFFECTIVE_AUDIENCE =
      required("effective_audience", DoubleType, "people that a post typically reaches")
          .in("people");
  public static final Field ESTIMATED =
      required(
          "estimated",
          BooleanType,
          "whether it is expected from interactions or followers, for want of views");

  public static final Table TABLE =
      Table.of(
              "features.account_audience",
              "one row per account",
              WriteMode.TRANSIENT,
              List.of(ACCOUNT_UID, KOL_ID, PLATFORM, EFFECTIVE_AUDIENCE, ESTIMATED),
              ACCOUNT_UID)
          .checked(new Check.Holds("audiences are not negative", "effective_audience >= 0"));

  private AccountAudience() {}
}
