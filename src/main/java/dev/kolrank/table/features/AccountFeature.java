package dev.kolrank.table.features;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.PLATFORM;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import java.util.List;

/** Every registered feature of each account. */
public final class AccountFeature {
  public static final Field COVERAGE =
      Field.required("coverage", DoubleType, "share of the feature columns that are not null");
  public static final Field STALENESS_DAYS =
      Field.required("staleness_days", LongType, "days since the account was last seen").in("days");

  public static final Table TABLE =
      Table.nightly(
              "features.account_feature",
              "one row per account and night; aliases are folded into their account",
              AS_OF,
              Table.columns(
                  List.of(AS_OF, ACCOUNT_UID, PLATFORM),
                  Features.accountFields(),
                  List.of(COVERAGE, STALENESS_DAYS)),
              AS_OF,
              ACCOUNT_UID)
          .checked(
              new Check.InRange(COVERAGE, 0, 1),
              new Check.Holds("nothing is seen after the night", "staleness_days >= 0"),
              new Check.Holds("counts are not negative", "coalesce(followers, 0) >= 0"));

  /** The same columns before those are withheld that break their contract. */
  public static final Table COMPUTED =
      Table.of(
          "features.account_value",
          "one row per account, before anything is withheld",
          WriteMode.TRANSIENT,
          TABLE.fields(),
          ACCOUNT_UID);

  private AccountFeature() {}

  /** The column of a feature, window included. */
  public static Field feature(String column) {
    return TABLE.fields().stream()
        .filter(f -> f.name().equals(column))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no feature column is called " + column));
  }
}
