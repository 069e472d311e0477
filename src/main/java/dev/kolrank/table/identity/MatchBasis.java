package dev.kolrank.table.identity;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.PLATFORM;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** What the parameters in force rest on: they are kept while it still holds. */
public final class MatchBasis {
  public static final Field ACCOUNTS =
      required("accounts", LongType, "accounts of the platform when the parameters were fitted")
          .in("accounts");
  public static final Field FITTED_ON =
      required("fitted_on", DateType, "the night that fitted the parameters");
  public static final Field VERSION =
      required("version", StringType, "digest of program, declared comparisons and overrides");

  public static final Table TABLE =
      Table.nightly(
          "identity.match_basis",
          "one row per platform and night",
          AS_OF,
          List.of(AS_OF, PLATFORM, ACCOUNTS, FITTED_ON, VERSION),
          AS_OF,
          PLATFORM);

  private MatchBasis() {}
}
