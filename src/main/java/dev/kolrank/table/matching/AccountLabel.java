package dev.kolrank.table.matching;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import java.util.List;

/** What accounts call themselves, and whether that makes them somebody's. */
public final class AccountLabel {
  public static final Field NAMES =
      required("names", StringType, "its handles and names, one a line");
  public static final Field ABOUT =
      optional("about", StringType, "fan, firm or sub by its words; null if none of them");

  public static final Table TABLE =
      Table.of(
          "matching.account_label",
          "one row per account, folded keys followed",
          WriteMode.TRANSIENT,
          List.of(ACCOUNT_UID, NAMES, ABOUT),
          ACCOUNT_UID);

  private AccountLabel() {}
}
